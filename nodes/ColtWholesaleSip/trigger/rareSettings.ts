import type { IPollFunctions } from 'n8n-workflow';

import { readSetting } from '../../shared/input/readSetting';
import { triggerFields } from './triggerFields';

/** Settings that few workflows need. */
export interface RareSettings {
	addDetails: boolean;
	isJoined: boolean;
}

/**
 * Reads them from where the version of the trigger has them: among the other settings, or in its options.
 * @throws ColtError naming the field
 */
export function readRareSettings(context: IPollFunctions): RareSettings {
	const read = (name: string): unknown => readSetting(context, triggerFields, name);
	const { addDetails, oneItem } =
		context.getNode().typeVersion < 2
			? { addDetails: read('addDetails'), oneItem: read('oneItem') }
			: (read('options') as Record<string, unknown>);
	return { addDetails: addDetails === true, isJoined: oneItem === true };
}
