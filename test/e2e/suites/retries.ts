import type { IDataObject, INode } from 'n8n-workflow';

import { itemsOf, waitForEnd } from '../../../scripts/n8n/executions';
import type { Execution } from '../../../scripts/n8n/executions';
import { createWorkflow, deleteWorkflow, runManually, withCredential } from '../../../scripts/n8n/storedWorkflows';
import type { StoredWorkflow } from '../../../scripts/n8n/storedWorkflows';
import { waitFor } from '../../../scripts/lib/waitFor';
import { chain, coltNode } from '../stage';
import type { Stage } from '../stage';

const ORDERS = 200;
const reserve = { resource: 'number', operation: 'reserve', numberRangeStart: '={{ $json.number }}', country: 'auto' };
/** Few at once, so that there is a middle in which n8n can be killed. */
const slowly = { parallelCalls: 10 };
const LATENCY_MS = 40;

const numbers = (block: number): string[] =>
	Array.from({ length: ORDERS }, (_, index) => `+4420${block}${String(index).padStart(4, '0')}`);
const count = (items: readonly IDataObject[], is: (item: IDataObject) => boolean): number => items.filter(is).length;

/** What happens to orders when a node, or n8n itself, has to begin again. */
export function retries(stage: () => Stage): void {
	describe('beginning again', () => {
		const control = () => stage().simulator.control;
		const report: Array<Record<string, unknown>> = [];
		beforeEach(() => stage().reset());
		afterAll(() => {
			process.stdout.write(
				`\nBeginning again, ${ORDERS} orders each:\n${report
					.map((row) =>
						Object.entries(row)
							.map(([name, value]) => `  ${name}: ${String(value)}`)
							.join('\n'),
					)
					.join('\n\n')}\n\n`,
			);
		});

		const stock = (list: readonly string[]) =>
			control().seed({ numbers: list.map((start) => ({ start, country: 'GB' as const })) });
		/** Every number has exactly one order, and every order a tracking id of its own. */
		const expectOnce = (list: readonly string[]): void => {
			const books = control().books();
			expect(books.flatMap(({ ranges = [] }) => ranges.map(({ start }) => start)).sort()).toEqual([...list].sort());
			expect(new Set(books.map(({ trackingId }) => trackingId)).size).toBe(list.length);
		};
		const store = async (node: INode, list: readonly string[], settings: IDataObject): Promise<StoredWorkflow> => {
			const template = chain(
				[node],
				list.map((number) => ({ number })),
			);
			return await createWorkflow(stage().n8n.rest, withCredential({ ...template, settings }, stage().credential));
		};
		const hintsOf = ({ runs }: Execution): string => runs.at(-1)?.hints.join(' ') ?? '';
		const told = (execution: Execution): IDataObject => {
			const items = itemsOf(execution, 'Reserve');
			return {
				'execution ends as': execution.status,
				items: items.length,
				'of them already placed before': count(items, ({ alreadyPlaced }) => alreadyPlaced === true),
				...(hintsOf(execution) !== '' && { hint: hintsOf(execution) }),
				...(execution.error !== undefined && {
					error: `${execution.error.message} ${execution.error.description ?? ''}`.slice(0, 400),
				}),
			};
		};

		/** Runs a workflow until a part of its orders is placed, kills n8n and starts it again. */
		const killInTheMiddle = async (workflow: StoredWorkflow): Promise<{ id: string; placed: number }> => {
			const { n8n } = stage();
			const id = await runManually(n8n.rest, workflow);
			await waitFor('a third of the orders', () => (control().books().length >= ORDERS / 3 ? true : undefined), {
				everyMs: 5,
			});
			await n8n.crash();
			await waitFor('n8n to see that the execution has crashed', async () =>
				(await n8n.rest.get<{ status: string }>(`/executions/${id}`)).status === 'crashed' ? true : undefined,
			);
			await waitFor('the simulator to be at rest', () => (control().stats().requestsInFlight === 0 ? true : undefined));
			const placed = control().books().length;
			expect(placed).toBeGreaterThanOrEqual(ORDERS / 3);
			expect(placed).toBeLessThan(ORDERS);
			return { id, placed };
		};

		it('Retry On Fail after failures in the middle: the second try places only what the first has not', async () => {
			const list = numbers(7100);
			stock(list);
			control().change({ latencyMs: LATENCY_MS });
			const node = coltNode(
				'Reserve',
				{ ...reserve, options: slowly },
				{ retryOnFail: true, maxTries: 2, waitBetweenTries: 10 },
			);
			const workflow = await store(node, list, {});
			try {
				const id = await runManually(stage().n8n.rest, workflow);
				await waitFor('a third of the orders', () => (control().books().length >= ORDERS / 3 ? true : undefined), {
					everyMs: 5,
				});
				control().addFault({
					operation: 'reserveNumbers',
					status: 400,
					code: '002',
					message: 'refused this time',
					count: 3,
				});
				const execution = await waitForEnd(stage().n8n.rest, id);
				const calls = control().calls({ operation: 'reserveNumbers' });
				report.push({
					case: 'Retry On Fail, three failures in the first try',
					'in the books': control().books().length,
					calls: calls.length,
					refused: calls.filter(({ status }) => status === 400).length,
					...told(execution),
				});
				expect(execution.error).toBeUndefined();
				expectOnce(list);
				expect(calls).toHaveLength(ORDERS + 3);
				expect(itemsOf(execution, 'Reserve')).toHaveLength(ORDERS);
				expect(hintsOf(execution)).toMatch(/placed by an earlier try/);
			} finally {
				await deleteWorkflow(stage().n8n.rest, workflow);
			}
		});

		it('n8n killed in the middle, progress saved: "Retry execution" finds them and places the rest', async () => {
			const list = numbers(7200);
			stock(list);
			control().change({ latencyMs: LATENCY_MS });
			const workflow = await store(coltNode('Reserve', { ...reserve, options: slowly }), list, {
				saveExecutionProgress: true,
			});
			try {
				const { id, placed } = await killInTheMiddle(workflow);
				const before = new Map(
					control()
						.books()
						.map((order) => [order.ranges?.[0]?.start, order]),
				);
				const retried = await stage().n8n.rest.post<{ id: string }>(`/executions/${id}/retry`, { loadWorkflow: false });
				const execution = await waitForEnd(stage().n8n.rest, retried.id);
				report.push({
					case: 'n8n killed, execution saved, "Retry execution"',
					'in the books when n8n was killed': placed,
					'in the books': control().books().length,
					calls: control().calls({ operation: 'reserveNumbers' }).length,
					...told(execution),
				});
				expect(execution.error).toBeUndefined();
				expectOnce(list);
				const items = itemsOf(execution, 'Reserve');
				expect(items).toHaveLength(ORDERS);
				expect(count(items, ({ alreadyPlaced }) => alreadyPlaced === true)).toBe(placed);
				// The same order keeps its tracking ID, from the killed execution to the retried one.
				for (const { numberRangeStart, orderId, trackingId } of items) {
					const order = before.get(numberRangeStart as string);
					if (order !== undefined) expect([orderId, trackingId]).toEqual([order.id, order.trackingId]);
				}
				expect(hintsOf(execution)).toContain(
					`${placed} of ${ORDERS} orders were placed by an earlier try or run and not placed again`,
				);
			} finally {
				await deleteWorkflow(stage().n8n.rest, workflow);
			}
		});

		it(
			'n8n killed in the middle, nothing saved: n8n retries nothing, a new run refuses what is there, or finds ' +
				'it when told to look',
			async () => {
				const list = numbers(7300);
				stock(list);
				control().change({ latencyMs: LATENCY_MS });
				const workflow = await store(coltNode('Reserve', { ...reserve, options: slowly }), list, {
					saveExecutionProgress: false,
				});
				try {
					const { id, placed } = await killInTheMiddle(workflow);
					const refusal = await stage()
						.n8n.rest.post(`/executions/${id}/retry`, { loadWorkflow: false })
						.then(
							() => 'retried',
							(error: unknown) => String(error),
						);
					expect(refusal).toMatch(/cannot be retried/);
					const plain = await waitForEnd(stage().n8n.rest, await runManually(stage().n8n.rest, workflow));
					report.push({
						case: 'n8n killed, nothing saved, run anew',
						"n8n's answer to a retry": refusal,
						'in the books when n8n was killed': placed,
						'in the books': control().books().length,
						...told(plain),
					});
					expect(plain.error?.message).toMatch(/Reserved/);
					const looking = await stage().run(
						chain(
							[coltNode('Reserve', { ...reserve, options: { lookBackHours: 24 } })],
							list.map((number) => ({ number })),
						),
					);
					report.push({
						case: 'and anew with Look for Earlier Orders',
						'in the books': control().books().length,
						...told(looking),
					});
					expect(looking.error).toBeUndefined();
					expectOnce(list);
					expect(itemsOf(looking, 'Reserve')).toHaveLength(ORDERS);
				} finally {
					await deleteWorkflow(stage().n8n.rest, workflow);
				}
			},
		);
	});
}
