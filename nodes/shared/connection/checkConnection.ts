import type { IDataObject } from 'n8n-workflow';

import { inbound, wholesaleSip } from '../contract/wire.generated';
import type { CorrectedApi } from '../corrections/document';
import { CORRECTIONS_LABEL } from '../fields/credential';
import { COUNTRY_OPTIONS } from '../fields/numberRange';
import { INBOUND_COUNTRIES } from '../lifecycle/countries';
import { optionalE164 } from '../numbers/e164';
import { needCountry } from '../numbers/readCountry';
import type { ConnectionOperation, Field } from '../operation/types';
import { optionalText } from '../text';
import type { CheckedCall } from './checkedCall';
import { checkInbound, checkWholesale } from './checkPlan';
import { proposalText, proposedCorrections } from './checkProposals';
import type { ProposedCorrection } from './proposedCorrection';
import { checkReport, verdictOf } from './checkReport';
import { CheckRun } from './checkRun';

const NUMBER_LABEL = 'Number for a Portability Check';

const countryField = (api: CorrectedApi): Field => ({
	displayName: 'Country',
	name: 'checkCountry',
	type: 'options',
	options:
		api === 'inbound' ? COUNTRY_OPTIONS.filter(({ value }) => INBOUND_COUNTRIES.includes(value)) : COUNTRY_OPTIONS,
	default: 'GB',
	description: 'Country to search free numbers in: one that your contract covers',
});

const orderField: Field = {
	displayName: 'Order ID',
	name: 'checkOrderId',
	type: 'string',
	default: '',
	emptyIsMeant: true,
	description: 'An order of yours to read. Left empty, one that the lists show is read.',
};

const numberField: Field = {
	displayName: NUMBER_LABEL,
	name: 'checkNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. +442081324758',
	emptyIsMeant: true,
	holdsPhoneNumber: true,
	description: 'Left empty, portability is not checked. A check orders nothing.',
};

const TABLES = { wholesaleSip, inbound };

/** Reads of one API, with what they show of Colt's names; nothing else is sent, whatever the corrections say. */
export const checkConnection = (api: CorrectedApi): ConnectionOperation => ({
	value: 'checkConnection',
	name: 'Check Connection',
	action: 'Check connection',
	description:
		'Read a few lists and records, and report what of them is as this package infers. Nothing is ordered or ' +
		'changed, and the report contains no data of yours.',
	fields: api === 'inbound' ? [countryField(api), orderField] : [countryField(api), orderField, numberField],
	async look(params, client) {
		const country = needCountry(params.checkCountry);
		const portability = optionalE164(params.checkNumber, NUMBER_LABEL, country);
		const orderId = optionalText(params.checkOrderId);
		const run = new CheckRun(client, api);
		const noToken = await run.authenticate();
		const check = api === 'inbound' ? checkInbound : checkWholesale;
		await check(run, {
			country,
			...(portability !== undefined && { portability }),
			...(orderId !== undefined && { orderId }),
		});
		const proposals = await proposedCorrections(api, TABLES[api], client, run.calls);
		return itemsOf(api, run.calls, proposals, noToken);
	},
});

function hostOf(calls: readonly CheckedCall[]): string | undefined {
	const url = calls.find((call) => call.url !== undefined)?.url;
	return url === undefined || !URL.canParse(url) ? undefined : new URL(url).host;
}

function itemsOf(
	api: CorrectedApi,
	calls: readonly CheckedCall[],
	proposals: readonly ProposedCorrection[],
	noToken: string | undefined,
): IDataObject[] {
	const verdict = verdictOf(calls, noToken);
	const text = proposalText(api, proposals);
	const summary: IDataObject = {
		kind: 'summary',
		ok: verdict.ok,
		verdict: verdict.text,
		counts: { ...verdict.counts },
		...(proposals.length > 0 && {
			proposedCorrections: text,
			pasteInto: `${CORRECTIONS_LABEL} of the Colt credential, once you have checked them`,
		}),
		report: checkReport(hostOf(calls), verdict, calls, proposals, text),
	};
	return [
		summary,
		...calls.map(callItem),
		...proposals.map((one): IDataObject => ({ kind: 'proposal', ...one, alternatives: [...one.alternatives] })),
	];
}

function callItem({
	title,
	result,
	request,
	httpStatus,
	ms,
	shape,
	names,
	findings,
	message,
	trackingId,
}: CheckedCall): IDataObject {
	return {
		kind: 'call',
		call: title,
		result,
		request,
		...(httpStatus !== undefined && { httpStatus }),
		...(ms !== undefined && { ms }),
		...(message !== undefined && { message }),
		...(shape !== undefined && { shape }),
		tried: findings.map(({ what, verdict, detail }) => `${what}: ${verdict} (${detail})`),
		...(names !== undefined && {
			known: [...names.known.values()],
			notKnown: [...names.unknown],
			notSeen: [...names.missing],
		}),
		...(trackingId !== undefined && { trackingId }),
	};
}
