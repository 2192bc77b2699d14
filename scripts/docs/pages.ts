import { resources as inbound } from '../../nodes/ColtInbound/registry';
import { resources as wholesaleSip } from '../../nodes/ColtWholesaleSip/registry';
import { countryRulesPage } from './countryRules';
import { errorsPage } from './errors';
import { operationsPage } from './operations';
import { safetyPage } from './safety';
import { wrongInputsPage } from './wrongInputs';

/** A generated page of the documentation. */
export interface Page {
	/** Path in the repository. */
	path: string;
	text: string;
}

/** Every page that is generated from code; the same code gives the same pages. */
export const pages = (): Page[] => [
	{ path: 'docs/operations.md', text: operationsPage('Colt Wholesale SIP', wholesaleSip) },
	{ path: 'docs/operations-inbound.md', text: operationsPage('Colt Inbound', inbound) },
	{ path: 'docs/errors.md', text: errorsPage() },
	{ path: 'docs/safety.md', text: safetyPage() },
	{ path: 'docs/country-rules.md', text: countryRulesPage() },
	{ path: 'docs/wrong-inputs.md', text: wrongInputsPage() },
];
