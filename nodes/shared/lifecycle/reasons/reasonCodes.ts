import type { CountryCode } from '../countryCodes';
import type { ReasonSource } from './reasonTable';

/** Codes of a country's databases and operators, by what they mean. */
export interface ReasonCodes {
	country: CountryCode;
	/** Only for these numbers. */
	only?: 'nl088';
	codes: Readonly<Record<string, string>>;
	source: ReasonSource;
}

export const REASON_CODES: readonly ReasonCodes[] = [
	{
		country: 'DE',
		source: 'bnetza',
		codes: {
			RNG: 'inactive',
			8103: 'inactive',
			ADF: 'address',
			ADFPLZ: 'address',
			8108: 'address',
			ADFORT: 'address',
			8109: 'address',
			ADFSTR: 'address',
			8110: 'address',
			ADFHSNR: 'address',
			8111: 'address',
			AIF: 'holder',
			8112: 'holder',
			AIFVN: 'holder',
			8113: 'holder',
			WAI: 'furtherHolders',
			8114: 'furtherHolders',
			BVID: 'otherPort',
			8115: 'otherPort',
			SON: 'other',
			SONST: 'other',
			8116: 'other',
			KNI: 'unknownCustomer',
			8117: 'unknownCustomer',
			VAE: 'otherPort',
			8118: 'otherPort',
		},
	},
	{
		country: 'GB',
		source: 'uk',
		codes: { 1: 'technical', 2: 'technical', 3: 'technical', 6: 'mainBillingNumber', 25: 'lineType', 26: 'lineType' },
	},
	{
		country: 'PL',
		source: 'plicbd',
		codes: {
			1: 'registrationNumber',
			2: 'inactive',
			3: 'withdrawn',
			5: 'range',
			6: 'contract',
			7: 'otherOperator',
			8: 'dateTooFar',
		},
	},
	{
		country: 'NL',
		only: 'nl088',
		source: 'colt',
		codes: { 10: 'alreadyActive088', 11: 'noAcmAssignment', 99: 'other' },
	},
];
