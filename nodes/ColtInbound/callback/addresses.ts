import type { IPv6 } from 'ipaddr.js';

import { inputError } from '../../shared/errors/problem';
import { libraries } from '../../shared/libraries';
import { toText } from '../../shared/text';

/** A block of addresses in CIDR notation. IPv4 is kept as IPv4-mapped IPv6 (RFC 4291, 2.5.5.2). */
export interface Block {
	base: IPv6;
	bits: number;
}

const IPV4_BITS = 32;
const IPV6_BITS = 128;
/** The part of an IPv4-mapped IPv6 address in front of the IPv4 address. */
const MAPPED_BITS = IPV6_BITS - IPV4_BITS;

/**
 * `192.0.2.7` or `2001:db8::1`, a zone such as `%eth0` ignored; undefined for anything else. Octal and short forms
 * are none.
 */
function parseAddress(text: string): IPv6 | undefined {
	const { IPv4: v4, IPv6: v6 } = libraries();
	if (v4.isValidFourPartDecimal(text)) return v4.parse(text).toIPv4MappedAddress();
	const [address = ''] = text.split('%');
	return address.includes(':') && v6.isValid(address) ? v6.parse(address) : undefined;
}

/** Reads `192.0.2.7`, `192.0.2.0/24`, `2001:db8::1` or `2001:db8::/32`; undefined for anything else. */
export function parseBlock(text: string): Block | undefined {
	const [address = '', prefix, more] = text.trim().split('/');
	const base = parseAddress(address);
	if (base === undefined || more !== undefined) return undefined;
	if (prefix === undefined) return { base, bits: IPV6_BITS };
	if (!/^\d{1,3}$/.test(prefix)) return undefined;
	const bits = Number(prefix) + (address.includes(':') ? 0 : MAPPED_BITS);
	// A prefix that ends before the IPv4 part was meant for that part, and would let everybody in.
	if (base.isIPv4MappedAddress() && bits < MAPPED_BITS) return undefined;
	return bits <= IPV6_BITS ? { base, bits } : undefined;
}

/**
 * The address of a caller without its port. Some proxies write `203.0.113.9:51234` or `[2001:db8::1]:443` into
 * X-Forwarded-For, as RFC 7239 (6) does in Forwarded.
 */
function withoutPort(caller: string): string {
	const text = caller.trim().replace(/^"(.*)"$/, '$1');
	const [, bracketed] = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text) ?? [];
	const [, dotted] = /^([\d.]+):\d{1,5}$/.exec(text) ?? [];
	return bracketed ?? dotted ?? text;
}

/** Whether a caller's address lies in one of the blocks. What is not an address lies in none. */
export function isWithin(caller: string | undefined, blocks: readonly Block[]): boolean {
	const address = caller === undefined ? undefined : parseAddress(withoutPort(caller));
	return address !== undefined && blocks.some(({ base, bits }) => address.match(base, bits));
}

const unreadable = (what: string, remedy: string): Error => inputError('Allowed Addresses', what, remedy, 'option');

/**
 * Reads *Allowed Addresses*: IP addresses and CIDR blocks divided by commas, semicolons, blanks or line ends, or a
 * list.
 * @param typed the raw field, with an expression unresolved
 * @param value what it resolves to
 * @returns undefined when the field is left empty: every address is allowed
 * @throws ColtError naming the field for an entry that cannot be read, and for an expression that gives none: a list
 * that cannot be read must not let everybody in
 */
export function readAllowedAddresses(typed: unknown, value: unknown): Block[] | undefined {
	if (toText(typed).trim() === '') return undefined;
	const entries = Array.isArray(value)
		? value.map((entry) => toText(entry).trim())
		: toText(value)
				.split(/[\s,;]+/)
				.filter((entry) => entry !== '');
	if (entries.length === 0)
		throw unreadable('contains no address', 'Enter the addresses, or clear the field to allow every address.');
	return entries.map((entry) => {
		const block = parseBlock(entry);
		if (block !== undefined) return block;
		throw unreadable(
			`contains "${entry.slice(0, 60)}", which is neither an IP address nor a CIDR block`,
			'Use for example 192.0.2.7 or 192.0.2.0/24, separated by commas.',
		);
	});
}
