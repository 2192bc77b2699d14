import { asText } from '../../../../scripts/lib/asText';
import { waitFor } from '../../../../scripts/lib/waitFor';
import type { Stage } from '../../stage';
import { dayFrom } from '../lives/parts';
import { dropTable } from './dataTable';
import { AUTHORIZATION, Live } from './live';

/** Ports for the board: open and finished ones, with texts that would do harm if they were not escaped. */
export function portsForTheBoard({ simulator: { control } }: Stage): void {
	const port = (index: number, status: string, type: 'portIn' | 'portOut' = 'portIn', more: object = {}) => ({
		type,
		country: 'GB' as const,
		status,
		ranges: [{ start: `+44207946070${index}`, end: `+44207946070${index}` }],
		portDate: dayFrom(control.clock().now, 10 + index),
		...more,
	});
	control.seed({
		orders: [
			port(0, 'Firm order commitment', 'portIn', { customerReference: 'Example Bakery Ltd' }),
			port(1, 'Customer feedback awaited', 'portIn', { customerReference: '<script>alert("x")</script>' }),
			port(2, 'Delayed', 'portIn', { customerReference: 'Harbour & Sons' }),
			port(3, 'Completed'),
			port(4, 'Confirmed', 'portOut'),
			{
				type: 'activation',
				country: 'GB',
				status: 'In progress',
				ranges: [{ start: '+442079460709', end: '+442079460709' }],
			},
		],
	});
}

/** The board shows open ports, with deadlines where they are known, and runs nothing; without Colt it says so. */
export async function livePortBoard(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	await dropTable(stage, 'Colt port tasks');
	portsForTheBoard(stage);
	await Live.with(stage, 'port-pipeline', {}, async (pipeline) => {
		await pipeline.mailbox.wait(2);
		await Live.with(stage, 'live-port-board', {}, async (live) => {
			const address = `${stage.n8n.url}/webhook/${asText(live.node('Open board').parameters.path)}`;
			const open = async () => await fetch(address, { headers: { authorization: AUTHORIZATION } });
			const first = await waitFor('the board', async () => {
				const response = await open();
				return response.status === 404 ? undefined : response;
			});
			const page = await first.text();
			expect([first.status, first.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
			// n8n sets the header itself; a browser keeps to both.
			expect(page).toContain('content="default-src &#39;none&#39;');
			const shown = [...page.matchAll(/\+44207946070\d/g)].map(([number]) => number);
			expect([shown.slice(0, 2), shown.slice(2).sort()]).toEqual([
				['+442079460701', '+442079460702'],
				['+442079460700', '+442079460704'],
			]);
			expect(page).toMatch(/\d+ (h|days) left/);
			expect(page).toContain('Answer Colt: modify the order');
			expect(page).not.toContain('<script');
			expect(page).toContain('&#60;script&#62;alert(&#34;x&#34;)');
			expect((await fetch(address)).status).toBe(401);

			control.addFault({ operation: 'listOrders', status: 403, code: '001', count: 20 });
			const failed = await open();
			expect([failed.status, await failed.text()]).toEqual([502, expect.stringMatching(/Colt could not be read/)]);
			await control.clearFaults();
			expect((await live.executions(2)).map(({ status }) => status)).toEqual(['success', 'error']);
		});
	});
}
