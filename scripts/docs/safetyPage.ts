import { resources as inbound } from '../../nodes/ColtInbound/registry';
import { resources as wholesaleSip } from '../../nodes/ColtWholesaleSip/registry';
import type { Resource } from '../../nodes/shared/operation/types';
import type { RecoveryRule } from '../../nodes/shared/placing/recovery';
import type { Parts } from './markers';
import { table } from './markdown';

const SOURCES: Record<string, (rule: RecoveryRule) => string> = {
	ranges: ({ api }) =>
		api.history === undefined
			? "the number's status and the order it names"
			: "the number's order history, the list of orders, the number's status",
	parent: () => 'the child orders of the order, the list of orders',
	place: () => 'the list of orders',
};

const sources = (rule: RecoveryRule): string =>
	rule.by === undefined
		? rule.from === undefined
			? "nowhere: Colt's API does not show locks"
			: "the number's status"
		: (SOURCES[rule.by]?.(rule) ?? '');

const again = ({ event, from, api }: RecoveryRule): string =>
	event === undefined && from === undefined
		? 'never'
		: api.orders === undefined && event !== undefined
			? 'while the number is Reserved'
			: "while the number's status is the one before";

const rowsOf = (node: string, resources: readonly Resource[]): string[][] =>
	resources.flatMap((resource) =>
		resource.operations.flatMap((operation) => {
			if (!('wire' in operation)) return [];
			const rule = operation.recovery;
			const where = rule && (operation.bulk === undefined ? sources(rule) : 'the list of orders, row by row');
			return rule === undefined
				? []
				: [[`${node}${resource.name}: ${operation.name}`, where ?? '', again(rule), rule.check]];
		}),
	);

/** The generated part of docs/safety.md: where each order is looked for, and whether it is sent again. */
export const safetyParts = (): Parts => ({
	recovery: table(
		['operation', 'looked for in', 'sent again', 'what to check yourself'],
		[...rowsOf('', wholesaleSip), ...rowsOf('Inbound ', inbound)],
	),
});
