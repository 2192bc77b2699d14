import type { IDataObject } from 'n8n-workflow';
import { itemsOf } from '../../../scripts/n8n/executions';
import { simulatorCredential } from '../../../scripts/lib/simulatorCredential';
import { createCredential, testCredential } from '../../../scripts/n8n/storedWorkflows';
import { chain, coltNode, node } from '../stage';
import type { Stage } from '../stage';

/** A different one for each test: the node remembers for some seconds that a secret is wrong. */
const wrongSecret = (test: string) => `wrong-secret-of-${test}-that-must-not-show`;
const search = { resource: 'number', operation: 'searchFree', country: 'GB', limit: 1 };

/** The credential in n8n: its own test, a wrong one, and n8n's HTTP Request node. */
export function credentials(stage: () => Stage): void {
	describe('the credential', () => {
		const good = () => simulatorCredential(stage().simulator);
		const control = () => stage().simulator.control;
		beforeEach(() => stage().reset());

		it('passes its test', async () => {
			expect(await testCredential(stage().n8n.rest, stage().credential, good())).toMatchObject({ status: 'OK' });
		});

		it('says in its test which of the documented causes it is, without the secret', async () => {
			const clientSecret = wrongSecret('test');
			const verdict = await testCredential(stage().n8n.rest, stage().credential, { ...good(), clientSecret });
			expect(verdict.status).toBe('Error');
			expect(verdict.message).toMatch(/client id|client secret/i);
			expect(JSON.stringify(verdict)).not.toContain(clientSecret);
		});

		it('refuses http to another host before anything is sent', async () => {
			const verdict = await testCredential(stage().n8n.rest, stage().credential, {
				...good(),
				baseUrl: 'http://colt.example.com',
			});
			expect(verdict).toMatchObject({ status: 'Error', message: expect.stringMatching(/https/) as string });
			expect(control().calls()).toEqual([]);
		});

		it('fails the execution with cause and tracking id, without the secret, when it is wrong', async () => {
			const clientSecret = wrongSecret('execution');
			const wrong = await createCredential(stage().n8n.rest, {
				name: 'Wrong',
				type: 'coltOAuth2Api',
				data: { ...good(), clientSecret },
			});
			const execution = await stage().run(chain([coltNode('Search', search)]), wrong);
			expect(execution.status).toBe('error');
			expect(JSON.stringify(execution)).not.toContain(clientSecret);
			const [call] = control().calls({ operation: 'requestToken' });
			expect(call).toMatchObject({ status: 401 });
			expect(`${execution.error?.message} ${execution.error?.description}`).toContain(
				call?.trackingId ?? 'a tracking id',
			);
		});

		describe("in n8n's HTTP Request node", () => {
			const requestOrders = async (headers: IDataObject[]) => {
				const { simulator, credential } = stage();
				const parameters = {
					url: `${simulator.baseUrl}/v1/order`,
					authentication: 'predefinedCredentialType',
					nodeCredentialType: credential.type,
					...(headers.length > 0 && { sendHeaders: true, headerParameters: { parameters: headers } }),
					options: {},
				};
				control().seed({ orders: [{ type: 'reservation', country: 'GB' }] });
				const request = node('Request', 'n8n-nodes-base.httpRequest', 4.2, parameters, {
					credentials: { [credential.type]: { id: '', name: '' } },
				});
				return await stage().run(chain([request]));
			};

			it('adds the token and a tracking id', async () => {
				const execution = await requestOrders([]);
				expect(execution.error).toBeUndefined();
				expect(itemsOf(execution, 'Request')).toHaveLength(1);
				const [call] = control().calls({ operation: 'listOrders' });
				expect(call).toMatchObject({ status: 200, headers: { authorization: 'Bearer ***' } });
				expect(call?.trackingId).toMatch(/^[a-zA-Z0-9_.~:@-]{1,255}$/);
			});

			it('keeps a tracking id that is given', async () => {
				await requestOrders([{ name: 'X-Tracking-Id', value: 'my-own-1' }]);
				expect(control().calls({ operation: 'listOrders' })).toMatchObject([{ status: 200, trackingId: 'my-own-1' }]);
			});
		});

		it('gets a new token when the old one has ended, and resends', async () => {
			await stage().run(chain([coltNode('Search', search)]));
			control().endTokens('expire');
			const execution = await stage().run(chain([coltNode('Search', search)]));
			expect(execution.error).toBeUndefined();
			expect(itemsOf(execution, 'Search')).toHaveLength(1);
		});
	});
}
