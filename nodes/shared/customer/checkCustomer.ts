import { inputError } from '../errors/problem';
import type { CountryCode } from '../lifecycle/countries';
import type { DirectoryApi } from '../lifecycle/directoryServices';
import type { CustomerSections } from './readCustomer';
import { certainRuleOf } from './directoryRule';

const SWITCH_OFF = 'If Colt has agreed to it, switch the local checks off in the options.';

/**
 * Checks the filled form against the directory services table of document 001. Only what it calls mandatory is
 * demanded; a country that is not in the table is left to Colt.
 * @throws ColtError naming the missing part
 */
export function checkCustomer(sections: CustomerSections, country: CountryCode, api: DirectoryApi): void {
	const rule = certainRuleOf(country);
	if (rule === undefined) return;
	const { endCustomer, directoryService, emergencyAddress } = sections;
	if (rule.endCustomer[api] === 'mandatory') {
		if (endCustomer?.name === undefined) {
			throw inputError(
				'End Customer Name',
				`is missing: ${country} needs the end customer`,
				`Fill in the End Customer form. ${SWITCH_OFF}`,
				'countryNeeds',
			);
		}
		if (endCustomer.address === undefined) {
			throw inputError(
				'End Customer',
				`has no address: ${country} needs one`,
				`Fill in the address in the End Customer form. ${SWITCH_OFF}`,
				'countryNeeds',
			);
		}
	}
	if (rule.directoryService[api] === 'mandatory' && directoryService === undefined) {
		throw inputError(
			'Directory Service',
			`is missing: ${country} needs a directory entry`,
			'Fill in the Directory fields of the End Customer form, also when the number is not to be published. ' +
				`${SWITCH_OFF}`,
			'countryNeeds',
		);
	}
	const parts = [endCustomer, directoryService, emergencyAddress];
	if (rule.endCustomer[api] === 'at least one' && parts.every((part) => part === undefined)) {
		throw inputError(
			'End Customer',
			'is empty',
			'Fill in what is to change: the end customer with address, the directory entry or, in the Netherlands, ' +
				'the emergency address.',
			'missing',
		);
	}
}
