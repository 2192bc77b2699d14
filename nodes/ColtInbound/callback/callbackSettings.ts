import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { readSetting } from '../../shared/input/readSetting';
import { callbackFields } from './callbackFields';

/** What the user has set in the trigger, besides the credentials. An empty list does not restrict. */
export interface CallbackSettings {
	events: readonly string[];
	orderTypes: readonly string[];
	countries: readonly string[];
	lookUp: 'details' | 'verify' | 'none';
	/** Addresses and blocks as written, divided by commas or blanks. */
	allowedAddresses: string;
	/** Whether items are flat, without what Colt sent. */
	isSimplified: boolean;
}

/**
 * Reads the trigger's settings.
 * @throws ColtError naming the field, also for a filter that was added and is empty
 */
export function readCallbackSettings(context: IHookFunctions | IWebhookFunctions): CallbackSettings {
	const setting = (name: string): unknown => readSetting(context, callbackFields, name);
	const filters = setting('filters') as Partial<Record<'orderTypes' | 'countries', string[]>>;
	return {
		events: setting('events') as string[],
		orderTypes: filters.orderTypes ?? [],
		countries: filters.countries ?? [],
		lookUp: setting('lookUp') as CallbackSettings['lookUp'],
		allowedAddresses: setting('allowedAddresses') as string,
		isSimplified: setting('simplify') === true,
	};
}
