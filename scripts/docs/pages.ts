import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources as inbound } from '../../nodes/ColtInbound/registry';
import { resources as wholesaleSip } from '../../nodes/ColtWholesaleSip/registry';
import { root } from '../setup/setup.cjs';
import { countryRulesParts } from './countryRules';
import { errorsParts } from './errorsPage';
import { fillMarkers, type Parts } from './markers';
import { operationsPage } from './operationsPage';
import { portReasonsParts } from './portReasons';
import { safetyParts } from './safetyPage';
import { wrongInputsParts } from './wrongInputsPage';

/** A page of the documentation that is generated, as a whole or in parts. */
export interface Page {
	/** Path in the repository. */
	path: string;
	text: string;
}

/** A page as it is, with its generated parts filled. */
const filled = (path: string, parts: Parts): Page => ({
	path,
	text: fillMarkers(readFileSync(join(root, path), 'utf8'), parts),
});

/** Every page with a generated part, with the text that belongs in the file. */
export const pages = (): Page[] => [
	{ path: 'docs/operations.md', text: operationsPage('Colt Wholesale SIP', wholesaleSip) },
	{ path: 'docs/operations-inbound.md', text: operationsPage('Colt Inbound', inbound) },
	filled('docs/errors.md', errorsParts()),
	filled('docs/safety.md', safetyParts()),
	filled('docs/country-rules.md', countryRulesParts()),
	filled('docs/port-reasons.md', portReasonsParts()),
	filled('docs/wrong-inputs.md', wrongInputsParts()),
];
