/** The short form, for the CI: COLT_QUEUE=short. */
export const isShort = process.env['COLT_QUEUE'] === 'short';

/** How much the tests do. */
export const SIZE = isShort
	? { executions: 4, orders: 50, callbacks: 50, changes: 60 }
	: { executions: 10, orders: 200, callbacks: 200, changes: 200 };
