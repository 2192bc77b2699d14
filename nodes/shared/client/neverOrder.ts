import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { inbound, wholesaleSip } from '../contract/wire.generated';
import type { Operation } from '../contract/table';
import { ColtError } from '../errors/problem';
import { NEVER_ORDER_LABEL } from '../fields/credential';
import { readBoolean } from '../input/readBoolean';
import { toText } from '../text';
import { urlOf } from './authorize';
import { correctionsIn } from './corrections';
import { originOf } from './environment';
import type { EnvironmentName } from './environment';

/** Reading methods of HTTP. */
const READS: readonly string[] = ['GET', 'HEAD'];

/**
 * Whether the credential forbids every order. One that was stored before the switch existed does not.
 * @throws ColtError when an expression gives neither true nor false
 */
export function isNeverOrder({ neverOrder }: ICredentialDataDecryptedObject): boolean {
	return neverOrder !== undefined && readBoolean(neverOrder, NEVER_ORDER_LABEL);
}

/** Why the client sends nothing that writes. */
export const neverOrders = (): ColtError =>
	new ColtError({
		kind: 'configuration',
		message: `The Colt credential never orders: its switch '${NEVER_ORDER_LABEL}' is on`,
		remedy: 'Use another credential to order.',
		outcome: 'notSent',
	});

const plain = (path: string): string => path.replace(/\/{2,}/g, '/').replace(/\/$/, '');

/** A path of the contract, with anything in place of its parameters. */
const patternOf = (path: string): RegExp =>
	new RegExp(
		`^${plain(path)
			.split(/\{[^}]+\}/)
			.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
			.join('[^/]+')}$`,
		'i',
	);

/** Every operation's method and path, as the credential corrects them. */
function* operationsAt(credentials: ICredentialDataDecryptedObject, prefix: string) {
	for (const api of [wholesaleSip, inbound]) {
		const corrections = correctionsIn(credentials, api);
		for (const operation of Object.values<Operation>({ ...api.operations })) {
			const { method, path } = corrections?.get(operation.id) ?? operation;
			yield {
				method: method.toUpperCase(),
				pattern: patternOf(prefix + api.basePath + path),
				effect: operation.effect,
			};
		}
	}
}

function isRead(credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): boolean {
	const url = urlOf(request);
	if (url === undefined) return false;
	if (Object.keys(request.headers ?? {}).some((name) => /method/i.test(name))) return false;
	const method = toText(request.method ?? 'GET').toUpperCase();
	const base = new URL(originOf(credentials.environment as EnvironmentName, credentials.baseUrl as string | undefined));
	const path = plain(decodeURI(url.pathname));
	const found = [...operationsAt(credentials, plain(base.pathname))].filter(
		(one) => one.method === method && one.pattern.test(path),
	);
	if (found.some(({ effect }) => effect !== 'read')) return false;
	return READS.includes(method) || found.length > 0;
}

/**
 * Refuses what writes for a credential that never orders, whichever node sends it: everything but GET and the
 * contract's own reads.
 * @throws UserError
 */
export function refuseWrite(credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): void {
	let why: string;
	try {
		if (!isNeverOrder(credentials) || isRead(credentials, request)) return;
		why = neverOrders().message;
	} catch (error) {
		why = error instanceof Error ? error.message : String(error);
	}
	throw new UserError(`${why}. Nothing was sent.`, { description: neverOrders().description });
}
