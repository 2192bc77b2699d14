import { credentials } from './suites/credentials';
import { inboundCallbacks } from './suites/callbacks';
import { inbound } from './suites/inbound';
import { severalItems } from './suites/items';
import { jwt } from './suites/jwt';
import { lives } from './suites/lives';
import { loadedNodes } from './suites/loaded';
import { readAsMeant } from './suites/meant';
import { retries } from './suites/retries';
import { samples } from './suites/printedSamples';
import { templates } from './suites/templates';
import { Stage } from './stage';

/** On a clean machine n8n is installed first, which takes some minutes. */
const SET_UP_TIMEOUT_MS = 20 * 60_000;
const TEST_TIMEOUT_MS = 600_000;

jest.setTimeout(TEST_TIMEOUT_MS);

let opened: Stage | undefined;
const stage = (): Stage => {
	if (opened === undefined) throw new Error('The stage is not open');
	return opened;
};

beforeAll(async () => {
	opened = await Stage.open();
}, SET_UP_TIMEOUT_MS);

afterAll(async () => {
	await opened?.close();
});

loadedNodes(stage);
templates(stage);
samples(stage);
severalItems(stage);
lives(stage);
readAsMeant(stage);
inbound(stage);
inboundCallbacks(stage);
jwt(stage);
retries(stage);
credentials(stage);
