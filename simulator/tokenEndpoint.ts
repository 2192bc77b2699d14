import type { FastifyInstance } from 'fastify';
import { encodeResponse } from '../nodes/shared/contract/codec';
import type { ApiTable } from '../nodes/shared/contract/table';
import type { ContractCheck } from './contractValidation';
import { standardError } from './apiError';
import type { World } from './world';

/** Registers the token endpoint. Its own checks come before the contract's, because its errors have their own codes. */
export function registerTokenEndpoint(
	app: FastifyInstance,
	world: World,
	api: { table: ApiTable; check: ContractCheck },
): void {
	const operation = api.table.operations['requestToken'];
	if (!operation) throw new Error('The contract has no operation requestToken');
	void app.register((scope, _options, ready) => {
		scope.removeAllContentTypeParsers();
		scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
		scope.route({
			method: operation.method,
			url: api.table.basePath + operation.path,
			config: { operation: `authentication.${operation.id}` },
			handler: async (request, reply) => {
				const body = typeof request.body === 'string' ? request.body : '';
				// The log keeps the form's fields, so that it can leave secrets out.
				request.body = Object.fromEntries(new URLSearchParams(body));
				const token = await world.tokens.issue({ headers: request.headers, body }, world.settings.tokenMs);
				request.noted.carriedOut = true;
				const wire = encodeResponse(operation, token);
				const problem = api.check.response(operation.id, 200, wire);
				if (problem) {
					world.violations.push(`authentication.${operation.id}: ${problem}`);
					throw standardError(500, `The answer contradicts the contract: ${problem}`);
				}
				return reply.header('cache-control', 'no-store').send(wire);
			},
		});
		ready();
	});
}
