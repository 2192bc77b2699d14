import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { N8nServer } from '../n8n/n8nServer';

/** Debian's Chromium; another browser by COLT_CHROMIUM. */
const BROWSER = process.env.COLT_CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export const startBrowser = async (): Promise<Browser> =>
	await chromium.launch({ executablePath: BROWSER, args: ARGUMENTS });

/** Logs in to n8n's editor as its owner. */
export async function logIn(page: Page, n8n: Pick<N8nServer, 'url' | 'login'>): Promise<void> {
	await page.goto(`${n8n.url}/signin`);
	await page.locator('input[type=email]').first().fill(n8n.login.email);
	await page.locator('input[type=password]').fill(n8n.login.password);
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
	await page.waitForURL((url) => !url.pathname.includes('signin'));
}
