import { dayFrom } from '../lives/parts';
import type { Stage } from '../../stage';
import { dropTable, rowsOf } from './dataTable';
import { Live } from './live';

const TABLE = 'Colt port tasks';

/** Ports of the simulator, in statuses that the test chooses. */
const ports = (stage: Stage, ...statuses: string[]): string[] =>
	stage.simulator.control
		.seed({
			orders: statuses.map((status, index) => ({
				type: 'portIn' as const,
				country: 'GB' as const,
				status,
				ranges: [{ start: `+44207946040${index}`, end: `+44207946040${index}` }],
				portDate: dayFrom(stage.simulator.control.clock().now, 20),
			})),
		})
		.orders.map(({ id }) => id);

/**
 * A port that waits for the customer makes a task and a message with its deadline, and the task is closed when it goes
 * on; a rejected and a delayed port make a message each. Nothing is told twice, also after n8n was off.
 */
export async function portPipeline(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	await dropTable(stage, TABLE);
	const [waiting = '', rejected = '', delayed = '', other = ''] = ports(
		stage,
		'Customer feedback awaited',
		'Submitted to operator',
		'Submitted to operator',
		'Customer feedback awaited',
	);
	await Live.with(stage, 'port-pipeline', {}, async (live) => {
		// Two in one poll: each with its own number.
		const [first, second] = await live.mailbox.wait(2);
		expect(second?.subject).toMatch(/^Action needed until .*: Port-in of \+442079460403$/);
		expect(first?.subject).toMatch(/^Action needed until .*: Port-in of \+442079460400$/);
		expect(first?.text).toMatch(
			/What to do: Answer Colt: modify the order[^]*Deadline: \S+ \(Europe\/London\)\. 72 hours/,
		);
		expect(await rowsOf(stage, TABLE)).toMatchObject([
			{ orderId: waiting, state: 'open', nextStep: expect.stringMatching(/Answer Colt/) as string },
			{ orderId: other, state: 'open', numbers: '+442079460403' },
		]);

		control.changeOrder(rejected, { status: 'Rejected', reason: { code: '11', text: 'Wrong <b>account</b> number' } });
		control.changeOrder(delayed, { status: 'Delayed' });
		control.changeOrder(waiting, { status: 'Firm order commitment' });
		const messages = await live.mailbox.wait(4);
		expect(
			messages
				.slice(2)
				.map(({ subject }) => subject)
				.sort(),
		).toEqual(['Delayed: Port-in of +442079460402', 'Rejected: Port-in of +442079460401']);
		expect(messages.find(({ subject }) => subject.startsWith('Rejected'))?.text).toContain(
			'Reason: 11 Wrong <b>account</b> number',
		);
		await live.polls(2);
		await live.executions(2);
		expect(await rowsOf(stage, TABLE)).toMatchObject([
			{ orderId: waiting, state: 'done', status: 'Firm order commitment' },
			{ orderId: other, state: 'open' },
		]);
		expect(live.mailbox.messages).toHaveLength(4);
		expect(control.books().filter(({ type }) => type === 'portUpdate')).toEqual([]);
	});
}
