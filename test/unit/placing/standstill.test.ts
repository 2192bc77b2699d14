import { randomUUID } from 'node:crypto';

import { Heartbeat } from '../../../nodes/shared/placing/suspension';
import { perform } from '../../../nodes/shared/runner/perform';
import type { Prepared } from '../../../nodes/shared/runner/prepare';
import { ok, scripted } from '../client/scripted';
import { operationOf, requestOf } from '../operations/sent';

const NUMBER = '+442081324758';

describe('a process that stood still', () => {
	it('is one whose clock jumped further than it was asked to wait', () => {
		let now = 1_000;
		const heartbeat = new Heartbeat(() => now);
		now += 34_000;
		expect(heartbeat.standstills()).toBe(0);
		now += 36_000;
		expect([heartbeat.standstills(), heartbeat.since]).toEqual([1, 35_000]);
		now += 5_000;
		expect(heartbeat.standstills()).toBe(1);
	});

	it('beats until the run ends', async () => {
		const ended = new AbortController();
		let beats = 0;
		await new Heartbeat().beat(async () => {
			beats += 1;
			if (beats === 3) ended.abort();
			await Promise.resolve();
		}, ended.signal);
		expect(beats).toBe(3);
	});

	const prepared = (heartbeat: Heartbeat): Prepared => {
		const identity = randomUUID();
		return {
			call: {
				operation: operationOf('number: updateEndCustomer').wire,
				request: requestOf('number: reserve', { numberRangeStart: NUMBER }),
				trackingId: 'trk-1',
			},
			params: {},
			limit: Number.POSITIVE_INFINITY,
			key: { account: 'A', identity, signature: identity, run: identity },
			patienceMs: 0,
			heartbeat,
		};
	};
	const total = (count: number) => ({ 'x-total-count': String(count), date: new Date().toUTCString() });

	test.each([
		['adopts what was placed meanwhile', true],
		['places what was not', false],
	])('looks before it sends, and %s', async (_, isThere) => {
		let now = Date.now();
		const heartbeat = new Heartbeat(() => now);
		const id = randomUUID();
		const order = {
			id,
			orderType: 'Number Address Update',
			country: 'GB',
			creationDate: new Date(Date.now() + 1_000).toISOString(),
			numberRangeList: [{ numberRangeStart: NUMBER, numberRangeEnd: NUMBER }],
		};
		now += 60_000;
		const script = scripted(({ method, url }) =>
			method === 'POST'
				? ok({ order: { id: 'NEW' } }, total(1))
				: isThere && url.includes('rder')
					? ok([order], total(1))
					: ok([], total(0)),
		);
		const [item] = await perform(script.client, operationOf('number: updateEndCustomer'), prepared(heartbeat));
		expect(item).toMatchObject(isThere ? { orderId: id, alreadyPlaced: true } : { orderId: 'NEW' });
		const methods = script.sends.map(({ request }) => request.method);
		expect([methods[0], methods.filter((method) => method === 'POST').length]).toEqual(['GET', isThere ? 0 : 1]);
	});
});
