import type { Field } from '../operation/types';

const parameterRow: Field[] = [
	{ displayName: 'Name', name: 'name', type: 'string', default: '' },
	{ displayName: 'Value', name: 'value', type: 'string', default: '', emptyIsMeant: true },
];

/** The Options collection every operation of every node ends with; it has no visibility of its own. */
export const optionsField: Field = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Body Patch (JSON)',
			name: 'bodyPatch',
			type: 'json',
			default: '{}',
			description:
				'JSON merge patch (RFC 7386) applied last to the request body: values are added or replaced, null ' +
				"removes. Use it when Colt's specification names a field differently or has one this node does not.",
		},
		{
			displayName: 'Extra Query Parameters',
			name: 'extraQuery',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add parameter',
			default: {},
			description:
				'Query parameters added to the request as they are; one of the same name is replaced, an empty value ' +
				'removes it',
			options: [
				{
					displayName: 'Parameter',
					name: 'parameter',
					values: parameterRow,
				},
			],
		},
		{
			displayName: 'Largest File (MB)',
			name: 'largestFileMb',
			type: 'number',
			typeOptions: { minValue: 0.1 },
			default: 10,
			description: 'A document above this size is refused before anything is sent. Colt documents no limit of its own.',
		},
		{
			displayName: 'Local Checks',
			name: 'localChecks',
			type: 'boolean',
			default: true,
			description:
				"Whether to refuse, before anything is sent, what Colt's documents forbid for the country. Switch it " +
				'off if Colt has agreed to something else with you.',
		},
		{
			displayName: 'Look for Earlier Orders (Hours)',
			name: 'lookBackHours',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 2160 },
			default: 24,
			description:
				'Before an order is sent, check whether an order of the same kind was placed for the same numbers ' +
				'within this many hours, and return that order instead. Use it to run a workflow again after a crash. ' +
				'A retried execution checks automatically.',
		},
		{
			displayName: 'Look-Up Time (Seconds)',
			name: 'lookUpSeconds',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 600 },
			default: 20,
			description:
				'How long to look for an order at Colt when its answer was lost, before it is sent again or reported ' +
				'as unclear',
		},
		{
			displayName: 'Most Calls per Second',
			name: 'mostCallsPerSecond',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description:
				'Upper limit for this node, for example to leave capacity for your other programs. 0 means no limit: ' +
				"the node learns Colt's rate limit automatically.",
		},
		{
			displayName: 'Parallel Calls',
			name: 'parallelCalls',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 50, numberPrecision: 0 },
			default: 40,
			description: 'How many items are worked on at once at most',
		},
		{
			displayName: 'Timeout (Seconds)',
			name: 'timeoutSeconds',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 120,
			description:
				'How long one call may take until its answer is complete; without a first sign of the answer it ends ' +
				'after 60 seconds. After the timeout of an order it is not known whether Colt carried it out.',
		},
		{
			displayName: 'Tracking ID',
			name: 'trackingId',
			type: 'string',
			default: '',
			placeholder: 'e.g. order-2026-0815',
			description:
				"Your own value for Colt's tracking header, up to 255 letters, digits or _ . ~ : @ -. Use an " +
				'expression to give each item its own. Left empty, every item gets one, and a retry of the same item ' +
				'keeps it.',
		},
	],
};
