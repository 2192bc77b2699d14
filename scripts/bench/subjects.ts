import type { IDataObject, INode } from 'n8n-workflow';
import type { Simulator } from '../../simulator/server';
import type { WorkflowTemplate } from '../n8n/storedWorkflows';

/**
 * Ways of placing the same reservations. n8n's own node twice: with the token as a plain header it builds all requests
 * before the first is answered; with a credential it waits for that at each item, which spreads the requests.
 */
export type Subject = 'ours' | 'http' | 'httpCredential';

export const TITLES: Readonly<Record<Subject, string>> = {
	ours: 'Colt Wholesale SIP',
	http: 'HTTP Request',
	httpCredential: 'HTTP Request, credential',
};

const WORK = 'Reserve';
const CUSTOMER = 'My Customer';
const PROFILE = 'ANH';

const node = (type: string, typeVersion: number, parameters: IDataObject, credential?: string): INode => ({
	id: WORK,
	name: WORK,
	type,
	typeVersion,
	position: [200, 0],
	parameters: parameters as INode['parameters'],
	...(credential !== undefined && { credentials: { [credential]: { id: '', name: '' } } }),
});

const ours = (): INode =>
	node(
		'n8n-nodes-colt.coltWholesaleSip',
		1,
		{
			...{ resource: 'number', operation: 'reserve', numberRangeStart: '={{ $json.number }}', country: 'GB' },
			additionalFields: { serviceProfile: PROFILE, customerReference: CUSTOMER },
		},
		'coltOAuth2Api',
	);

/** The same requests by n8n's own node, with a token that is there already. */
function http({ baseUrl }: Simulator, token: string, credential?: string): INode {
	const authorization = { name: 'Authorization', value: `Bearer ${token}` };
	const trackingId = { name: 'x-tracking-id', value: '=bench-{{ $execution.id }}-{{ $itemIndex }}' };
	return node(
		'n8n-nodes-base.httpRequest',
		4.2,
		{
			method: 'POST',
			url: `${baseUrl}/v1/reservation/order`,
			...(credential === undefined
				? { authentication: 'none' }
				: { authentication: 'genericCredentialType', genericAuthType: credential }),
			sendHeaders: true,
			headerParameters: { parameters: credential === undefined ? [authorization, trackingId] : [trackingId] },
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ JSON.stringify({
				numberRangeList: [{ numberRangeStart: $json.number, numberRangeEnd: $json.number }],
				productOffering: { name: 'Wholesale SIP' },
				relatedParty: {
					reseller: { serviceProfile: '${PROFILE}', country: 'GB' },
					endCustomerDetails: { customerReference: '${CUSTOMER}' },
				},
			}) }}`,
			options: {},
		},
		credential,
	);
}

/** A workflow that reserves one number for each item. */
export function workflowOf(
	subject: Subject,
	simulator: Simulator,
	token: string,
	numbers: readonly string[],
): WorkflowTemplate {
	const start: INode = {
		id: 'start',
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	return {
		name: `Benchmark: ${TITLES[subject]}`,
		nodes: [
			start,
			subject === 'ours' ? ours() : http(simulator, token, subject === 'http' ? undefined : 'httpHeaderAuth'),
		],
		connections: { Start: { main: [[{ node: WORK, type: 'main', index: 0 }]] } },
		pinData: { Start: numbers.map((number) => ({ json: { number } })) },
	};
}

export { WORK };
