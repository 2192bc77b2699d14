import type { Browser } from 'playwright-core';
import type { Simulator } from '../../simulator/server';
import { simulatorCredential } from '../lib/simulatorCredential';
import { pollingEvery, readTemplate } from '../lib/templates';
import { waitFor } from '../lib/waitFor';
import { executionsOf } from '../n8n/executions';
import type { N8nRest } from '../n8n/rest';
import {
	createCredential,
	createWorkflow,
	deleteWorkflow,
	publish,
	unpublish,
	withCredential,
} from '../n8n/storedWorkflows';

export const BOARD = 'port-board-page';
const PICTURE = { width: 1500, height: 690 };
const LOGIN = { user: 'board', password: 'a-password-of-the-pictures' };
const DAY_MS = 86_400_000;

/** Ports as a desk has them on a usual day. */
function seedPorts({ control }: Simulator): void {
	const now = Date.now();
	const port = (
		start: string,
		country: 'GB' | 'DE' | 'BE' | 'FR' | 'ES',
		status: string,
		customerReference: string,
		days: number,
		more: object = {},
	) => ({
		type: 'portIn' as const,
		country,
		status,
		customerReference,
		ranges: [{ start, end: start }],
		createdAt: new Date(now - days * DAY_MS).toISOString(),
		changedAt: new Date(now - (days / 3) * DAY_MS).toISOString(),
		portDate: new Date(now + (20 - days) * DAY_MS).toISOString().slice(0, 10),
		...more,
	});
	control.seed({
		orders: [
			port('+442079460701', 'GB', 'Customer feedback awaited', 'Example Bakery Ltd', 6),
			port('+3222345670', 'BE', 'Customer feedback awaited', 'Harbour & Sons', 1, {
				type: 'portOut',
				portDate: undefined,
			}),
			port('+493012345678', 'DE', 'Delayed', 'Beispiel GmbH', 12),
			port('+442079460702', 'GB', 'Firm order commitment', 'Example Bakery Ltd', 9),
			port('+33182500010', 'FR', 'Submitted to operator', 'Exemple SARL', 3),
			port('+34912345678', 'ES', 'Validation in progress', 'Ejemplo SL', 1),
			port('+442079460703', 'GB', 'Completed', 'Example Trading Ltd', 30),
		],
	});
}

/** Serves the port board from a real n8n, with the tasks of the port pipeline, and takes a picture of the page. */
export async function takeBoard(
	browser: Browser,
	n8n: { url: string; rest: N8nRest },
	simulator: Simulator,
	path: string,
): Promise<void> {
	const { rest } = n8n;
	seedPorts(simulator);
	const credential = await createCredential(rest, {
		name: 'Colt simulator',
		type: 'coltOAuth2Api',
		data: simulatorCredential(simulator),
	});
	const login = await createCredential(rest, { name: 'Board', type: 'httpBasicAuth', data: LOGIN });
	const mail = await createCredential(rest, {
		name: 'Mail',
		type: 'smtp',
		data: { host: '127.0.0.1', port: 9, user: '', password: '' },
	});
	const live = async (name: string) => {
		const template = pollingEvery(1, readTemplate(name));
		const stored = await createWorkflow(rest, [credential, login, mail].reduce(withCredential, template));
		await publish(rest, stored);
		return stored;
	};
	const pipeline = await live('port-pipeline');
	const board = await live('live-port-board');
	try {
		// Its messages cannot be sent here; its tasks are there before.
		await waitFor(
			'the tasks',
			async () => (await executionsOf(rest, pipeline.id)).some(({ finished }) => finished) || undefined,
		);
		const context = await browser.newContext({
			viewport: PICTURE,
			httpCredentials: { username: LOGIN.user, password: LOGIN.password },
		});
		const page = await context.newPage();
		await waitFor('the board', async () =>
			(await page.goto(`${n8n.url}/webhook/colt-port-board`))?.status() === 200 ? true : undefined,
		);
		await page.screenshot({ path });
	} finally {
		for (const workflow of [pipeline, board]) {
			await unpublish(rest, workflow);
			await deleteWorkflow(rest, workflow);
		}
	}
}
