import type { IDataObject } from 'n8n-workflow';

import { EventMemory, LARGEST_MEMORY } from '../../../nodes/ColtInbound/callback/memory';

/** What n8n writes to its database and reads back. */
const saved = (kept: IDataObject): IDataObject => JSON.parse(JSON.stringify(kept)) as IDataObject;

test('of many deliveries at once exactly one is the first; the others wait for what becomes of it', async () => {
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

test('if no execution came of the first, the next one is the first', async () => {
	const memory = new EventMemory();
	const [first, second, third] = [memory.claim('a'), memory.claim('a'), memory.claim('a')];
	(await first)?.withdraw();
	const again = await second;
	expect(again).toBeDefined();
	again?.confirm();
	expect(await third).toBeUndefined();
});

test('settled once: what comes after is nothing', async () => {
	const memory = new EventMemory();
	const claim = await memory.claim('a');
	claim?.confirm();
	claim?.withdraw();
	expect(await memory.claim('a')).toBeUndefined();
});

test('a process that starts anew knows what was saved, the event that was being told included', async () => {
	const kept: IDataObject = {};
	const memory = new EventMemory();
	(await memory.claim('a'))?.confirm();
	const claim = await memory.claim('b');
	memory.keep(kept, 'b');
	const next = new EventMemory();
	next.learn(saved(kept));
	expect([await next.claim('a'), await next.claim('b')]).toEqual([undefined, undefined]);
	claim?.confirm();
	const later = new EventMemory();
	later.learn({ events: 'nonsense', latest: 7 });
	expect(await later.claim('a')).toBeDefined();
});

test('what is saved for one event holds the others whose executions exist, though n8n has not answered them yet', async () => {
	const memory = new EventMemory();
	const kept: IDataObject = {};
	for (const eventId of ['one', 'two', 'three']) await memory.claim(eventId);
	memory.keepMade({}, 'one');
	memory.keepMade(kept, 'two');
	const next = new EventMemory();
	next.learn(saved(kept));
	expect([await next.claim('one'), await next.claim('two')]).toEqual([undefined, undefined]);
	expect(await next.claim('three')).toBeDefined();
});

test('of a caller that has hung up before, nothing is kept beside the memory', async () => {
	const memory = new EventMemory();
	const kept: IDataObject = {};
	(await memory.claim('gone'))?.confirm();
	memory.keepMade(kept, 'gone');
	await memory.claim('next');
	memory.keep(kept, 'next');
	expect(kept.latest).toHaveLength(1);
});

test('a full memory that is read back as it was a moment ago forgets nothing newer', async () => {
	const memory = new EventMemory();
	for (let index = 0; index < LARGEST_MEMORY; index += 1) (await memory.claim(`e${index}`))?.confirm();
	const kept: IDataObject = {};
	memory.keep(kept, `e${LARGEST_MEMORY - 1}`);
	const before = saved(kept);
	for (const eventId of ['newer', 'newest']) (await memory.claim(eventId))?.confirm();
	memory.learn(before);
	expect([await memory.claim('newer'), await memory.claim('newest')]).toEqual([undefined, undefined]);
	// Of another process on the same database it still learns.
	memory.learn({ events: [...(before.events as string[]), 'of another'] });
	memory.keep(kept, 'x');
	expect(kept.events).toContain('of another');
});

test('n8n saves late: what was told in the meantime is saved with it', async () => {
	const memory = new EventMemory();
	const kept: IDataObject = {};
	const one = await memory.claim('one');
	memory.keep(kept, 'one');
	const two = await memory.claim('two');
	two?.confirm();
	one?.confirm();
	const next = new EventMemory();
	next.learn(saved(kept));
	expect([await next.claim('one'), await next.claim('two')]).toEqual([undefined, undefined]);
});

test('the memory is bounded, the oldest go first', async () => {
	const memory = new EventMemory();
	for (let index = 0; index <= LARGEST_MEMORY; index += 1) (await memory.claim(`e${index}`))?.confirm();
	const kept: IDataObject = {};
	memory.keep(kept, 'latest');
	expect(kept.events).toHaveLength(LARGEST_MEMORY);
	expect(JSON.stringify(kept).length).toBeLessThan(40_000);
	expect(await memory.claim('e1')).toBeUndefined();
	expect(await memory.claim('e0')).toBeDefined();
});
