/** A block of addresses: those whose first `bits` bits are those of `base`. IPv4 counts as IPv4-mapped IPv6 (RFC 4291, 2.5.5.2). */
export interface Block {
	base: bigint;
	bits: number;
}

const MAPPED = 0xffff_0000_0000n;
const V4_OFFSET = 96;

function parseV4(text: string): bigint | undefined {
	if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return undefined;
	const parts = text.split('.').map(Number);
	return parts.every((part) => part <= 255)
		? parts.reduce((value, part) => value * 256n + BigInt(part), 0n)
		: undefined;
}

/** The groups of one side of `::`; an IPv4 ending counts as two (RFC 4291, 2.2). */
function groupsOf(text: string): bigint[] | undefined {
	if (text === '') return [];
	const groups: bigint[] = [];
	const parts = text.split(':');
	for (const [index, part] of parts.entries()) {
		const v4 = index === parts.length - 1 ? parseV4(part) : undefined;
		if (v4 !== undefined) groups.push(v4 >> 16n, v4 & 0xffffn);
		else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(BigInt(`0x${part}`));
		else return undefined;
	}
	return groups;
}

function parseV6(text: string): bigint | undefined {
	const [address = ''] = text.split('%');
	const [head = '', tail, more] = address.split('::');
	const first = groupsOf(head);
	const last = tail === undefined ? [] : groupsOf(tail);
	if (first === undefined || last === undefined || more !== undefined) return undefined;
	const left = 8 - first.length - last.length;
	if (tail === undefined ? left !== 0 : left < 1) return undefined;
	const groups = [...first, ...Array.from({ length: left }, () => 0n), ...last];
	return groups.reduce((value, group) => value * 0x1_0000n + group, 0n);
}

/** An address as a number of 128 bits; undefined when it is none. */
function parseAddress(text: string): bigint | undefined {
	const v4 = parseV4(text);
	return v4 === undefined ? parseV6(text) : MAPPED + v4;
}

/** Reads `192.0.2.7`, `192.0.2.0/24`, `2001:db8::1` or `2001:db8::/32`; undefined when it is none of them. */
export function parseBlock(text: string): Block | undefined {
	const [address = '', prefix, more] = text.trim().split('/');
	const base = parseAddress(address);
	if (base === undefined || more !== undefined) return undefined;
	if (prefix === undefined) return { base, bits: 128 };
	const offset = address.includes(':') ? 0 : V4_OFFSET;
	const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) + offset : Number.NaN;
	// Of an IPv4-mapped address, a prefix that ends before the IPv4 part was meant for that part, and would let everybody in.
	if (base >> 32n === MAPPED >> 32n && bits < V4_OFFSET) return undefined;
	return bits <= 128 ? { base, bits } : undefined;
}

/** The entries of a list divided by commas, semicolons, blanks or line ends. */
export const entriesOf = (list: string): string[] => list.split(/[\s,;]+/).filter((entry) => entry !== '');

/** Whether an address lies in one of the blocks. What is no address lies in none. */
export function isWithin(address: string | undefined, blocks: readonly Block[]): boolean {
	const value = address === undefined ? undefined : parseAddress(address);
	return (
		value !== undefined && blocks.some(({ base, bits }) => base >> BigInt(128 - bits) === value >> BigInt(128 - bits))
	);
}
