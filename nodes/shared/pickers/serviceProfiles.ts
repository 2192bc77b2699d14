import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { countryNamed } from '../lifecycle/countryCodes';
import { optionalText, toText } from '../text';
import type { NumberList } from './numbers';
import { pick } from './pick';

/** Colt has no list of service profiles: those of your numbers, and the one of the credential. */
export const searchServiceProfiles = ({ api, operation }: NumberList) =>
	async function search(this: ILoadOptionsFunctions, filter?: string, token?: string): Promise<INodeListSearchResult> {
		const country = countryNamed(toText(this.getCurrentNodeParameter('country')));
		let preset: string | undefined;
		const found = await pick(this, api, { filter, token }, ({ defaultServiceProfile }) => {
			preset = defaultServiceProfile;
			return {
				lists: [{ operation, request: { query: { country } } }],
				lookUps: [],
				toEntry(record) {
					const profile = optionalText((record as { serviceProfile?: unknown }).serviceProfile);
					return profile === undefined ? undefined : { name: profile, value: profile };
				},
				unfinished: { what: 'of your numbers', remedy: 'Enter the service profile by its name.' },
			};
		});
		const isShown =
			preset !== undefined && token === undefined && preset.toLowerCase().includes((filter ?? '').toLowerCase());
		if (!isShown || found.results.some(({ value }) => value === preset)) return found;
		return { ...found, results: [{ name: `${preset} (the credential's)`, value: preset as string }, ...found.results] };
	};
