import { itemsOf } from '../../../scripts/n8n/executions';
import { n8nCli } from '../../../scripts/n8n/command';
import { createWorkflow, deleteWorkflow, withCredential } from '../../../scripts/n8n/storedWorkflows';
import { chain, coltNode } from '../stage';
import type { Stage } from '../stage';

const reserve = { resource: 'number', operation: 'reserve', numberRangeStart: '={{ $json.number }}', country: 'auto' };
const numbers = (count: number) =>
	Array.from({ length: count }, (_, index) => `+4420813260${String(index).padStart(2, '0')}`);
const items = (list: readonly string[]) => list.map((number) => ({ number }));

/** Several input items in one run. */
export function severalItems(stage: () => Stage): void {
	describe('several items', () => {
		const control = () => stage().simulator.control;
		const stock = (list: readonly string[]) =>
			control().seed({ numbers: list.map((start) => ({ start, country: 'GB' as const })) });
		beforeEach(() => stage().reset());

		it('become one order each, in the order of the items and paired with them', async () => {
			const list = numbers(30);
			stock(list);
			const execution = await stage().run(chain([coltNode('Reserve', reserve)], items(list)));
			expect(itemsOf(execution, 'Reserve').map(({ numberRangeStart }) => numberRangeStart)).toEqual(list);
			const paired = execution.runs
				.find(({ node }) => node === 'Reserve')
				?.outputs.flat()
				.map(({ pairedItem }) => pairedItem);
			expect(paired).toEqual(list.map((_, item) => ({ item })));
			expect(control().books()).toHaveLength(list.length);
			expect(
				new Set(
					control()
						.books()
						.map(({ trackingId }) => trackingId),
				).size,
			).toBe(list.length);
		});

		it('stop at a bad one before anything is sent, and say which', async () => {
			const [first = '', second = ''] = numbers(2);
			stock([first, second]);
			const execution = await stage().run(
				chain([coltNode('Reserve', reserve)], items([first, 'not a number', second])),
			);
			expect(execution.status).toBe('error');
			expect(`${execution.error?.message} ${execution.error?.description}`).toMatch(/Number Range Start/);
			expect(control().calls({ operation: 'reserveNumbers' })).toEqual([]);
		});

		it('go on past a failed one when told to continue', async () => {
			const [first = '', absent = '', third = ''] = numbers(3);
			stock([first, third]);
			const list = [first, absent, 'not a number', third];
			const execution = await stage().run(
				chain([coltNode('Reserve', reserve, { onError: 'continueRegularOutput' })], items(list)),
			);
			expect(execution.status).toBe('success');
			const results = itemsOf(execution, 'Reserve');
			expect(results).toHaveLength(4);
			expect(results.map(({ orderId }) => typeof orderId)).toEqual(['string', 'undefined', 'undefined', 'string']);
			expect(results.map(({ error }) => Boolean(error))).toEqual([false, true, true, false]);
			expect(
				control()
					.books()
					.map(({ status }) => status),
			).toHaveLength(2);
		});

		it('are sent to the error output when told so', async () => {
			const [first = '', absent = ''] = numbers(2);
			stock([first]);
			const node = coltNode('Reserve', reserve, { onError: 'continueErrorOutput' });
			const execution = await stage().run(chain([node], items([first, absent])));
			expect(itemsOf(execution, 'Reserve', 0)).toMatchObject([{ numberRangeStart: first }]);
			expect(itemsOf(execution, 'Reserve', 1)).toMatchObject([
				{
					number: absent,
					error: expect.stringMatching(/No order was placed\.$/) as unknown,
					details: { outcome: 'refused', trackingId: expect.any(String) as unknown },
				},
			]);
		});

		it('are not ordered twice by Retry On Fail', async () => {
			const list = numbers(4);
			stock(list);
			control().addFault({ operation: 'reserveNumbers', status: 400, code: '002', message: 'refused once', count: 1 });
			const node = coltNode('Reserve', reserve, { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 });
			const execution = await stage().run(chain([node], items(list)));
			expect(execution.status).toBe('success');
			expect(itemsOf(execution, 'Reserve')).toHaveLength(list.length);
			expect(control().books()).toHaveLength(list.length);
		});

		it('work from the command line, with n8n execute', async () => {
			const { n8n, credential, program } = stage();
			const search = { resource: 'number', operation: 'searchFree', country: 'FR', limit: 2 };
			const workflow = await createWorkflow(n8n.rest, withCredential(chain([coltNode('Search', search)]), credential));
			try {
				const output = await n8nCli(program, n8n, ['execute', `--id=${workflow.id}`]);
				expect(output).toContain('Execution was successful');
				expect(control().calls({ operation: 'searchFreeNumbers' })).toMatchObject([
					{ status: 200, query: { country: 'FR' } },
				]);
			} finally {
				await deleteWorkflow(n8n.rest, workflow);
			}
		});
	});
}
