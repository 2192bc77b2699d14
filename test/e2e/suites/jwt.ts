import { generateKeyPairSync } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { itemsOf } from '../../../scripts/n8n/executions';
import { createCredential, testCredential } from '../../../scripts/n8n/storedWorkflows';
import type { StoredCredential, WorkflowTemplate } from '../../../scripts/n8n/storedWorkflows';
import { readTemplate } from '../../../scripts/lib/templates';
import type { Stage } from '../stage';
import { expectSuccess } from './lives/parts';

const ISSUER = 'example-trading';
const keys = generateKeyPairSync('rsa', {
	modulusLength: 2048,
	publicKeyEncoding: { type: 'spki', format: 'pem' },
	privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** The template with its Colt nodes on the JWT credential. */
function withJwt(workflow: WorkflowTemplate, { id, name }: StoredCredential): WorkflowTemplate {
	const nodes = workflow.nodes.map((node) =>
		node.type.startsWith('n8n-nodes-colt.')
			? {
					...node,
					parameters: { ...node.parameters, authentication: 'jwt' },
					credentials: { coltJwtApi: { id, name } },
				}
			: node,
	);
	return { ...workflow, nodes };
}

/** JWT and OAuth2 each through the same workflow; OAuth2's run is among the templates. */
export function jwt(stage: () => Stage): void {
	describe('the JWT credential', () => {
		const data = (more: IDataObject = {}): IDataObject => ({
			environment: 'custom',
			baseUrl: stage().simulator.url,
			issuer: ISSUER,
			applicationId: 'application-gb',
			privateKey: keys.privateKey,
			algorithm: 'RS256',
			lifetimeSeconds: 300,
			...more,
		});
		const credential = async (more: IDataObject = {}) =>
			await createCredential(stage().n8n.rest, { name: 'Colt JWT', type: 'coltJwtApi', data: data(more) });
		beforeEach(() => {
			stage().reset();
			stage().simulator.control.addJwtApplication({
				issuer: ISSUER,
				audience: 'application-gb',
				publicKey: keys.publicKey,
				countries: ['GB'],
			});
		});

		it('runs search, reserve, activate, check without asking for a token', async () => {
			const { control } = stage().simulator;
			const execution = await stage().run(withJwt(readTemplate('search-reserve-activate-check'), await credential()));
			expectSuccess(execution);
			expect(itemsOf(execution, 'Look at the number')).toMatchObject([{ status: 'Activated' }]);
			expect(control.calls({ operation: 'requestToken' })).toEqual([]);
			expect(JSON.stringify(execution)).not.toContain('PRIVATE KEY');
		});

		it.each([
			['another issuer', { issuer: 'somebody-else' }, /401|token/i],
			['another Application ID', { applicationId: 'application-fr' }, /country|004/i],
			[
				'a private key that is none',
				{ privateKey: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----' },
				/Private Key cannot be read/,
			],
			['an algorithm that does not fit', { algorithm: 'ES256' }, /does not fit the private key/],
			['claims that are no JSON', { extraClaims: '{"sub"' }, /Extra Claims \(JSON\) is not a JSON object/],
		])('is refused with %s, and says so', async (_, change, text) => {
			const stored = await credential(change);
			const execution = await stage().run(withJwt(readTemplate('search-reserve-activate-check'), stored));
			expect(execution.status).toBe('error');
			expect(`${execution.error?.message} ${execution.error?.description}`).toMatch(text);
			expect(JSON.stringify(execution)).not.toContain(keys.privateKey.slice(40, 80));
		});

		it('passes its test, and fails it with the wrong key', async () => {
			const stored = await credential();
			expect(await testCredential(stage().n8n.rest, stored, data())).toMatchObject({ status: 'OK' });
			const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
				type: 'pkcs8',
				format: 'pem',
			});
			expect(await testCredential(stage().n8n.rest, stored, data({ privateKey: other as string }))).toMatchObject({
				status: 'Error',
			});
		});
	});
}
