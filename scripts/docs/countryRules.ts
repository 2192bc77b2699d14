import { COUNTRY_OPTIONS } from '../../nodes/shared/fields/numberRange';
import {
	ADDRESS_FIELDS_BY_COUNTRY,
	CALLING_CODES,
	type CountryCode,
	COUNTRY_CODES,
	EMERGENCY_DATABASE_COUNTRIES,
	INBOUND_COUNTRIES,
	LOCK_COUNTRIES,
	NL088_REJECTIONS,
	VIES_COUNTRIES,
	ZONE_A,
} from '../../nodes/shared/lifecycle/countries';
import { DEADLINES } from '../../nodes/shared/lifecycle/deadlines';
import { DIRECTORY_RULES, type DirectoryApi, type DirectoryRule } from '../../nodes/shared/lifecycle/directoryServices';
import { NUMBER_TRANSITIONS } from '../../nodes/shared/lifecycle/numberStatus';
import { ORDER_STATUSES, type OrderFamily, type OrderStatusInfo } from '../../nodes/shared/lifecycle/orderStatus';
import { PORT_FACTS } from '../../nodes/shared/lifecycle/portFacts';
import { PORT_UPDATE_RULES, type PortUpdateRule } from '../../nodes/shared/lifecycle/portUpdates';
import { countryList } from './countriesPage';
import type { Parts } from './markers';
import { table } from './markdown';
import { inWords } from './ruleWords';
import { twoReadings } from './twoReadings';

const yes = (is: boolean): string => (is ? 'yes' : '');

/** The generated parts of docs/country-rules.md, from the tables that node and simulator work with. */
export const countryRulesParts = (): Parts => ({
	countries: countries(),
	'number transitions': numbers(),
	'general statuses': statuses('general'),
	'port-in statuses': statuses('portIn'),
	'port-out statuses': statuses('portOut'),
	'child statuses': statuses('child'),
	rejections: rejections(),
	'port updates': portUpdates(),
	deadlines: deadlines(),
	'port facts': portFacts(),
	'directory services': directories(),
	'two readings': twoReadings(),
});

function countries(): string {
	const row = (country: CountryCode): string[] => [
		COUNTRY_OPTIONS.find(({ value }) => value === country)?.name ?? country,
		`+${CALLING_CODES[country]}`,
		ZONE_A.includes(country) ? 'A' : 'B',
		ADDRESS_FIELDS_BY_COUNTRY[country]?.join(', ') ?? 'not documented: any',
		yes(VIES_COUNTRIES.includes(country)),
		yes(EMERGENCY_DATABASE_COUNTRIES.includes(country)),
		yes(LOCK_COUNTRIES.includes(country)),
		yes(INBOUND_COUNTRIES.includes(country)),
	];
	const head = [
		'country',
		'calling code',
		'zone',
		'address (portal)',
		'VAT ID in VIES (000: PT, ES; portal: FI too)',
		'emergency database may lag (000)',
		'reserve by lock (004)',
		'Inbound (002)',
	];
	return table(head, COUNTRY_CODES.map(row));
}

const numbers = (): string =>
	table(
		['from', 'by', 'meanwhile', 'to', 'countries', 'only', 'document'],
		NUMBER_TRANSITIONS.map(({ from, by, via = '', to, countries: where, only, source }) => [
			from,
			inWords(by),
			via,
			to,
			countryList(where),
			only === undefined ? '' : inWords(only),
			source,
		]),
	);

const endOf = ({ isFinal, mayReopen }: OrderStatusInfo): string =>
	mayReopen ? 'yes, but a rollback reopens it' : yes(isFinal);

const statuses = (family: OrderFamily): string =>
	table(
		['status', 'means', 'final', 'countries', 'document'],
		ORDER_STATUSES.filter((info) => info.family === family).map((info) => [
			info.status,
			info.group,
			endOf(info),
			countryList(info.countries),
			info.source,
		]),
	);

const rejections = (): string =>
	table(
		['blocking code', 'meaning', 'document'],
		NL088_REJECTIONS.map(([code, meaning]) => [code, meaning, '000']),
	);

function afterwards({ accepted }: PortUpdateRule): string {
	if (accepted === undefined) return 'unchanged';
	if (typeof accepted === 'string') return accepted;
	return [...new Set(Object.values(accepted))]
		.map((status) => `${status} (${COUNTRY_CODES.filter((country) => accepted[country] === status).join(', ')})`)
		.join('; ');
}

const portUpdates = (): string =>
	table(
		[
			'action',
			'of',
			'countries',
			"from the parent's status",
			"child's first status",
			'parent once accepted',
			'document',
		],
		PORT_UPDATE_RULES.map((rule) => [
			inWords(rule.action),
			inWords(rule.family),
			countryList(rule.countries),
			rule.from?.join(', ') ?? 'any that is not final',
			rule.childStatus,
			afterwards(rule),
			rule.source,
		]),
	);

const deadlines = (): string =>
	table(
		['situation', 'countries', 'time', 'counted from', 'then', 'document'],
		DEADLINES.map(({ situation, countries: where, amount, unit, from, then, source }) => [
			inWords(situation),
			countryList(where),
			`${amount} ${unit}${from === 'the port date' ? ' before' : ''}`,
			from,
			then,
			source,
		]),
	);

const portFacts = (): string =>
	table(
		['country', 'lead time', 'windows', 'what the losing operator compares', 'besides'],
		COUNTRY_CODES.flatMap((country) => {
			const facts = PORT_FACTS[country];
			if (facts === undefined) return [];
			const { leadTime, windows = '', asks = '', note = '' } = facts;
			return [[country, leadTime === undefined ? '' : `${leadTime} working days`, windows, asks, note]];
		}),
	);

const APIS: readonly DirectoryApi[] = ['activation', 'portIn', 'updateCustomerAdd', 'updateCustomerModify'];
const PARTS: ReadonlyArray<[keyof DirectoryRule & ('endCustomer' | 'directoryService' | 'emergencyAddress'), string]> =
	[
		['endCustomer', 'end customer'],
		['directoryService', 'directory service'],
		['emergencyAddress', 'emergency address'],
	];

const directories = (): string =>
	table(
		['countries', 'part', ...APIS.map(inWords), 'document'],
		DIRECTORY_RULES.flatMap((rule) =>
			PARTS.map(([part, name]) => [
				countryList(rule.countries),
				name,
				...APIS.map((api) => rule[part][api]),
				rule.source,
			]),
		),
	);
