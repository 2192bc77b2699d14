import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startSimulator } from '../../simulator/server';
import { readTemplate, templateNames } from '../lib/templates';
import { ensureN8n } from '../n8n/home';
import type { N8nRest } from '../n8n/rest';
import { startN8n } from '../n8n/n8nServer';
import { createWorkflow, deleteWorkflow } from '../n8n/storedWorkflows';
import { ensurePacked } from '../pack';
import { root } from '../setup/setup.cjs';
import { BOARD, takeBoard } from './board';
import { logIn, startBrowser } from './browser';
import { takeCanvas } from './canvas';

const FOLDER = join(root, 'workflows');

/** Takes the pictures beside the templates: each canvas, and the page of the port board. */
export async function takeTemplates(
	page: Page,
	n8n: { url: string; rest: N8nRest },
	names: readonly string[],
): Promise<void> {
	for (const name of names) {
		const template = readTemplate(name);
		const stored = await createWorkflow(n8n.rest, template);
		await takeCanvas(page, `${n8n.url}/workflow/${stored.id}`, template, join(FOLDER, `${name}.png`));
		await page.goto('about:blank');
		await deleteWorkflow(n8n.rest, stored);
		console.log(join('workflows', `${name}.png`));
	}
}

async function main(names: readonly string[]): Promise<void> {
	const n8n = await startN8n({ program: await ensureN8n(), tarball: await ensurePacked() });
	const simulator = await startSimulator();
	const browser = await startBrowser();
	try {
		const page = await browser.newPage();
		await logIn(page, n8n);
		await takeTemplates(page, n8n, names.length > 0 ? names.filter((name) => name !== BOARD) : templateNames());
		if (names.length === 0 || names.includes(BOARD))
			await takeBoard(browser, n8n, simulator, join(FOLDER, `${BOARD}.png`));
	} finally {
		await browser.close();
		await n8n.stop();
		await simulator.close();
	}
}

if (process.argv[1] === __filename) void main(process.argv.slice(2));
