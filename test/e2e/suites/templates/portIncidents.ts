import type { Stage } from '../../stage';
import { dropTable, rowsOf } from './dataTable';
import { Live } from './live';

const TABLE = 'Colt port incidents';

/** A failed and a delayed port: one report each with reason and history; one goes out without the number's history. */
export async function portIncidents(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	await dropTable(stage, TABLE);
	const port = (start: string) => ({
		type: 'portIn' as const,
		country: 'GB' as const,
		status: 'Submitted to operator',
		ranges: [{ start, end: start }],
	});
	const [failed = '', delayed = '', other = ''] = control
		.seed({ orders: ['+442079460801', '+442079460802', '+442079460803'].map(port) })
		.orders.map(({ id }) => id);
	await Live.with(stage, 'port-incidents', {}, async (live) => {
		await live.polls(2);
		control.changeOrder(failed, { status: 'Rejected', reason: { code: '11', text: 'The account number is wrong' } });
		const [first] = await live.mailbox.wait(1);
		expect(first?.subject).toBe('Rejected: port of +442079460801');
		expect(first?.text).toContain('Reason: 11 The account number is wrong');
		expect(first?.text).toMatch(/Statuses of the order:\n.*Submitted to operator\n.*Rejected/);
		expect(first?.text).toMatch(new RegExp(`Orders of the number:\n.*portIn Rejected ${failed}`));

		control.addFault({ operation: 'getNumberOrderHistory', status: 403, code: '001', count: 1 });
		control.changeOrder(other, { status: 'Firm order commitment' });
		control.changeOrder(delayed, { status: 'Delayed' });
		const [, second] = await live.mailbox.wait(2);
		expect(second?.subject).toBe('Delayed: port of +442079460802');
		expect(second?.text).toMatch(/Orders of the number:\n {2}.*not authorised/);
		await live.polls(2);
		await live.executions(2);
		expect((await rowsOf(stage, TABLE)).map(({ orderId, status }) => [orderId, status])).toEqual([
			[failed, 'Rejected'],
			[delayed, 'Delayed'],
		]);
		expect(live.mailbox.messages).toHaveLength(2);
	});
}
