import fc from 'fast-check';

import { isWithin, parseBlock, readAllowedAddresses } from '../../../nodes/ColtInbound/callback/addresses';
import { problemOf } from '../thrown';

/** Whether a caller gets in with this in the field. */
const within = (caller: string | undefined, field: string): boolean => {
	const allowed = readAllowedAddresses(field, field);
	return allowed === undefined || isWithin(caller, allowed);
};

test.each([
	['192.0.2.7', '192.0.2.7', true],
	['192.0.2.8', '192.0.2.7', false],
	['192.0.2.255', '192.0.2.0/24', true],
	['192.0.3.0', '192.0.2.0/24', false],
	['::ffff:192.0.2.7', '192.0.2.0/24', true],
	['192.0.2.7', '::ffff:192.0.2.0/120', true],
	['8.8.8.8', '0.0.0.0/0', true],
	['2001:db8::1', '0.0.0.0/0', false],
	['2001:db8:0:0:0:0:0:1', '2001:db8::1', true],
	['2001:DB8::ffff', '2001:db8::/32', true],
	['2001:db9::', '2001:db8::/32', false],
	['192.0.2.7', '::ffff:192.0.2.7', true],
	['::ffff:c000:207', '192.0.2.0/24', true],
	['fe80::1%eth0', 'fe80::/10', true],
	['::1', '127.0.0.1', false],
	['127.0.0.1', '10.0.0.0/8, 127.0.0.1;::1', true],
	['127.0.0.1', '', true],
	['not an address', '  ', true],
	['192.0.2.7', '::/0', true],
	['', '0.0.0.0/0', false],
	[undefined, '::/0', false],
	['not an address', '::/0', false],
	['unknown', '0.0.0.0/0', false],
	// With a port, as some proxies write X-Forwarded-For.
	['203.0.113.9:51234', '203.0.113.0/24', true],
	['203.0.114.9:51234', '203.0.113.0/24', false],
	['[2001:db8::1]:443', '2001:db8::/32', true],
	['[2001:db8::1]', '2001:db8::1', true],
	['"[2001:db8::1]:443"', '2001:db8::1', true],
	['[2001:db9::1]:443', '2001:db8::/32', false],
	['[::ffff:192.0.2.7]:443', '192.0.2.0/24', true],
	['[fe80::1%eth0]:443', 'fe80::/10', true],
	// Not an address with a port.
	['2001:db8::1:443', '2001:db8::1', false],
	['203.0.113.9:', '203.0.113.0/24', false],
	['203.0.113.9:123456', '203.0.113.0/24', false],
	['203.0.113.9:80:80', '203.0.113.0/24', false],
	['[203.0.113.9', '203.0.113.0/24', false],
	['203.0.113.9, 192.0.2.7', '192.0.2.0/24', false],
	['evil.example:80', '0.0.0.0/0', false],
])('%s in %s: %s', (address, list, expected) => expect(within(address, list)).toBe(expected));

test.each([
	'',
	'192.0.2',
	'192.0.2.256',
	'192.0.2.0/33',
	'192.0.2.0/-1',
	'192.0.2.0/',
	'1.2.3.4/8/8',
	'::/129',
	':::',
	'1::2::3',
	'12345::',
	'::ffff:192.0.2.0/24',
	'::ffff:0:0/95',
	'[2001:db8::1]',
	'192.0.2.1-192.0.2.9',
	'192.0.2.*',
	'192.0.2.1:8080',
	'0300.0.2.1',
	'0xc0.0.2.1',
	'192.000.002.001',
	'3221225985',
	'192.0.2.0/ 24',
	'192.0.2.0/1e1',
	'g::',
	'1:2:3:4:5:6:7',
	'1:2:3:4:5:6:7:8:9',
	'example.com',
])('%j is no block', (text) => expect(parseBlock(text)).toBeUndefined());

/** Written with an IPv4 ending, other addresses than the IPv4-mapped ones are deprecated (RFC 4291, 2.5.5.1). */
const ipV6 = fc.ipV6().filter((address) => !address.includes('.'));

test('an address lies in every block around itself, and in none that differs in its last bit', () => {
	fc.assert(
		fc.property(fc.oneof(fc.ipV4(), ipV6), fc.integer({ min: 0, max: 128 }), (address, bits) => {
			const prefix = address.includes(':') ? bits : bits % 33;
			expect(within(address, `${address}/${prefix}`)).toBe(true);
			const base = parseBlock(address)?.base.toByteArray() ?? [];
			const other = base
				.map((byte, index) => byte.toString(16).padStart(2, '0') + (index % 2 === 1 ? ':' : ''))
				.join('');
			const last = (Number.parseInt(other.slice(-3, -1), 16) ^ 1).toString(16).padStart(2, '0');
			expect(within(address, `${other.slice(0, -3)}${last}`)).toBe(false);
		}),
	);
});

describe('a list that cannot be read lets nobody in', () => {
	test.each<[string, unknown, unknown]>([
		['an entry that is not an address', 'office', 'office'],
		['one such entry among others', '192.0.2.0/24, office', '192.0.2.0/24, office'],
		['separators alone', ' , ;', ' , ;'],
		['an expression that gives nothing', '={{ $vars.allowed }}', undefined],
		['an expression that gives null', '={{ null }}', null],
		['an expression that gives an empty text', '={{ "" }}', ''],
		['an expression that gives an empty list', '={{ [] }}', []],
		['an expression that gives an object', '={{ {} }}', {}],
		['a list with a bad entry', '={{ x }}', ['192.0.2.7', null]],
		['a range in words', '192.0.2.1 - 192.0.2.9', '192.0.2.1 - 192.0.2.9'],
	])('%s', (_, typed, value) => {
		expect(problemOf(() => readAllowedAddresses(typed, value))).toMatchObject({ field: 'Allowed Addresses' });
	});

	test('a list by expression is read', () => {
		const allowed = readAllowedAddresses('={{ $vars.allowed }}', ['192.0.2.0/24', '2001:db8::/32']) ?? [];
		expect(['192.0.2.7', '2001:db8::7', '198.51.100.1'].map((caller) => isWithin(caller, allowed))).toEqual([
			true,
			true,
			false,
		]);
	});
});
