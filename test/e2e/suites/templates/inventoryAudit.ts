import type { Stage } from '../../stage';
import { submit } from './form';
import { Live } from './live';

const list = (...rows: string[]) => ({
	list: new File([['Number,Number end,Status', ...rows].join('\n')], 'ours.csv', { type: 'text/csv' }),
});

/**
 * Our list against Colt's: same, different, only here, only there, unreadable; what somebody wrote is shown, not run.
 * When Colt cannot be read there is no page with wrong differences.
 */
export async function inventoryAudit(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	const own = new Set(['Activated', 'Reserved', 'Quarantined']);
	const before = control.numbers().filter(({ status }) => own.has(status)).length;
	control.seed({
		numbers: [
			{ start: '+442079460600', country: 'GB', status: 'Activated' },
			{ start: '+442079460610', end: '+442079460619', country: 'GB', status: 'Reserved' },
			{ start: '+442079460620', country: 'GB', status: 'Activated' },
		],
	});
	await Live.with(stage, 'inventory-audit', {}, async (live) => {
		const ours = list(
			'020 7946 0600,,activated',
			'+442079460610,+442079460619,Activated',
			'+442079460630,,Activated',
			'<img src=x onerror=alert(1)>,,Activated',
		);
		const { page, text } = await submit(stage, live, 'Upload your list', ours);
		expect(text).toContain(`${before + 4} differences, 1 the same`);
		expect(text).toContain('+442079460610 to +442079460619 different status Activated Reserved');
		expect(text).toContain('+442079460630 to +442079460630 only in our list');
		expect(text).toContain('+442079460620 to +442079460620 only at Colt');
		expect(text).toContain('cannot be read');
		expect(page).not.toContain('<img');
		const [message] = await live.mailbox.wait(1);
		expect(message?.files['differences.csv']).toContain('+442079460620 to +442079460620,only at Colt,,Activated');

		const { text: again } = await submit(stage, live, 'Upload your list', list('+442079460600,,Activated'));
		expect(again).toContain('1 the same');
		control.addFault({ operation: 'searchInventory', status: 403, code: '001', count: 10 });
		const failed = await submit(stage, live, 'Upload your list', ours);
		expect(failed.text).not.toContain('differences,');
		expect((await live.executions(3)).at(-1)?.status).toBe('error');
		expect(live.mailbox.messages).toHaveLength(2);
	});
}
