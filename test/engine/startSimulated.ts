import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { startSimulator } from '../../simulator/server';
import type { Simulator, SimulatorOptions } from '../../simulator/server';
import { startEngine } from './harness';
import type { Engine } from './harness';

export interface Simulated {
	simulator: Simulator;
	engine: Engine;
}

/** The credential a person would make for the simulator. */
export const credentialFor = (
	simulator: Simulator,
	more: ICredentialDataDecryptedObject = {},
): ICredentialDataDecryptedObject => ({
	environment: 'custom',
	baseUrl: simulator.url,
	clientId: simulator.clientId,
	clientSecret: simulator.clientSecret,
	serviceProfile: '',
	accessToken: '',
	...more,
});

/** A simulator with a stepped clock, and n8n's engine with a credential for it. */
export async function startSimulated(
	options: SimulatorOptions = {},
	more: ICredentialDataDecryptedObject = {},
	others: Record<string, ICredentialDataDecryptedObject> = {},
): Promise<Simulated> {
	const simulator = await startSimulator({ clock: 'stepped', ...options });
	return { simulator, engine: await startEngine({ coltOAuth2Api: credentialFor(simulator, more), ...others }) };
}

/** A free number of a country from the simulator's stock. */
export function freeNumber({ control }: Simulator, country = 'GB', size = 1): string {
	const found = control
		.numbers({ country, status: 'Free' })
		.find(({ rangeSize, lac, busyWith }) => rangeSize === size && lac !== undefined && busyWith === undefined);
	if (found === undefined) throw new Error(`no free number of size ${size} in ${country}`);
	return found.start;
}
