import { printReport } from './report';
import { isShort } from './size';
import { QUICK_LOCKS, QueueStage } from './stage';
import { burstThroughOne, knownAfterRestart, overTwo } from './suites/callbacks';
import { fileForWorker } from './suites/files';
import { sharedLimit, standstill } from './suites/long';
import { redisAway, retriedElsewhere, stopped, stoppedFromWebhook, tokenRefused, workerKilled } from './suites/orders';
import { pollsOnce } from './suites/polls';

/** On a clean machine n8n and the services are installed first. */
const SET_UP_TIMEOUT_MS = 20 * 60_000;

jest.setTimeout(1_200_000);

type Suite = (stage: QueueStage) => Promise<void>;

/** Each is one test: what must hold with several processes of n8n. */
const SHORT: ReadonlyArray<[name: string, suite: Suite]> = [
	['the poll runs once, and nothing is lost over a kill of the main process', pollsOnce],
	['a worker killed in the middle: run again with the look-back, every order is placed once', workerKilled],
	['Retry execution on another worker finds what the first has placed', retriedElsewhere],
	['Redis away for a while', redisAway],
	['Stop reaches the worker', stopped],
	['refused token calls wait their turn', tokenRefused],
	['a file taken by the webhook process is sent by a worker', fileForWorker],
	['a burst of callbacks, repeats included: one execution each', burstThroughOne],
	['repeats are known after the webhook process was killed', knownAfterRestart],
];

const LONG: typeof SHORT = [
	['Stop of an execution from a webhook process places nothing twice', stoppedFromWebhook],
	['callbacks over two webhook processes: none lost', overTwo],
	['a worker that was frozen places nothing that another has placed', standstill],
	['a limit shared by workers: every order once, none failed', sharedLimit],
];

describe('queue mode', () => {
	let opened: QueueStage | undefined;
	const stage = (): QueueStage => {
		if (opened === undefined) throw new Error('The stage is not open');
		return opened;
	};
	beforeAll(async () => {
		opened = await QueueStage.open({ workers: 2, webhooks: isShort ? 1 : 2, env: QUICK_LOCKS });
	}, SET_UP_TIMEOUT_MS);
	beforeEach(() => stage().reset());
	afterEach(() => expect(stage().simulator.control.violations()).toEqual([]));
	afterAll(async () => {
		printReport();
		await opened?.close();
	});

	it.each(isShort ? SHORT : [...SHORT, ...LONG])('%s', async (_, suite) => await suite(stage()));
});
