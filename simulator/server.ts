import fastify, { type FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { type ApiName, loadContract } from '../contract/tools/load';
import type { ContractDocument } from '../contract/tools/document';
import { buildTable } from '../contract/tools/tables';
import { encodeBody } from '../nodes/shared/contract/codec';
import { correctRequest } from '../nodes/shared/corrections/apply';
import { type Corrections, compileCorrections } from '../nodes/shared/corrections/compile';
import { parseCorrections } from '../nodes/shared/corrections/document';
import type { CallbackSender } from './callbacks/sender';
import { callbackRoutes } from './callbacks/callbackRoutes';
import { inForm } from './answerForm';
import { Control } from './control/control';
import { registerControl } from './control/controlRoutes';
import { ContractCheck } from './contractValidation';
import { standardError, toApiError } from './apiError';
import { ListeningSocket } from './faults/listeningSocket';
import { watchTraffic } from './hooks';
import { registerApi } from './pipeline';
import { wholesaleSipHandlers } from './routes';
import { inboundHandlers } from './routes/inbound';
import { registerTokenEndpoint } from './tokenEndpoint';
import { World, type WorldOptions } from './world';

export interface SimulatorOptions extends WorldOptions {
	/** 0, the default: a free port. */
	port?: number;
	/** Loopback only: 127.0.0.1 by default. */
	host?: '127.0.0.1' | '::1' | 'localhost';
	/** Largest request body in bytes; more is answered 413. */
	bodyLimit?: number;
	/** Text of a corrections document: the names that are spoken in place of the contract's. */
	corrections?: string;
	/** Contract documents instead of the files, to try a corrected name. */
	contracts?: Partial<Record<ApiName, ContractDocument>>;
}

/** A running simulator. */
export interface Simulator {
	/** Origin, e.g. for a credential's Custom base URL. */
	url: string;
	tokenUrl: string;
	baseUrl: string;
	inboundUrl: string;
	controlUrl: string;
	clientId: string;
	clientSecret: string;
	/** What the control API does, for callers in the same process. */
	control: Control;
	/** The same for the numbers and orders of the Inbound API. */
	inboundControl: Control;
	/** Deliveries of the Inbound API's callbacks. */
	callbacks: CallbackSender;
	world: World;
	close(): Promise<void>;
}

const BODY_LIMIT = 20 * 1024 * 1024;

/** Starts a simulator on a loopback address. Close it to end it with all its connections. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const world = new World(options);
	const control = new Control(world);
	const inboundControl = new Control(world, world.inbound);
	const app = fastify({
		forceCloseConnections: true,
		bodyLimit: options.bodyLimit ?? BODY_LIMIT,
		routerOptions: { ignoreTrailingSlash: false, maxParamLength: 300 },
	});
	const apis = apisOf(options.contracts ?? {});
	const corrections = correctionsOf(options.corrections, apis);
	app.removeContentTypeParser('text/plain');
	watchTraffic(app, world);
	answerErrors(app);
	registerTokenEndpoint(app, world, apis.authentication);
	registerApi(app, world, {
		name: 'wholesaleSip',
		store: world.sip,
		...apis.wholesaleSip,
		...corrections.wholesaleSip,
		handlers: wholesaleSipHandlers,
	});
	registerApi(app, world, {
		name: 'inbound',
		store: world.inbound,
		...apis.inbound,
		...corrections.inbound,
		handlers: inboundHandlers,
	});
	registerControl(app, control);
	registerControl(app, inboundControl, '/_control/inbound', (scope) =>
		callbackRoutes(scope, world.callbacks, (id) => inboundControl.orderEntry(id)),
	);
	sendByContract(world, apis.inbound, corrections.inbound.corrections);
	const host = options.host ?? '127.0.0.1';
	world.faults.operations = new Set(
		Object.entries(apis).flatMap(([name, { table }]) => Object.keys(table.operations).map((id) => `${name}.${id}`)),
	);
	await app.listen({ port: options.port ?? 0, host });
	const { port } = app.server.address() as AddressInfo;
	const listeningSocket = new ListeningSocket(app.server, { port, host });
	world.listeningSocket = listeningSocket;
	const url = `http://${host === '::1' ? '[::1]' : host}:${port}`;
	const tokens = apis.authentication.table;
	return {
		url,
		tokenUrl: url + tokens.basePath + (tokens.operations['requestToken']?.path ?? ''),
		baseUrl: url + apis.wholesaleSip.table.basePath,
		inboundUrl: url + apis.inbound.table.basePath,
		controlUrl: `${url}/_control`,
		clientId: world.tokens.clientId,
		clientSecret: world.tokens.clientSecret,
		control,
		inboundControl,
		callbacks: world.callbacks,
		world,
		async close() {
			world.clock.stop();
			world.callbacks.clear();
			await world.callbacks.idle();
			await listeningSocket.open();
			await app.close();
		},
	};
}

function apisOf(given: Partial<Record<ApiName, ContractDocument>>) {
	const one = (name: ApiName) => {
		const document = given[name] ?? loadContract(name);
		return { table: buildTable(document).table, check: new ContractCheck(document) };
	};
	return { wholesaleSip: one('wholesaleSip'), inbound: one('inbound'), authentication: one('authentication') };
}

/** @throws UnusableCorrections */
function correctionsOf(
	text: string | undefined,
	apis: ReturnType<typeof apisOf>,
): Record<'wholesaleSip' | 'inbound', { corrections?: Corrections }> {
	const document = text === undefined ? undefined : parseCorrections(text);
	const one = (name: 'wholesaleSip' | 'inbound'): { corrections?: Corrections } => {
		const corrections = document?.[name];
		return corrections === undefined ? {} : { corrections: compileCorrections(apis[name].table, corrections) };
	};
	return { wholesaleSip: one('wholesaleSip'), inbound: one('inbound') };
}

/** Callbacks are sent in the contract's names or the corrected ones, and checked against it. */
function sendByContract(
	world: World,
	{ table, check }: ReturnType<typeof apisOf>['inbound'],
	corrections: Corrections | undefined,
): void {
	const callBack = table.operations['callBack'];
	if (callBack === undefined) return;
	world.callbacks.encode = (notification) => {
		const body = JSON.parse(JSON.stringify(encodeBody(callBack, notification as never))) as unknown;
		const problem = check.callback('callBack', body);
		if (problem) world.violations.push(`inbound.callBack: ${problem}`);
		const written = inForm(world.settings, callBack.body, body);
		const correction = corrections?.get('callBack');
		if (correction === undefined) return written;
		const parts = { method: 'POST', template: '', path: {}, query: {}, header: {}, body: written };
		return correctRequest(callBack, correction, parts, world.clock.now()).body;
	};
}

/** Every error, the framework's too, in the documented form. */
function answerErrors(app: FastifyInstance): void {
	app.setErrorHandler((error, request, reply) => {
		const answer = toApiError(error);
		request.noted.error = answer.status === 500 ? error : undefined;
		return reply.code(answer.status).send(answer.payload());
	});
	app.setNotFoundHandler((request, reply) => {
		const other = (['GET', 'POST'] as const).find(
			(method) => method !== request.method && app.findRoute({ method, url: request.url.split('?')[0] ?? '' }),
		);
		const answer = standardError(other ? 405 : 404);
		return reply.code(answer.status).send(answer.payload());
	});
}
