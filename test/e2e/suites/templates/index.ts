import { templateNames } from '../../../../scripts/lib/templates';
import type { Stage } from '../../stage';
import { eachEventOnce } from '../callbacks/lost';
import { inboundNumberIsActivated } from '../inbound';
import { askAboutPorts } from './askAboutPorts';
import { errorWorkflow } from './errorWorkflow';
import { inventoryAudit } from './inventoryAudit';
import { livePortBoard } from './livePortBoard';
import { orderNumbers } from './orderNumbers';
import { orderTrigger } from './orderTrigger';
import { portIncidents } from './portIncidents';
import { portInFromCsv } from './portInFromCsv';
import { portOutApproval } from './portOutApproval';
import { portPipeline } from './portPipeline';
import { reservationAndQuarantineWatch } from './watch';

/** How each file of workflows/ is executed. */
const CHECKS: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
	'search-reserve-activate-check': orderNumbers,
	'order-trigger': orderTrigger,
	'inbound-reserve-activate': inboundNumberIsActivated,
	'inbound-callback-and-polling': eachEventOnce,
	'port-in-from-csv': portInFromCsv,
	'port-pipeline': portPipeline,
	'port-out-approval': portOutApproval,
	'reservation-and-quarantine-watch': reservationAndQuarantineWatch,
	'inventory-audit': inventoryAudit,
	'live-port-board': livePortBoard,
	'ask-about-ports': askAboutPorts,
	'port-incidents': portIncidents,
	'error-workflow-and-audit-log': errorWorkflow,
};

/** Every importable workflow is executed. */
export function templates(stage: () => Stage): void {
	describe('the templates in workflows/', () => {
		beforeEach(() => stage().reset());

		it('are all executed here', () => {
			expect(Object.keys(CHECKS).sort()).toEqual(templateNames().sort());
		});

		it.each(Object.entries(CHECKS))('%s', async (_name, check) => {
			await check(stage());
		});
	});
}
