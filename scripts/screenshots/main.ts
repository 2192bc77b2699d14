import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startSimulator } from '../../simulator/server';
import { simulatorCredential } from '../lib/simulatorCredential';
import { ensureN8n } from '../n8n/home';
import { startN8n } from '../n8n/n8nServer';
import type { N8nServer } from '../n8n/n8nServer';
import { createCredential, createWorkflow, withCredential } from '../n8n/storedWorkflows';
import { ensurePacked } from '../pack';
import { logIn, startBrowser } from './browser';
import { pictures } from './pictures';

const FOLDER = join(__dirname, '..', '..', '.build', 'screenshots');
/** Opens a node's panel in the editor and takes a picture of it. */
async function takePicture(page: Page, n8n: N8nServer, workflowId: string, file: string): Promise<void> {
	await page.goto(`${n8n.url}/workflow/${workflowId}/colt`);
	await page
		.getByText('Settings', { exact: true })
		.or(page.getByText('Parameters', { exact: true }))
		.first()
		.waitFor({ timeout: 60_000 });
	await page.waitForLoadState('networkidle');
	await page.screenshot({ path: join(FOLDER, `${file}.png`) });
}

/** Starts simulator and n8n, opens each picture's node in the editor, and leaves PNG files in .build/screenshots. */
async function main(only: readonly string[]): Promise<void> {
	mkdirSync(FOLDER, { recursive: true });
	const program = await ensureN8n();
	const simulator = await startSimulator();
	const n8n = await startN8n({ program, tarball: await ensurePacked() });
	const browser = await startBrowser();
	try {
		const credential = await createCredential(n8n.rest, {
			name: 'Colt simulator',
			type: 'coltOAuth2Api',
			data: simulatorCredential(simulator),
		});
		const page = await browser.newPage({ viewport: { width: 1500, height: 1700 } });
		await logIn(page, n8n);
		for (const { file, workflow } of pictures.filter(({ file }) => only.length === 0 || only.includes(file))) {
			const stored = await createWorkflow(n8n.rest, withCredential(workflow, credential));
			await takePicture(page, n8n, stored.id, file);
			console.log(join('.build', 'screenshots', `${file}.png`));
		}
	} finally {
		await browser.close();
		await n8n.stop();
		await simulator.close();
	}
}

void main(process.argv.slice(2));
