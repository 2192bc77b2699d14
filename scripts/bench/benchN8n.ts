import type { Simulator } from '../../simulator/server';
import { simulatorCredential } from '../lib/simulatorCredential';
import { ensureN8n } from '../n8n/home';
import { startN8n } from '../n8n/n8nServer';
import type { N8nServer } from '../n8n/n8nServer';
import { createCredential } from '../n8n/storedWorkflows';
import type { StoredCredential } from '../n8n/storedWorkflows';
import { ensurePacked } from '../pack';

/** An n8n with what the subjects log in with. */
export interface BenchN8n {
	n8n: N8nServer;
	credentials: readonly StoredCredential[];
	token: string;
}

/** Starts an n8n with the packed package for some work, and ends it. */
export async function withBenchN8n<T>(simulator: Simulator, work: (bench: BenchN8n) => Promise<T>): Promise<T> {
	const n8n = await startN8n({ program: await ensureN8n(), tarball: await ensurePacked() });
	try {
		const token = await fetchToken(simulator);
		const header = { name: 'Authorization', value: `Bearer ${token}` };
		const credentials = [
			await createCredential(n8n.rest, {
				name: 'Colt simulator',
				type: 'coltOAuth2Api',
				data: simulatorCredential(simulator),
			}),
			await createCredential(n8n.rest, { name: 'Bearer token', type: 'httpHeaderAuth', data: header }),
		];
		return await work({ n8n, credentials, token });
	} finally {
		await n8n.stop();
	}
}

async function fetchToken({ tokenUrl, clientId, clientSecret }: Simulator): Promise<string> {
	const response = await fetch(tokenUrl, {
		method: 'POST',
		headers: {
			authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
			'x-tracking-id': 'bench-token',
		},
		body: new URLSearchParams({ grant_type: 'client_credentials' }),
	});
	const { access_token: token } = (await response.json()) as { access_token?: string };
	if (token === undefined) throw new Error(`The simulator gave no token: ${response.status}`);
	return token;
}
