import type { Resource } from '../../../shared/operation/types';
import { checkPortability } from './checkPortability';
import { portIn } from './portIn';
import {
	acceptPortOut,
	activatePort,
	cancel,
	changeDate,
	modify,
	rejectPortOut,
	schedulePort,
	sendNote,
} from './updates';

export const porting: Resource = {
	value: 'porting',
	name: 'Porting',
	description: 'Numbers that come from or go to another operator',
	operations: [
		checkPortability,
		portIn,
		changeDate,
		modify,
		cancel,
		sendNote,
		acceptPortOut,
		rejectPortOut,
		schedulePort,
		activatePort,
	],
};
