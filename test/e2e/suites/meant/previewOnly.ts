import type { IDataObject } from 'n8n-workflow';
import { itemsOf } from '../../../../scripts/n8n/executions';
import { chain, coltNode } from '../../stage';
import type { Stage } from '../../stage';
import { errorText, stock } from './parts';
import { note } from './report';

const bulk = (preview: string) =>
	coltNode('Bulk', {
		resource: 'bulkOrder',
		operation: 'activate',
		numberRangeStart: '={{ $json.number }}',
		endCustomer: { mappingMode: 'autoMapInputData', value: null },
		bulkSize: 50,
		preview,
	});

const row = (number: string | undefined, more: IDataObject = {}): IDataObject => ({
	number,
	'End customer name': 'Example Trading Ltd',
	'House number': '1',
	'Street name': 'High Street',
	City: 'London',
	'Postal code': 'N1 1AA',
	...more,
});

/**
 * A switch by expression as text, number or word means what it says; what cannot be read, or differs, orders nothing.
 */
export async function previewOnlyByText(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	const [number, other] = stock(stage, '8140', 2);
	const sent = () => control.calls({ operation: 'bulkActivate' }).length;
	const messages: string[] = [];
	for (const on of ['={{ "true" }}', '={{ 1 }}', '={{ "yes" }}', '={{ true }}']) {
		const execution = await stage.run(chain([bulk(on)], [row(number)]));
		expect([on, execution.error?.message, itemsOf(execution, 'Bulk')[0]?.outcome]).toEqual([on, undefined, 'dryRun']);
	}
	for (const unreadable of ['={{ "perhaps" }}', '={{ {} }}', '={{ "" }}']) {
		const execution = await stage.run(chain([bulk(unreadable)], [row(number)]));
		messages.push(`${unreadable}: ${execution.error?.message}`);
		expect([unreadable, execution.status, errorText(execution)]).toEqual([
			unreadable,
			'error',
			expect.stringContaining('Preview Only'),
		]);
	}
	expect(sent()).toBe(0);
	note('Preview Only by text, number or word', messages, control.books());

	// Items that differ: each as it says, or nothing is sent.
	const mixed = [row(number, { only: true }), row(other, { only: false })];
	const execution = await stage.run(chain([bulk('={{ $json.only }}')], mixed));
	if (execution.error !== undefined)
		expect([errorText(execution), sent()]).toEqual([expect.stringContaining('Preview Only'), 0]);
	else expect(itemsOf(execution, 'Bulk').map(({ outcome }) => outcome === 'dryRun')).toEqual([true, false]);
	expect(JSON.stringify(control.calls({ operation: 'bulkActivate' }))).not.toContain(number);

	const before = sent();
	const off = await stage.run(chain([bulk('={{ "false" }}')], [row(number)]));
	expect(off.error).toBeUndefined();
	expect(sent()).toBe(before + 1);
}
