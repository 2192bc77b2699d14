import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { decodeResponse } from '../contract/codec';
import { wholesaleSip } from '../contract/wire.generated';
import { correctAnswer } from '../corrections/apply';
import type { Corrections } from '../corrections/compile';
import { API_ERRORS } from '../errors/catalogue';
import { toProblem } from '../errors/present';
import type { Problem } from '../errors/problem';
import { apiProblem } from './apiProblem';
import { askNumberApi } from './askNumberApi';
import type { NumberApiAnswer } from './askNumberApi';
import { correctionsIn } from './corrections';
import { withCredentialAdvice } from './credentialAdvice';
import type { CredentialKind } from './credentialAdvice';
import { toWireResponse } from './http';
import type { Send } from './http';
import { describeAnswer, intermediaryEntry, isInColtsForm } from './intermediary';
import { jwtSettings, signedToken } from './jwt';
import { accessToken, forgetToken, tokenSettings } from './token';
import { secretsOf } from './basicAuth';
import { tokenUrl } from './tokenRequest';

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

const REACH =
	'Check Environment and Base URL of the credential, and that the machine that runs n8n can reach this address ' +
	'(network, proxy, firewall). Then test again.';
const LATER = 'Wait a minute, then test again.';

/** What to do, for a person who is looking at the credential and not at a node. */
function remedyOf({ kind, httpStatus, remedy, message }: Problem): string {
	if (kind === 'network') return message.startsWith('A proxy') ? `${remedy} Then test again.` : REACH;
	return httpStatus === 429 ? LATER : remedy;
}

const failure = (problem: Problem, tried: string | undefined): INodeCredentialTestResult => {
	const { message, httpStatus, code, trackingId } = problem;
	const facts = [
		httpStatus === undefined ? '' : `HTTP status ${httpStatus}`,
		code === undefined ? '' : `Colt code ${code}`,
		trackingId === undefined ? '' : `tracking ID ${trackingId}`,
	].filter((fact) => fact !== '');
	const parts = [
		`${message}.`,
		tried === undefined ? '' : `Address tried: ${tried}.`,
		remedyOf(problem),
		facts.length === 0 ? '' : `(${facts.join(', ')})`,
	];
	return { status: 'Error', message: parts.filter((part) => part !== '').join(' ') };
};

/** Whether an answer shows that Colt's number API takes the token: it looked for the order, or disliked its id. */
function isAcceptance({ response }: NumberApiAnswer, corrections: Corrections | undefined): boolean {
	if (response.status === 404 || response.status === 400) return isInColtsForm(response);
	if (response.status !== 200) return false;
	const body = response.json?.value;
	const correction = corrections?.get('getOrder');
	const ours = correction === undefined ? body : correctAnswer(correction, { header: {}, body }, Date.now()).body;
	const order: unknown = decodeResponse(wholesaleSip.operations.getOrder, ours);
	return typeof order === 'object' && order !== null && 'id' in order;
}

/** What was asked and found, in a few words; Connection: Check Connection finds more. */
const foundText = ({ response, url }: NumberApiAnswer): string =>
	`An order that cannot exist was asked for at ${new URL(url).host}: HTTP ${response.status}, in Colt's form. ` +
	'Run Connection: Check Connection to see more.';

/** What the number API's answer says against the credential; undefined when it takes the token. */
function problemOf(
	answer: NumberApiAnswer,
	kind: CredentialKind,
	corrections: Corrections | undefined,
): Problem | undefined {
	const { response, trackingId } = answer;
	if (isAcceptance(answer, corrections)) return undefined;
	if (isInColtsForm(response) || response.status === 401 || intermediaryEntry(response) !== undefined) {
		const problem = apiProblem(response, trackingId, API_ERRORS);
		return withCredentialAdvice(problem, kind, response.headers, Date.now());
	}
	return {
		kind: 'api',
		message: `This is not Colt's API: something other than Colt's number API answered (${describeAnswer(response)})`,
		remedy:
			'Check Environment and Base URL of the credential, and whether a proxy or login page answers instead of Colt.',
		outcome: 'refused',
		trackingId,
	};
}

/** How a credential gets its token for the test. */
interface Tested {
	kind: CredentialKind;
	origin: string;
	secrets: string[];
	corrections: Corrections | undefined;
	/** Where the token is asked for; absent when it is signed here. */
	tokenUrl?: string;
	token: (send: Send) => Promise<string>;
}

async function test(context: ICredentialTestFunctions, read: () => Tested): Promise<INodeCredentialTestResult> {
	let tried: string | undefined;
	try {
		const { kind, origin, secrets, corrections, tokenUrl: address, token: tokenFor } = read();
		tried = address;
		const send = sendFrom(context);
		const token = await tokenFor(send);
		tried = `${origin}${wholesaleSip.basePath}`;
		const answer = await askNumberApi(origin, send, token, {
			secrets,
			...(corrections !== undefined && { corrections }),
		});
		tried = answer.url;
		const problem = problemOf(answer, kind, corrections);
		return problem === undefined
			? { status: 'OK', message: `Colt accepts this client. ${foundText(answer)}` }
			: failure(problem, tried);
	} catch (error) {
		return failure(toProblem(error), tried);
	}
}

/** Credential test of `coltOAuth2Api`: gets a fresh token, then shows it to the number API. Never throws. */
export async function testColtOAuth2(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	return await test(this, () => {
		const settings = tokenSettings(credential.data ?? {});
		forgetToken(settings);
		return {
			kind: 'oAuth2',
			origin: settings.origin,
			secrets: secretsOf(settings),
			corrections: correctionsIn(credential.data ?? {}, wholesaleSip),
			tokenUrl: tokenUrl(settings),
			token: async (send) => await accessToken(settings, send, undefined, { attempts: 2, waitsForRate: false }),
		};
	});
}

/** Credential test of `coltJwtApi`: signs a token, then shows it to the number API. Never throws. */
export async function testColtJwt(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	return await test(this, () => {
		const settings = jwtSettings(credential.data ?? {});
		return {
			kind: 'jwt',
			origin: settings.origin,
			secrets: [settings.privateKey],
			corrections: correctionsIn(credential.data ?? {}, wholesaleSip),
			token: async () => await signedToken(settings),
		};
	});
}
