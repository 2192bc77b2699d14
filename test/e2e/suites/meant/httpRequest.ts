import type { IDataObject } from 'n8n-workflow';
import { encodeBody } from '../../../../nodes/shared/contract/codec';
import { wholesaleSip } from '../../../../nodes/shared/contract/wire.generated';
import { itemsOf } from '../../../../scripts/n8n/executions';
import { chain, node } from '../../stage';
import type { Stage } from '../../stage';
import { bookedNumbers, stock } from './parts';
import { note } from './report';

type Fault = Parameters<Stage['simulator']['control']['addFault']>[0];

/** The order is placed, and then its answer is this. */
export const ANSWERS: ReadonlyArray<[name: string, fault: Partial<Fault>]> = [
	['504', { status: 504 }],
	['500', { status: 500 }],
	['a reset', { kind: 'reset' }],
	['400', { status: 400, code: '002' }],
];

/** n8n's own HTTP Request node with our credential sends each item's order once, whatever comes back. */
export async function oneOrderPerItem(
	stage: Stage,
	[name, fault]: (typeof ANSWERS)[number],
	block: string,
): Promise<void> {
	const { simulator, credential } = stage;
	const numbers = stock(stage, block, 3);
	const { reserveNumbers } = wholesaleSip.operations;
	const body = (number: string) =>
		encodeBody(reserveNumbers, {
			ranges: [{ start: number, end: number }],
			productOffering: { name: 'Wholesale SIP' },
			relatedParty: { reseller: { country: 'GB' } },
		});
	simulator.control.addFault({ operation: 'reserveNumbers', phase: 'after', count: numbers.length * 2, ...fault });
	const request = node(
		'Request',
		'n8n-nodes-base.httpRequest',
		4.2,
		{
			method: 'POST',
			url: `${simulator.baseUrl}${reserveNumbers.path}`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: credential.type,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ JSON.stringify($json.body) }}',
			options: {},
		},
		{ credentials: { [credential.type]: { id: '', name: '' } }, onError: 'continueRegularOutput' },
	);
	const execution = await stage.run(
		chain(
			[request],
			numbers.map((number) => ({ body: body(number) as IDataObject })),
		),
	);
	await simulator.control.clearFaults();
	const said = itemsOf(execution, 'Request').map(({ error }) => (error as { message?: unknown }).message);
	note(`n8n's HTTP Request node under ${name}, ${numbers.length} items`, said, simulator.control.books());
	expect(bookedNumbers(stage).sort()).toEqual(numbers);
	expect(simulator.control.calls({ operation: 'reserveNumbers' })).toHaveLength(numbers.length);
}
