import { chain, coltNode, node } from '../../stage';
import type { Stage } from '../../stage';
import { BRITISH, dayFrom, expectSuccess, textFile } from '../lives/parts';
import { note } from './report';

/** Drops the file, as Extract from File does. */
const dropFiles = node('Rows', 'n8n-nodes-base.set', 3.4, {
	assignments: { assignments: [{ id: 'n', name: 'number', type: 'string', value: '={{ $json.number }}' }] },
	options: { stripBinary: true },
});

/** An LOA of an earlier node, by the expression that n8n's editor makes when a file is dragged into a field. */
export async function documentOfAnEarlierNode(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	const portIn = (number: string, binaryField: string) => ({
		...chain(
			[
				dropFiles,
				coltNode('Port in', {
					resource: 'porting',
					operation: 'portIn',
					numberRangeStart: '={{ $json.number }}',
					country: 'auto',
					portDate: dayFrom(control.clock().now, 20),
					endCustomer: BRITISH,
					documents: { document: [{ type: 'loa', binaryField }] },
					additionalFields: { operatorName: 'Other Telecom' },
				}),
			],
			[{ number }],
		),
		pinData: { Start: [{ json: { number }, binary: { LOA: textFile('loa') } }] },
	});
	const expressions = ["={{ $('Start').item.binary.LOA }}", "={{ $('Start').first().binary.LOA }}"];
	for (const [index, expression] of expressions.entries())
		expectSuccess(await stage.run(portIn(`+44207946021${index}`, expression)));
	const bodies = control.calls({ operation: 'portIn' }).map(({ body }) => JSON.stringify(body));
	expect(bodies).toHaveLength(expressions.length);
	for (const body of bodies) expect(body).toContain(Buffer.from('This is the loa').toString('base64'));
	expect(control.books()).toHaveLength(expressions.length);
	note('An LOA of an earlier node', expressions, control.books());
}
