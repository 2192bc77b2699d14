import type { CountryCode } from '../nodes/shared/lifecycle/countries';
import type { Operation } from '../nodes/shared/contract/table';
import { missing, ruleError } from './apiError';
import { filledUp } from '../nodes/shared/numbers/rangeOverlap';
import type { NumberEntry } from './model';
import { wireName } from './naming';
import type { Store, World } from './world';

/** The part of an order body that every order shares. */
export interface OrderShape {
	ranges?: Array<{ start: string; end: string }>;
	relatedParty?: {
		reseller?: { country?: string; serviceProfile?: string };
		endCustomer?: { customerReference?: string };
	};
}

/** Who orders: country and service profile of the reseller. */
export interface Reseller {
	country: CountryCode;
	serviceProfile?: string;
}

/** Reseller of a body. @throws ApiError 400/002 for a service profile that is missing among several, or unknown */
export function resellerOf(world: World, operation: Operation, body: OrderShape): Reseller {
	const { country, serviceProfile } = body.relatedParty?.reseller ?? {};
	if (!country) throw missing(wireName(operation, 'body', 'relatedParty.reseller.country'));
	const code = country as CountryCode;
	const profiles = world.settings.serviceProfiles[code] ?? [];
	const name = wireName(operation, 'body', 'relatedParty.reseller.serviceProfile');
	if (!serviceProfile && profiles.length > 1) throw missing(name);
	if (serviceProfile && profiles.length > 0 && !profiles.includes(serviceProfile)) {
		throw ruleError(`${name} ${serviceProfile} is not one of the service profiles in ${code}.`);
	}
	return { country: code, serviceProfile: serviceProfile ?? profiles[0] };
}

/**
 * Ranges of a body that Colt knows, all of one country.
 * @throws ApiError 400/002: too many ranges, end before start, or not a full range of that country
 */
export function knownRanges(
	{ world, store, operation, body }: { world: World; store: Store; operation: Operation; body: OrderShape },
	country: CountryCode,
): NumberEntry[] {
	const ranges = body.ranges ?? [];
	const start = wireName(operation, 'body', 'ranges.start');
	if (ranges.length === 0) throw missing(wireName(operation, 'body', 'ranges'));
	if (ranges.length > world.settings.maxRanges)
		throw ruleError(`Maximum allowed ranges/CLI is ${world.settings.maxRanges}`);
	return ranges.map((range) => {
		checkOrder(operation, range);
		const entry = store.numbers.find(range);
		if (!entry || entry.country !== country) {
			throw ruleError(`${start} ${range.start} to ${range.end} is not a full range that is known in ${country}.`);
		}
		return entry;
	});
}

/** @throws ApiError 400/002 when a range ends before it starts; a shorter start is the block's prefix */
export function checkOrder(operation: Operation, range: { start: string; end: string }): void {
	if (filledUp(range.end) < filledUp(range.start)) {
		throw ruleError(
			`${wireName(operation, 'body', 'ranges.end')} ${range.end} is less than ` +
				`${wireName(operation, 'body', 'ranges.start')} ${range.start}.`,
		);
	}
}
