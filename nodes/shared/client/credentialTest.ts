import { randomUUID } from 'node:crypto';

import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { pathFor, encodeHeaders } from '../contract/codec';
import { wholesaleSip } from '../contract/wire.generated';
import { withoutSecrets } from '../errors/blot';
import { API_ERRORS } from '../errors/catalogue';
import { toProblem } from '../errors/present';
import type { Problem } from '../errors/problem';
import { apiProblem } from './failure';
import { toWireResponse } from './http';
import { jwtSettings, signedToken } from './jwt';
import type { Send } from './http';
import { accessToken, forgetToken, tokenSettings } from './token';
import { newTrackingId } from './trackingId';

/** n8n's credential test offers its older request helper only. */
const sendFrom =
	(context: ICredentialTestFunctions): Send =>
	async ({ method, url, headers, body, timeoutMs }) =>
		toWireResponse(
			(await context.helpers.request({
				method,
				uri: url,
				headers,
				...(body !== undefined && { body }),
				simple: false,
				resolveWithFullResponse: true,
				followRedirect: false,
				json: false,
				timeout: timeoutMs ?? 30_000,
			})) as { statusCode: number },
		);

const failure = ({ message, remedy, httpStatus, code, trackingId }: Problem): INodeCredentialTestResult => ({
	status: 'Error',
	message: [
		`${message}.`,
		remedy,
		httpStatus === undefined
			? ''
			: `(HTTP status ${httpStatus}${code === undefined ? '' : `, Colt code ${code}`}, tracking ID ${String(trackingId)})`,
	]
		.filter((part) => part !== '')
		.join(' '),
});

/**
 * Asks for an order that cannot exist. It uses documented names only and costs nothing: 404 or 400 shows that the
 * number API takes the token, 401 and 403 say why not.
 */
async function askNumberApi(settings: { origin: string }, send: Send, token: string): Promise<Problem | undefined> {
	const trackingId = newTrackingId();
	const operation = wholesaleSip.operations.getOrder;
	const response = await send({
		method: operation.method,
		url: settings.origin + wholesaleSip.basePath + pathFor(operation, { orderId: randomUUID() }),
		headers: {
			accept: 'application/json',
			authorization: `Bearer ${token}`,
			...encodeHeaders(operation, { trackingId }),
		},
	});
	return response.status === 401 || response.status === 403
		? withoutSecrets(apiProblem(response, trackingId, API_ERRORS), [token])
		: undefined;
}

async function test(
	context: ICredentialTestFunctions,
	tokenFor: (send: Send) => Promise<{ origin: string; token: string }>,
): Promise<INodeCredentialTestResult> {
	try {
		const send = sendFrom(context);
		const { origin, token } = await tokenFor(send);
		const problem = await askNumberApi({ origin }, send, token);
		return problem === undefined ? { status: 'OK', message: 'Colt accepts this client' } : failure(problem);
	} catch (error) {
		return failure(toProblem(error));
	}
}

/** Credential test of `coltOAuth2Api`: gets a fresh token, then shows it to the number API. Never throws. */
export async function testColtOAuth2(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	return await test(this, async (send) => {
		const settings = tokenSettings(credential.data ?? {});
		forgetToken(settings);
		return { origin: settings.origin, token: await accessToken(settings, send, undefined, { attempts: 2 }) };
	});
}

/** Credential test of `coltJwtApi`: signs a token, then shows it to the number API. Never throws. */
export async function testColtJwt(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	return await test(this, async () => {
		const settings = jwtSettings(credential.data ?? {});
		return { origin: settings.origin, token: await signedToken(settings) };
	});
}
