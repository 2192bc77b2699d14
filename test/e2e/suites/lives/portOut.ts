import { waitFor } from '../../../../scripts/lib/waitFor';
import { chain, coltNode } from '../../stage';
import type { Stage } from '../../stage';
import { statusesOf, update, wait, expectSuccess } from './parts';

const waiting = (country: string) =>
	coltNode('Asked', {
		resource: 'order',
		operation: 'getMany',
		limit: 1,
		filters: { country, status: 'Customer feedback awaited' },
	});

function activeNumber(stage: Stage, country: 'BE' | 'DE' | 'AT', start: string): void {
	const { control } = stage.simulator;
	control.seed({ numbers: [{ start, country, status: 'Activated' }] });
	control.portOut({ start });
}

/** Port-outs: in BE accepted, in DE rejected with the reason, in AT left to the automatic rule. */
export async function portOuts(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	control.change({ portStepMs: 300 });
	activeNumber(stage, 'BE', '+3222345670');
	const accepted = await stage.run(
		chain([
			waiting('BE'),
			update('Accept', 'acceptPortOut', 'Asked'),
			wait('Accepted', 'Accept', 'Accepted'),
			wait('After', 'Asked', 'Confirmed', 'Port Out initiated'),
		]),
	);
	expectSuccess(accepted);
	expect(statusesOf(accepted, 'Accepted')).toEqual(['Accepted']);

	activeNumber(stage, 'DE', '+493012345670');
	const rejected = await stage.run(
		chain([
			waiting('DE'),
			update('Reject', 'rejectPortOut', 'Asked', { reason: 'Not the contract holder' }),
			wait('After', 'Asked'),
		]),
	);
	expectSuccess(rejected);
	expect(statusesOf(rejected, 'After')).toEqual(['Rejected']);

	activeNumber(stage, 'AT', '+4312345670');
	const running = stage.run(
		chain([waiting('AT'), wait('After', 'Asked', 'Confirmed', 'Port Out initiated', 'Completed')]),
	);
	await waitFor(
		'the first look at the order',
		() =>
			control
				.calls({ operation: 'getOrder' })
				.some(({ path }) => path.includes(control.books({ type: 'portOut' }).at(-1)?.id ?? '-')) || undefined,
	);
	control.advance(8 * 86_400_000);
	const left = await running;
	expectSuccess(left);
	expect(['Confirmed', 'Port Out initiated', 'Completed']).toContain(statusesOf(left, 'After')[0]);
	expect(control.calls({ operation: 'updatePort' })).toHaveLength(2);
}
