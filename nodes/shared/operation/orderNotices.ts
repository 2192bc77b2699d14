import type { INodeProperties } from 'n8n-workflow';

import type { Operation, Resource } from './types';

const ORDERS = 'Each input item places an order. In production, orders cost money.';

function noticeOf(operation: Operation): string | undefined {
	if (operation.notice !== undefined) return operation.notice;
	return 'wire' in operation && operation.wire.effect === 'order' ? ORDERS : undefined;
}

/** What must be known before a node runs: one notice for all operations of a resource with the same words. */
export function orderNotices({ value, operations }: Resource): INodeProperties[] {
	const users = new Map<string, string[]>();
	for (const operation of operations) {
		const text = noticeOf(operation);
		if (text !== undefined) users.set(text, [...(users.get(text) ?? []), operation.value]);
	}
	return [...users].map(([displayName, operation]) => ({
		displayName,
		name: 'orderNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: [value], operation } },
	}));
}
