import { findReason } from '../../../nodes/shared/lifecycle/reasons/findReason';
import { REASON_CODES } from '../../../nodes/shared/lifecycle/reasons/reasonCodes';
import { REASON_SOURCES, REASONS } from '../../../nodes/shared/lifecycle/reasons/reasonTable';
import { orderItem } from '../../../nodes/shared/operation/records';
import { nextStepOf } from '../../../nodes/shared/orders/nextStep';
import { hintsFor } from '../../../nodes/shared/runner/hints';

const idOf = (text?: string, country?: string, code?: string, number?: string): string | undefined =>
	findReason({
		...(text !== undefined && { text }),
		...(country !== undefined && { country }),
		...(code !== undefined && { code }),
		...(number !== undefined && { number }),
	})?.id;

describe('reasons by their words', () => {
	test.each([
		['Postcode does not match', 'address'],
		['POST-CODE MISMATCH', 'address'],
		['Adresse falsch Hausnummer (ADFHSNR)', 'address'],
		['Adresse abweichend PLZ', 'address'],
		['Single Line Order but porting telephone number is Multi Line', 'lineType'],
		['Incorrect Main Billing Number (MBN)', 'mainBillingNumber'],
		['ACCOUNT_NUMBER_MISMATCH', 'account'],
		['accountNumberMismatch', 'account'],
		['Account holder name does not match', 'holder'],
		['Anschlussinhaber falsch', 'holder'],
		['Weitere Anschlussinhaber (WAI)', 'furtherHolders'],
		['Rufnummer nicht geschaltet', 'inactive'],
		['numéro fixe inactif au jour du portage', 'inactive'],
		['Numer Katalogowy nieaktywny', 'inactive'],
		['RIO erroné', 'authorisationCode'],
		['CVP inválido', 'authorisationCode'],
		['Codice di migrazione errato', 'authorisationCode'],
		['ČVOP neplatný', 'authorisationCode'],
		['Niezgodne dane rejestracyjne', 'registrationNumber'],
		['Numer nie należy do Dawcy', 'otherOperator'],
		['Number has been ported away from the range holder', 'otherOperator'],
		['Rufnummernblock falsch', 'range'],
		['Missing associated numbers', 'range'],
		['Vorabstimmung mit anderen EKP bereits erfolgt', 'otherPort'],
		['Customer Letter of Authority has the wrong signatory', 'authority'],
		['Abonent zrezygnował z usługi przeniesienia', 'withdrawn'],
		['BT Redcare alarm is active', 'securityLine'],
		['Kunde nicht identifizierbar', 'unknownCustomer'],
		['Termin mehr als 180 Tage in der Zukunft', 'dateTooFar'],
		['No valid ACM assignment exists for these numbers', 'noAcmAssignment'],
	])('%s is %s', (text, id) => expect(idOf(text)).toBe(id));

	test.each([
		'',
		'Rejected',
		'Please see attached',
		'Various',
		'The scenario is unclear',
		'Priority',
		'Specific',
		'private',
	])('%j is not known, and nothing is said of it', (text) => expect(idOf(text)).toBeUndefined());
});

describe('reasons by the codes of a country', () => {
	test.each<[string, string, string | undefined, string | undefined]>([
		['25', 'GB', undefined, 'lineType'],
		['06', 'GB', undefined, 'mainBillingNumber'],
		['Code 6', 'GB', undefined, 'mainBillingNumber'],
		['RNG', 'DE', undefined, 'inactive'],
		['aif', 'DE', undefined, 'holder'],
		['8117', 'DE', undefined, 'unknownCustomer'],
		['E17-7', 'PL', undefined, 'otherOperator'],
		['10', 'NL', '+31881234567', 'alreadyActive088'],
		['99', 'NL', '+31881234567', 'other'],
		['10', 'NL', '+31201234567', undefined],
		['25', 'FR', undefined, undefined],
		['777', 'GB', undefined, undefined],
	])('%s in %s', (code, country, number, id) => expect(idOf(undefined, country, code, number)).toBe(id));

	test.each([
		['25 - see the order', 'GB', 'lineType'],
		['Ablehnung: VAE', 'DE', 'otherPort'],
		['Your port was rejected', 'DE', undefined],
	])('in the text %j', (text, country, id) => expect(idOf(text, country)).toBe(id));

	test('words count more than a code', () => expect(idOf('Postcode mismatch', 'GB', '25')).toBe('address'));
	test('without a country no code is read', () => expect(idOf(undefined, undefined, '25')).toBeUndefined());
});

describe('the table', () => {
	test('names a source for each reason, and each code a reason', () => {
		const ids = REASONS.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { sources, words } of REASONS) {
			expect(words.length).toBeGreaterThan(0);
			expect(sources.length).toBeGreaterThan(0);
			for (const source of sources) expect(Object.keys(REASON_SOURCES)).toContain(source);
		}
		for (const { codes } of REASON_CODES) for (const id of Object.values(codes)) expect(ids).toContain(id);
	});

	test('finds every reason by each of its own entries', () => {
		for (const { id, words } of REASONS) for (const entry of words) expect([entry, idOf(entry)]).toEqual([entry, id]);
	});
});

describe('in what people get', () => {
	const rejected = {
		id: '1',
		type: 'portIn',
		status: 'Rejected',
		country: 'GB',
		reason: { code: '25', text: 'Rejected by operator' },
	};

	test('an order says what its reason means, beside the reason itself', () => {
		expect(orderItem(rejected)).toMatchObject({
			reason: rejected.reason,
			reasonMeaning: 'Single line and multi line are confused',
			reasonAdvice: expect.stringContaining('Line Type') as string,
		});
	});

	test.each([
		['an unknown reason', { reason: { code: '777', text: 'x' } }],
		['no reason', { reason: undefined }],
		['a port-out', { type: 'portOut' }],
		['an activation', { type: 'activation', status: 'Failed with error' }],
		['a port that goes well', { status: 'Firm order commitment' }],
	])('%s: nothing is added', (_, more) => {
		expect(orderItem({ ...rejected, ...more })).not.toHaveProperty('reasonMeaning');
	});

	test('the reason may be in the description', () => {
		const { reason: _, ...bare } = rejected;
		expect(orderItem({ ...bare, description: 'Postcode mismatch' })).toHaveProperty('reasonAdvice');
	});

	test('the next step of the trigger says what helps', () => {
		const seen = { ...rejected, isFinal: true };
		expect(nextStepOf(seen).nextStep).toContain('Single line and multi line are confused');
		expect(nextStepOf({ ...seen, status: 'Customer feedback awaited' }).nextStep).toMatch(/^Answer Colt: .*Line Type/);
		expect(nextStepOf({ ...seen, reason: { code: '777' } }).nextStep).toBe(
			'Read the reason that Colt gives, correct the cause and order again',
		);
	});

	test('a note on a port date becomes one hint for all its items', () => {
		const noted = { items: [{ portDateNote: 'Port Date 2027-03-29 is a public holiday.' }] };
		expect(hintsFor([noted, { items: [{}] }, noted], 3)).toEqual([
			{ message: 'Port Date 2027-03-29 is a public holiday. (items 1, 3)', type: 'info' },
		]);
	});
});
