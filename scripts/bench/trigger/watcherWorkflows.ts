import type { IDataObject, INode } from 'n8n-workflow';
import type { Simulator } from '../../../simulator/server';
import type { WorkflowTemplate } from '../../n8n/storedWorkflows';

/** Our trigger, and the workflow a user would build without it. */
export type Watcher = 'ours' | 'builtIn';

export const TITLES: Readonly<Record<Watcher, string>> = {
	ours: 'Colt trigger',
	builtIn: 'Schedule, HTTP, Remove Duplicates',
};

const PAGE_SIZE = 100;
/**
 * More than any account here has: with n8n's default of 10,000 every order of a bigger account would be reported at
 * each poll.
 */
const HISTORY_SIZE = 500_000;

const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: IDataObject,
	more: Partial<INode> = {},
): INode => ({
	id: name,
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters: parameters as INode['parameters'],
	...more,
});

/** Polls once when it is published, and not again while it is measured. */
const ours = (): INode[] => [
	node(
		'Trigger',
		'n8n-nodes-colt.coltWholesaleSipTrigger',
		1,
		{ pollTimes: { item: [{ mode: 'everyMonth', dayOfMonth: 1, hour: 0, minute: 0 }] } },
		{
			credentials: { coltOAuth2Api: { id: '', name: '' } },
		},
	),
];

/** The whole list page by page, and of it what has not been seen: an order as it is since its last change. */
function builtIn({ baseUrl }: Simulator, token: string): INode[] {
	const list = node('List', 'n8n-nodes-base.httpRequest', 4.2, {
		url: `${baseUrl}/v1/order`,
		sendQuery: true,
		queryParameters: { parameters: [{ name: 'limit', value: String(PAGE_SIZE) }] },
		sendHeaders: true,
		headerParameters: {
			parameters: [
				{ name: 'Authorization', value: `Bearer ${token}` },
				{ name: 'x-tracking-id', value: '=bench-{{ $execution.id }}' },
			],
		},
		options: {
			pagination: {
				pagination: {
					paginationMode: 'updateAParameterInEachRequest',
					parameters: { parameters: [{ type: 'qs', name: 'offset', value: `={{ $pageCount * ${PAGE_SIZE} }}` }] },
					paginationCompleteWhen: 'other',
					completeExpression: `={{ $response.body.length < ${PAGE_SIZE} }}`,
				},
			},
		},
	});
	const fresh = node('Only new', 'n8n-nodes-base.removeDuplicates', 2, {
		operation: 'removeItemsSeenInPreviousExecutions',
		logic: 'removeItemsWithAlreadySeenKeyValues',
		dedupeValue: '={{ $json.id }} {{ $json.lastUpdate }}',
		options: { scope: 'node', historySize: HISTORY_SIZE },
	});
	return [
		node('Schedule', 'n8n-nodes-base.scheduleTrigger', 1.2, {
			rule: { interval: [{ field: 'seconds', secondsInterval: 2 }] },
		}),
		list,
		fresh,
	];
}

/** A workflow that ends by telling how many items it has; executions are not stored, which spares both the same. */
export function watcherWorkflow(
	watcher: Watcher,
	simulator: Simulator,
	token: string,
	reportUrl: string,
): WorkflowTemplate {
	const report = node(
		'Report',
		'n8n-nodes-base.httpRequest',
		4.2,
		{
			method: 'POST',
			url: reportUrl,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ JSON.stringify({ items: $input.all().length }) }}',
			options: {},
		},
		{ executeOnce: true },
	);
	const nodes = [...(watcher === 'ours' ? ours() : builtIn(simulator, token)), report];
	return {
		name: `Benchmark: ${TITLES[watcher]}`,
		nodes,
		connections: Object.fromEntries(
			nodes
				.slice(1)
				.map(({ name }, index) => [nodes[index]?.name ?? '', { main: [[{ node: name, type: 'main', index: 0 }]] }]),
		),
		settings: { saveDataSuccessExecution: 'none' },
	};
}
