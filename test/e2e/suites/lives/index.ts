import type { Stage } from '../../stage';
import { bulkActivation, otherBulks } from './bulk';
import { numberThroughItsLife } from './number';
import { britishPortIn, dutch088, dutchPort, portModifiedAndCancelled } from './portIn';
import { portOuts } from './portOut';
import { freeNumberSupply } from './supply';

const LIVES: ReadonlyArray<[name: string, live: (stage: Stage) => Promise<void>]> = [
	['a number from free through reserved, activated, updated, returned, reactivated, returned', numberThroughItsLife],
	['a GB port-in with LOA through every status, with a date change on the way', britishPortIn],
	['an NL 088 port-in with ACM document', dutch088],
	['an NL port with schedule and activate', dutchPort],
	['a GB port-in that is modified, then cancelled', portModifiedAndCancelled],
	['port-outs: in BE accepted, in DE rejected, in AT left to the automatic rule', portOuts],
	['a bulk activation of 200 rows of which some fail', bulkActivation],
	['the other bulk orders', otherBulks],
	['count, lock, reserve by lock, backfill', freeNumberSupply],
];

/** One workflow per life, in the real n8n. */
export function lives(stage: () => Stage): void {
	describe('lives', () => {
		beforeEach(() => {
			stage().reset();
			stage().simulator.control.change({ orderDelayMs: 300, portStepMs: 300 });
		});
		afterEach(() => {
			expect(stage().simulator.control.violations()).toEqual([]);
		});

		it.each(LIVES)(
			'%s',
			async (_, live) => {
				await live(stage());
			},
			600_000,
		);
	});
}
