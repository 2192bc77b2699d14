import type { NameCorrection } from '../corrections/document';

/** A correction that what was seen suggests; a person decides whether it is right. */
export interface ProposedCorrection {
	operation: string;
	half: 'request' | 'answer';
	name: string;
	proposal: string | NameCorrection;
	alternatives: readonly string[];
	why: string;
}
