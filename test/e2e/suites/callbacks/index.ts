import { peakMemory, resetPeak } from '../../../../scripts/bench/peakMemory';
import type { Stage } from '../../stage';
import { burst } from './burst';
import { callbacksOfAnActivation } from './flow';
import { refusals } from './refusals';
import { repeatsAreKnownLater } from './remembered';
import { testStep } from './setUp';
import { unreadableCallbacks } from './unreadable';

/** Callbacks of the burst; COLT_BURST changes it. */
const BURST = Number(process.env.COLT_BURST ?? 200);

async function burstIsExact(stage: Stage): Promise<void> {
	const { pid } = stage.n8n;
	const isLinux = process.platform === 'linux';
	if (isLinux) resetPeak(pid);
	const { orders, callbacks, executions, looks, answeredMs, endedMs, medianMs, slowestMs } = await burst(stage, BURST);
	const memory = isLinux
		? `n8n's peak memory ${Math.round(peakMemory(pid))} MB`
		: 'peak memory is measured on Linux only';
	process.stdout.write(
		`\nBurst: ${orders} orders raised at once, ${callbacks} callbacks, ${executions} executions, all answered ` +
			`after ${(answeredMs / 1_000).toFixed(1)} s, all ended after ${(endedMs / 1_000).toFixed(1)} s\n` +
			`  per callback ${(answeredMs / callbacks).toFixed(1)} ms; an answer takes ${Math.round(medianMs)} ms in ` +
			`the middle, ${Math.round(slowestMs)} ms at most; ${memory}\n\n`,
	);
	expect({ executions, looks }).toEqual({ executions: BURST, looks: BURST });
}

/** Colt's callbacks in a real n8n, delivered by the simulator over HTTP. */
export function inboundCallbacks(stage: () => Stage): void {
	describe('inbound callbacks', () => {
		beforeEach(() => stage().reset());
		afterEach(() => expect(stage().simulator.control.violations()).toEqual([]));

		it('a number is reserved and activated: raised, completed and failed start a workflow', async () =>
			await callbacksOfAnActivation(stage()));
		it('what must start nothing is refused with its status, and the trigger lives', async () =>
			await refusals(stage()));
		it('what cannot be read is delivered as it came, once', async () => await unreadableCallbacks(stage()));
		it('what was told is known after the workflow was off', async () => await repeatsAreKnownLater(stage()));
		it("the editor's test step takes a callback at the test address", async () => await testStep(stage()));
		it('a burst: each event is exactly one execution', async () => await burstIsExact(stage()));
	});
}
