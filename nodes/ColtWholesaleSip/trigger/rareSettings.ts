import type { IPollFunctions } from 'n8n-workflow';

import { readSetting } from '../../shared/input/readSetting';
import { SIMPLIFY_VERSION } from '../../shared/output/shape';
import { triggerFields } from './triggerFields';

/** Settings that few workflows need. */
export interface RareSettings {
	addDetails: boolean;
	isJoined: boolean;
	/** Version 1 of the trigger has no choice. */
	isSimplified: boolean;
}

/**
 * Reads them from where the version of the trigger has them: among the other settings, or in its options.
 * @throws ColtError naming the field
 */
export function readRareSettings(context: IPollFunctions): RareSettings {
	const read = (name: string): unknown => readSetting(context, triggerFields, name);
	const isFirst = context.getNode().typeVersion < SIMPLIFY_VERSION;
	const { addDetails, oneItem } = isFirst
		? { addDetails: read('addDetails'), oneItem: read('oneItem') }
		: (read('options') as Record<string, unknown>);
	const isSimplified = !isFirst && read('simplify') === true;
	return { addDetails: addDetails === true, isJoined: oneItem === true, isSimplified };
}
