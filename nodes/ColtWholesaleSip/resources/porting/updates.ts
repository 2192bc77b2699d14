import { portDocuments } from '../../../shared/documents/documentList';
import { documentsField } from '../../../shared/documents/documentsField';
import { furtherRangesField, readFurtherRanges } from '../../../shared/fields/orderFields';
import { readCountry } from '../../../shared/numbers/readCountry';
import type { Field } from '../../../shared/operation/types';
import { checkRanges } from '../../../shared/numbers/rangeRules';
import { optionalText } from '../../../shared/text';
import { countryDetailFields, readCountryDetails, withDetails } from './countryDetails';
import { checkFirstPossibleDate } from './firstPossibleDate';
import {
	billingNumberField,
	noteField,
	operatorFields,
	portDateField,
	portWindowField,
	readDetails,
	readPortDate,
} from './details';
import { needed, portUpdate } from './update';

const requiredDate: Field = { ...portDateField, required: true };
const reasonField: Field = {
	displayName: 'Reason',
	name: 'reason',
	type: 'string',
	default: '',
	description: "Why, for Colt's porting desk",
};
const rejectionReason: Field = {
	...reasonField,
	required: true,
	description: 'Why the port-out is rejected. Colt asks always to share it.',
};
const requiredNote: Field = { ...noteField, required: true };

const reason = (value: unknown): { text: string } | undefined => {
	const text = optionalText(value);
	return text === undefined ? undefined : { text };
};

/** Documents 001: not NL and IT. */
export const changeDate = portUpdate({
	action: 'changeDate',
	name: 'Change Date',
	actionText: 'Change port date',
	description:
		'Ask for another port date. After the firm order commitment it must come in time: 2 to 4 working days ' +
		'before, by country. Not in the Netherlands and Italy.',
	fields: [requiredDate],
	more: [portWindowField, noteField],
	body: (params, more, context, country) => ({
		...readDetails(more, country, context),
		portDate: needed(readPortDate(params.portDate, country, context), 'Port Date', 'Give the new port date.'),
	}),
});

/** Document 001: not NL. */
export const cancel = portUpdate({
	action: 'cancel',
	name: 'Cancel',
	actionText: 'Cancel port',
	description: "Ask Colt's porting desk to cancel a port-in order. Not in the Netherlands.",
	more: [reasonField, noteField],
	body: (_, more) => ({ reason: reason(more.reason), notes: optionalText(more.notes) }),
});

/** Document 001: not NL, from Customer feedback awaited. */
export const modify = portUpdate({
	action: 'modify',
	name: 'Modify',
	actionText: 'Modify port',
	description:
		'Correct a port-in order that waits for your feedback: date, operator, numbers, documents, notes. Not in ' +
		'the Netherlands.',
	fields: [documentsField],
	more: [
		portDateField,
		portWindowField,
		noteField,
		furtherRangesField,
		...operatorFields,
		billingNumberField,
		...countryDetailFields('modifyCountry', ''),
	],
	body(_, more, context, country) {
		const read = readFurtherRanges(more, country, context.checks);
		if (context.checks) checkRanges(read);
		const ranges = read.map(({ start, end }) => ({ start, end }));
		return {
			...withDetails(readDetails(more, country, context), readCountryDetails(more)),
			ranges: ranges.length === 0 ? undefined : ranges,
			...portDocuments(context.documents),
		};
	},
});

export const sendNote = portUpdate({
	action: 'sendNote',
	name: 'Send Note',
	actionText: 'Send note on port',
	description: "Write to Colt's porting desk about a port-in or port-out order",
	fields: [requiredNote, documentsField],
	body: (params, _, context) => ({
		notes: needed(optionalText(params.notes), 'Note', 'Write what the porting desk should know.'),
		...portDocuments(context.documents),
	}),
});

/** Document 001: AT BE CH DE NL. */
export const acceptPortOut = portUpdate({
	action: 'acceptPortOut',
	name: 'Accept Port-Out',
	actionText: 'Accept port out',
	description:
		'Accept that a number is ported to another operator. For AT, BE, CH, DE and NL; without an answer Colt ' +
		'accepts automatically.',
	more: [
		{ ...portDateField, description: 'In the Netherlands the first possible date, within 120 calendar days' },
		noteField,
	],
	body(params, more, context, country) {
		const portDate = readPortDate(more.portDate, country, context);
		checkFirstPossibleDate(portDate, readCountry(params.acceptPortOutCountry), context);
		return { portDate, notes: optionalText(more.notes) };
	},
});

/** Document 001: AT BE CH DE NL; always with the reason. */
export const rejectPortOut = portUpdate({
	action: 'rejectPortOut',
	name: 'Reject Port-Out',
	actionText: 'Reject port out',
	description: 'Refuse that a number leaves you, with the reason. For AT, BE, CH, DE and NL.',
	fields: [rejectionReason],
	more: [noteField],
	body: (params, more) => ({
		reason: { text: needed(optionalText(params.reason), 'Reason', 'Say why; Colt asks always to share the reason.') },
		notes: optionalText(more.notes),
	}),
});

/** Document 000: NL. */
export const schedulePort = portUpdate({
	action: 'schedulePort',
	name: 'Schedule Port (NL)',
	actionText: 'Schedule port',
	description: 'Set the day of a Dutch port-in: at or after the first possible date, within 90 calendar days of it',
	fields: [requiredDate],
	more: [portWindowField, noteField],
	body: (params, more, context, country) => ({
		...readDetails(more, country, context),
		portDate: needed(readPortDate(params.portDate, country, context), 'Port Date', 'Give the day of the port.'),
	}),
});

/** Document 000: NL. */
export const activatePort = portUpdate({
	action: 'activatePort',
	name: 'Activate Port (NL)',
	actionText: 'Activate port',
	description: 'Start a Dutch port-in now; its status must be Ready for porting initiation',
	more: [noteField],
	body: (_, more) => ({ notes: optionalText(more.notes) }),
});
