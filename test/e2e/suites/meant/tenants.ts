import { itemsOf } from '../../../../scripts/n8n/executions';
import { simulatorCredential } from '../../../../scripts/lib/simulatorCredential';
import { createCredential } from '../../../../scripts/n8n/storedWorkflows';
import { startSimulator } from '../../../../simulator/server';
import { chain, coltNode } from '../../stage';
import type { Stage } from '../../stage';
import { expectSuccess } from '../lives/parts';
import { bookedNumbers, RESERVE, stock } from './parts';
import { note } from './report';

/** A credential whose fields are expressions: each item's order goes to its own tenant, and to no other. */
export async function twoTenants(stage: Stage): Promise<void> {
	const other = await startSimulator({ seed: 7 });
	try {
		const [mine = '', alsoMine = ''] = stock(stage, '8143', 2);
		const [theirs = ''] = stock({ simulator: other }, '8144');
		const credential = await createCredential(stage.n8n.rest, {
			name: 'By tenant',
			type: 'coltOAuth2Api',
			data: {
				...simulatorCredential(stage.simulator),
				baseUrl: '={{ $json.base }}',
				clientId: '={{ $json.clientId }}',
				clientSecret: '={{ $json.clientSecret }}',
			},
		});
		const tenant = ({ url, clientId, clientSecret }: typeof other) => ({ base: url, clientId, clientSecret });
		const execution = await stage.run(
			chain(
				[coltNode('Reserve', RESERVE)],
				[
					{ number: mine, ...tenant(stage.simulator) },
					{ number: theirs, ...tenant(other) },
					{ number: alsoMine, ...tenant(stage.simulator) },
				],
			),
			credential,
		);
		expectSuccess(execution);
		note('Two tenants: the first', [], stage.simulator.control.books());
		note('Two tenants: the second', [], other.control.books());
		expect(bookedNumbers(stage).sort()).toEqual([mine, alsoMine]);
		expect(bookedNumbers({ simulator: other })).toEqual([theirs]);
		const [first, second, third] = itemsOf(execution, 'Reserve').map(({ orderId }) => orderId);
		expect(stage.simulator.control.books().map(({ id }) => id)).toEqual(expect.arrayContaining([first, third]));
		expect(other.control.books().map(({ id }) => id)).toEqual([second]);
	} finally {
		await other.close();
	}
}
