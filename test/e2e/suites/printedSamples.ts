import type { IDataObject } from 'n8n-workflow';
import { asText } from '../../../scripts/lib/asText';
import { itemsOf } from '../../../scripts/n8n/executions';
import { chain, coltNode } from '../stage';
import type { Stage } from '../stage';

interface Sample {
	title: string;
	/** Where the sample is printed. */
	document: string;
	operation: 'reserve' | 'return';
	path: string;
	parameters: IDataObject;
	/** As printed. */
	body: IDataObject;
	/** The number as it must be in stock for the call to be accepted. */
	stock: { start: string; end?: string; country: 'GB' | 'LU'; status: 'Free' | 'Reserved' };
}

const product = { name: 'Wholesale SIP' };
const range = (numberRangeStart: string, numberRangeEnd = numberRangeStart) => [{ numberRangeStart, numberRangeEnd }];

const SAMPLES: readonly Sample[] = [
	{
		title: 'GB reservation with service profile',
		document: '004, 3.1',
		operation: 'reserve',
		path: '/numberManagement/v1/reservation/order',
		parameters: {
			numberRangeStart: '+442081324758',
			additionalFields: { serviceProfile: 'ANH', customerReference: 'My Customer' },
		},
		body: {
			numberRangeList: range('+442081324758'),
			productOffering: product,
			relatedParty: {
				reseller: { serviceProfile: 'ANH', country: 'GB' },
				endCustomerDetails: { customerReference: 'My Customer' },
			},
		},
		stock: { start: '+442081324758', country: 'GB', status: 'Free' },
	},
	{
		// Printed with a leading blank before both numbers, which the API's own pattern refuses: they are sent trimmed.
		title: 'LU reservation without service profile',
		document: '004, 3.2',
		operation: 'reserve',
		path: '/numberManagement/v1/reservation/order',
		parameters: {
			numberRangeStart: ' +35227949650',
			numberRangeEnd: ' +352279496509',
			additionalFields: { customerReference: 'My Customer' },
		},
		body: {
			numberRangeList: range(' +35227949650', ' +352279496509'),
			productOffering: product,
			relatedParty: { reseller: { country: 'LU' }, endCustomerDetails: { customerReference: 'My Customer' } },
		},
		stock: { start: '+35227949650', end: '+352279496509', country: 'LU', status: 'Free' },
	},
	{
		title: 'return with service profile',
		document: '003, 1.1',
		operation: 'return',
		path: '/numberManagement/v1/return/order',
		parameters: { numberRangeStart: '+442081324758', additionalFields: { serviceProfile: 'ANH' } },
		body: {
			numberRangeList: range('+442081324758'),
			productOffering: product,
			relatedParty: { reseller: { serviceProfile: 'ANH', country: 'GB' } },
		},
		stock: { start: '+442081324758', country: 'GB', status: 'Reserved' },
	},
	{
		title: 'return without service profile',
		document: '003, 1.2',
		operation: 'return',
		path: '/numberManagement/v1/return/order',
		parameters: { numberRangeStart: '+442081324759' },
		body: {
			numberRangeList: range('+442081324759'),
			productOffering: product,
			relatedParty: { reseller: { country: 'GB' } },
		},
		stock: { start: '+442081324759', country: 'GB', status: 'Reserved' },
	},
];

const SHOWN_HEADERS = ['content-type', 'accept', 'authorization', 'x-tracking-id'];

/** The requests of the vendor's documents, as they leave a real n8n. */
export function samples(stage: () => Stage): void {
	describe("the vendor's documented samples", () => {
		const printed: string[] = [];
		beforeEach(() => stage().reset());
		afterAll(() => process.stdout.write(`\n${printed.join('\n\n')}\n`));

		it.each(SAMPLES)('$title (document $document)', async (sample) => {
			const { control } = stage().simulator;
			control.seed({ numbers: [sample.stock] });
			const parameters = { resource: 'number', operation: sample.operation, country: 'auto', ...sample.parameters };
			const execution = await stage().run(chain([coltNode('Colt', parameters)]));
			expect(execution.error).toBeUndefined();
			const [call, ...others] = control.calls({
				operation: sample.operation === 'reserve' ? 'reserveNumbers' : 'returnNumbers',
			});
			expect(others).toEqual([]);
			printed.push(sideBySide(sample, call));
			const body: unknown = JSON.parse(JSON.stringify(sample.body), (_, value: unknown) =>
				typeof value === 'string' ? value.trim() : value,
			);
			expect(call).toMatchObject({ method: 'POST', path: sample.path, query: {}, status: 200, unknown: [] });
			expect(call?.body).toEqual(body);
			expect(Object.keys(call?.body as object)).toEqual(Object.keys(sample.body));
			expect(call?.headers['x-tracking-id']).toMatch(/^[a-zA-Z0-9_.~:@-]{1,255}$/);
			expect(call?.headers['content-type']).toMatch(/^application\/json/);
			const [item] = itemsOf(execution, 'Colt');
			expect(item).toMatchObject({ orderId: control.books().at(-1)?.id, trackingId: call?.trackingId });
		});
	});
}

function sideBySide(
	sample: Sample,
	call: ReturnType<Stage['simulator']['control']['calls']>[number] | undefined,
): string {
	const headers = SHOWN_HEADERS.map((name) => `  ${name}: ${asText(call?.headers[name]) || '(absent)'}`);
	return [
		`${sample.title} (document ${sample.document})`,
		`  ${call?.method} ${call?.path}`,
		...headers,
		`  sent        ${JSON.stringify(call?.body)}`,
		`  documented  ${JSON.stringify(sample.body)}`,
	].join('\n');
}
