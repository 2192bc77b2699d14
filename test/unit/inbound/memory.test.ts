import type { IDataObject } from 'n8n-workflow';

import { EventMemory, LARGEST_MEMORY } from '../../../nodes/ColtInbound/callback/eventMemory';

/** What n8n writes to its database and reads back. */
const stored = (staticData: IDataObject): IDataObject => JSON.parse(JSON.stringify(staticData)) as IDataObject;

/** A memory of another process that loads what was stored. */
function reloaded(staticData: IDataObject): EventMemory {
	const memory = new EventMemory();
	memory.load(stored(staticData));
	return memory;
}

test('of many deliveries at once exactly one is the first; the others wait for its result', async () => {
	const memory = new EventMemory();
	const claims = Array.from({ length: 20 }, async () => await memory.claim('order:raised'));
	const first = await claims[0];
	let settled = 0;
	for (const claim of claims.slice(1)) void claim.then(() => (settled += 1));
	await Promise.resolve();
	expect(settled).toBe(0);
	first?.confirm();
	expect((await Promise.all(claims)).filter((claim) => claim !== undefined)).toEqual([first]);
});

test('if the first does not become an execution, the next one is the first', async () => {
	const memory = new EventMemory();
	const [first, second, third] = [memory.claim('a'), memory.claim('a'), memory.claim('a')];
	(await first)?.withdraw();
	const again = await second;
	expect(again).toBeDefined();
	again?.confirm();
	expect(await third).toBeUndefined();
});

test('a claim is settled once', async () => {
	const memory = new EventMemory();
	const claim = await memory.claim('a');
	claim?.confirm();
	claim?.withdraw();
	expect(await memory.claim('a')).toBeUndefined();
});

test('a new process knows what was saved, and nothing that had no execution yet', async () => {
	const memory = new EventMemory();
	const staticData: IDataObject = {};
	for (const eventId of ['a', 'b']) (await memory.claim(eventId))?.confirm();
	await memory.claim('c');
	memory.save(staticData);
	const next = reloaded(staticData);
	expect([await next.claim('a'), await next.claim('b')]).toEqual([undefined, undefined]);
	expect(await next.claim('c')).toBeDefined();
});

test('what is not a memory is ignored', async () => {
	const memory = reloaded({ events: 'nonsense', latest: 7 });
	expect(await memory.claim('a')).toBeDefined();
	memory.load(stored({ events: [1, null, { a: 1 }] }));
	expect(await memory.claim('b')).toBeDefined();
});

test('a state of version 0.1.0, with the events it was delivering, is taken over', async () => {
	const memory = new EventMemory();
	const staticData: IDataObject = {};
	(await memory.claim('a'))?.confirm();
	memory.save(staticData);
	const { events } = stored(staticData) as { events: string[] };
	const next = reloaded({ events: [], latest: events });
	expect(await next.claim('a')).toBeUndefined();
	next.save(staticData);
	expect(staticData).toEqual({ events });
});

test('n8n writes late: what was confirmed in the meantime is written too', async () => {
	const memory = new EventMemory();
	const staticData: IDataObject = {};
	const [one, two] = [await memory.claim('one'), await memory.claim('two')];
	one?.confirm();
	memory.save(staticData);
	two?.confirm();
	const next = reloaded(staticData);
	expect([await next.claim('one'), await next.claim('two')]).toEqual([undefined, undefined]);
});

test('a full memory that loads an older copy of itself forgets nothing, and takes from another process', async () => {
	const memory = new EventMemory();
	for (let index = 0; index < LARGEST_MEMORY; index += 1) (await memory.claim(`e${index}`))?.confirm();
	const staticData: IDataObject = {};
	memory.save(staticData);
	const before = stored(staticData);
	for (const eventId of ['newer', 'newest']) (await memory.claim(eventId))?.confirm();
	memory.load(before);
	expect([await memory.claim('newer'), await memory.claim('newest')]).toEqual([undefined, undefined]);
	memory.load({ events: [...(before.events as string[]), 'of another'] });
	memory.save(staticData);
	expect(staticData.events).toContain('of another');
});

test('the memory is bounded, the oldest are dropped', async () => {
	const memory = new EventMemory();
	for (let index = 0; index <= LARGEST_MEMORY; index += 1) (await memory.claim(`e${index}`))?.confirm();
	const staticData: IDataObject = {};
	memory.save(staticData);
	expect(staticData.events).toHaveLength(LARGEST_MEMORY);
	expect(JSON.stringify(staticData).length).toBeLessThan(40_000);
	expect(await memory.claim('e1')).toBeUndefined();
	expect(await memory.claim('e0')).toBeDefined();
});
