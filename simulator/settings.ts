import type { CountryCode } from '../nodes/shared/lifecycle/countries';
import { DATE_FORMS, type DateForm, STATUS_SPELLINGS, type StatusSpelling } from './spellings';

/** What the control API can change while the simulator runs. Times are on the simulator's clock unless said. */
export interface Settings {
	/** From the creation of an order to its end, or of a port update to Colt's answer, in milliseconds. */
	orderDelayMs: number;
	/** From one status of a port to the next, in milliseconds. */
	portStepMs: number;
	/** How long the emergency database is behind a completed order, in milliseconds; 0: never behind. */
	emergencyLagMs: number;
	/** Delay of every answer, in milliseconds of real time. */
	latencyMs: number;
	/** Calls allowed in a second of real time; 0: no limit. More are answered 429. */
	rateLimitPerSecond: number;
	/** Token bucket in real time: calls that flow in each second; 0: none. Can be combined with the limit above. */
	bucketPerSecond: number;
	/** Size of the bucket: how many calls may come at once after a pause; 0: as many as flow in during a second. */
	bucketBurst: number;
	/** Sent with 429 as Retry-After, in seconds; undocumented, so absent by default. */
	retryAfterSeconds: number | null;
	/** Premium customers may activate without an end customer and use updateCustomer ADD. */
	premium: boolean;
	/** Largest number of ranges in an order: 1, or 20 for one named customer (001). */
	maxRanges: number;
	/** Service profiles of the customer by country; mandatory in a request when there are several. */
	serviceProfiles: Partial<Record<CountryCode, string[]>>;
	/** Countries the client may use; others are answered 401/004. */
	countries: CountryCode[] | null;
	/** Whether the customer may use the restricted operations; otherwise 403. */
	restricted: boolean;
	/** Whether the application is suspended: every call is answered 403. */
	suspended: boolean;
	/**
	 * Takes an order on numbers that another order works on as well, so that an order sent twice is in the books
	 * twice.
	 */
	acceptRepeats: boolean;
	/** Validity of a token in milliseconds: 30 minutes. */
	tokenMs: number;
	/** Days of quarantine where the documents give none. */
	quarantineDays: number;
	/**
	 * Query parameters, by logical name (`changedFrom`, or `listOrders.changedFrom`), that the API does not look at.
	 */
	ignoredFilters: string[];
	/** Query parameters that it refuses: 400/001. */
	refusedFilters: string[];
	/** Whether lists come without their total count. */
	hideTotal: boolean;
	/** Most records of a page, whatever is asked for; 0: as many as asked for. */
	maxPageSize: number;
	/** How long after its creation an order shows up in the order list. */
	lateMs: number;
	/** Whether orders come without the dates of creation and change. */
	withoutDates: boolean;
	/** Whether the details of an order come without its status history. */
	withoutHistory: boolean;
	/** Numbers of answers in full, or in the split format of document 000. */
	numberForm: 'full' | 'split';
	/** Name of an order's status in answers, such as `state`; empty: the contract's. */
	statusName: string;
	/** How statuses of orders and numbers are written in answers. */
	statusSpelling: StatusSpelling;
	/** How moments are written in answers. */
	dateForm: DateForm;
	/** Words of the order types in answers: `Activation` (000), or `Number Activation` (002, 003, 004). */
	orderTypeWords: 'short' | 'long';
}

export const defaultSettings: Readonly<Settings> = {
	orderDelayMs: 2_000,
	portStepMs: 2_000,
	emergencyLagMs: 0,
	latencyMs: 0,
	rateLimitPerSecond: 0,
	bucketPerSecond: 0,
	bucketBurst: 0,
	retryAfterSeconds: null,
	premium: false,
	maxRanges: 1,
	serviceProfiles: { GB: ['ANH'] },
	countries: null,
	restricted: true,
	suspended: false,
	acceptRepeats: false,
	tokenMs: 30 * 60_000,
	quarantineDays: 30,
	ignoredFilters: [],
	refusedFilters: [],
	hideTotal: false,
	maxPageSize: 0,
	lateMs: 0,
	withoutDates: false,
	withoutHistory: false,
	numberForm: 'full',
	statusName: '',
	statusSpelling: 'documented',
	dateForm: 'iso',
	orderTypeWords: 'short',
};

/** Settings that are one of a few words. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
	numberForm: ['full', 'split'],
	statusSpelling: STATUS_SPELLINGS,
	dateForm: DATE_FORMS,
	orderTypeWords: ['short', 'long'],
};

/** Settings with some of them changed. Throws on an unknown name or a value of another kind. */
export function changedSettings(current: Settings, change: Readonly<Record<string, unknown>>): Settings {
	for (const [name, value] of Object.entries(change)) {
		if (!Object.hasOwn(defaultSettings, name)) throw new TypeError(`Unknown setting ${name}`);
		const model: unknown = defaultSettings[name as keyof Settings];
		if (model !== null && (typeof value !== typeof model || value === null))
			throw new TypeError(`Setting ${name} must be a ${typeof model}`);
		if (Array.isArray(model) && !Array.isArray(value)) throw new TypeError(`Setting ${name} must be a list`);
		if (CHOICES[name] && !CHOICES[name].includes(String(value)))
			throw new TypeError(`Setting ${name} must be one of ${CHOICES[name].join(', ')}`);
		if (typeof value === 'number' && !(value >= 0)) throw new TypeError(`Setting ${name} must not be negative`);
	}
	return { ...current, ...change };
}
