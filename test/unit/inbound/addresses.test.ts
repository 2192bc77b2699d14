import fc from 'fast-check';

import { entriesOf, isWithin, parseBlock } from '../../../nodes/ColtInbound/callback/addresses';

const within = (address: string | undefined, list: string): boolean =>
	isWithin(
		address,
		entriesOf(list)
			.map(parseBlock)
			.filter((block) => block !== undefined),
	);

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
	['127.0.0.1', '', false],
	['', '0.0.0.0/0', false],
	[undefined, '::/0', false],
	['not an address', '::/0', false],
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
	'g::',
	'1:2:3:4:5:6:7',
	'1:2:3:4:5:6:7:8:9',
	'example.com',
])('%j is no block', (text) => expect(parseBlock(text)).toBeUndefined());

test('an address lies in every block around itself, and in none that differs in its last bit', () => {
	fc.assert(
		fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.integer({ min: 0, max: 128 }), (address, bits) => {
			const prefix = address.includes(':') ? bits : bits % 33;
			expect(within(address, `${address}/${prefix}`)).toBe(true);
			const { base } = parseBlock(address) ?? { base: 0n };
			expect(isWithin(address, [{ base: base ^ 1n, bits: 128 }])).toBe(false);
		}),
	);
});
