import type { INodeParameters } from 'n8n-workflow';
import type { WorkflowTemplate } from '../n8n/storedWorkflows';

export interface Picture {
	file: string;
	workflow: WorkflowTemplate;
}

function picture(file: string, parameters: INodeParameters, type = 'coltWholesaleSip'): Picture {
	const node = type.endsWith('Trigger') ? 'Colt Trigger' : 'Colt';
	return {
		file,
		workflow: {
			name: `Picture: ${file}`,
			nodes: [
				{
					id: 'colt',
					name: node,
					type: `n8n-nodes-colt.${type}`,
					typeVersion: 1,
					position: [200, 0],
					parameters,
					credentials: {
						coltOAuth2Api: { id: '', name: 'Colt' },
						...(type === 'coltInboundTrigger' && { coltCallbackApi: { id: '', name: 'Colt callbacks' } }),
					},
					...(type === 'coltInboundTrigger' && { webhookId: '0b0f6a3e-5d0e-4a39-8f6c-2a7d6b1c9e55' }),
				},
			],
			connections: {},
			settings: { executionOrder: 'v1' },
		},
	};
}

const activate = (country: string, start: string): INodeParameters => ({
	resource: 'number',
	operation: 'activate',
	numberRangeStart: start,
	country,
});

/** The editor views worth a look by a person. */
export const pictures: Picture[] = [
	picture('search', { resource: 'number', operation: 'searchFree', country: 'ES' }),
	picture('reserve', { resource: 'number', operation: 'reserve', numberRangeStart: '+442081324758' }),
	picture('activate-gb', activate('GB', '+442081324758')),
	picture('activate-es', activate('ES', '+34912345678')),
	picture('activate-nl', activate('auto', '+31201234567')),
	picture('port-in', { resource: 'porting', operation: 'portIn', numberRangeStart: '+442081324758', country: 'GB' }),
	picture('change-date', { resource: 'porting', operation: 'changeDate' }),
	picture('wait', { resource: 'order', operation: 'waitForStatus' }),
	picture('convert', { resource: 'number', operation: 'convert', inputFormat: 'split', splitCountry: 'IT' }),
	picture('trigger', {}, 'coltWholesaleSipTrigger'),
	picture('inboundTrigger', {}, 'coltInboundTrigger'),
];
