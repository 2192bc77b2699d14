import { randomUUID } from 'node:crypto';
import { waitFor } from '../../../../scripts/lib/waitFor';
import {
	createWorkflow,
	deleteWorkflow,
	publish,
	unpublish,
	withCredential,
} from '../../../../scripts/n8n/storedWorkflows';
import { chain, coltNode, node } from '../../stage';
import type { Stage } from '../../stage';
import { loseAnswer, RESERVE, stock } from '../meant/parts';
import { dropTable, rowsOf } from './dataTable';
import { Live } from './live';

const TABLE = 'Colt audit log';

/** A workflow that reserves the number it is called with, and names its error workflow. */
function ordering(path: string, errorWorkflow: string) {
	const reserve = coltNode('Reserve', {
		...RESERVE,
		numberRangeStart: '={{ $json.body.number }}',
		options: { lookUpSeconds: 0 },
	});
	const hook = node(
		'Call',
		'n8n-nodes-base.webhook',
		2,
		{ httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
		{ webhookId: randomUUID() },
	);
	const { name, connections } = chain([reserve]);
	return {
		name: `${name}, by call`,
		nodes: [hook, reserve],
		connections: { Call: connections.Start ?? {} },
		settings: { executionOrder: 'v1' as const, errorWorkflow },
	};
}

/**
 * A published workflow fails with a lost answer, another with a bad number: one alarm and one row each, the first says
 * that an order may exist and lists it; the order itself is logged once.
 */
export async function errorWorkflow(stage: Stage): Promise<void> {
	const { rest, url } = stage.n8n;
	const { control } = stage.simulator;
	await dropTable(stage, TABLE);
	await Live.with(stage, 'error-workflow-and-audit-log', {}, async (live) => {
		await live.polls(2);
		const path = randomUUID();
		const workflow = await createWorkflow(rest, withCredential(ordering(path, live.workflow.id), stage.credential));
		try {
			await publish(rest, workflow);
			const [number = ''] = stock(stage, '8149');
			const call = async (body: object) =>
				await waitFor('the call to be taken', async () => {
					const headers = { 'content-type': 'application/json' };
					const { status } = await fetch(`${url}/webhook/${path}`, {
						method: 'POST',
						headers,
						body: JSON.stringify(body),
					});
					return status === 200 ? true : undefined;
				});
			// While Colt cannot be read the template reports its own trigger too.
			const alarms = async (count: number) =>
				await waitFor(`${count} alarms`, () => {
					const own = live.mailbox.messages.filter(({ subject }) => subject.endsWith(workflow.name));
					return own.length >= count ? own : undefined;
				});
			await call({ number: 'Main Street' });
			const [refused] = await alarms(1);
			expect(refused?.subject).toBe(`Failed: ${workflow.name}`);
			expect(refused?.text).toMatch(
				/Reserve: .*Main Street[^]*Nothing was sent[^]*Orders of the last 6 hours at Colt:\nnone/,
			);

			loseAnswer(stage, 'reserveNumbers');
			await call({ number });
			const [, lost] = await alarms(2);
			expect(lost?.subject).toBe(`AN ORDER MAY EXIST: ${workflow.name}`);
			expect(lost?.text).toContain('could not be read');
			await control.clearFaults();
			const [order] = control.books();
			await call({ number: 'Main Street' });
			const [, , later] = await alarms(3);
			expect(later?.text).toContain(`reservation  ${number}  Completed  ${order?.id}`);
			const logged = await waitFor('the log of the order', async () => {
				const rows = await rowsOf(stage, TABLE);
				return rows.some(({ status }) => status === 'Completed') ? rows : undefined;
			});
			const of = (kind: string, name: string | null = workflow.name) =>
				logged.filter((row) => row.kind === kind && row.workflow === name);
			expect(of('new order', null)).toMatchObject([{ orderId: order?.id, orderType: 'reservation', numbers: number }]);
			expect([of('failure').length, of('failure, an order may exist').length]).toEqual([2, 1]);
			expect(control.books()).toHaveLength(1);
		} finally {
			await control.clearFaults();
			await unpublish(rest, workflow);
			await deleteWorkflow(rest, workflow);
		}
	});
}
