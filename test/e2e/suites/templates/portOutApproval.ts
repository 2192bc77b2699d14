import { waitFor } from '../../../../scripts/lib/waitFor';
import type { Stage } from '../../stage';
import { dropTable, rowsOf } from './dataTable';
import { submit } from './form';
import { AUTHORIZATION, Live } from './live';

const TABLE = 'Colt port-out decisions';
const FORM = 'Answer a port-out';

/** Another operator asks for an active number. */
function asked({ simulator: { control } }: Stage, country: 'BE' | 'DE' | 'AT', start: string): string {
	control.seed({ numbers: [{ start, country, status: 'Activated' }] });
	return control.portOut({ start }).id;
}

/**
 * Port-outs accepted and rejected by form, each once; nothing is sent without a reason, a second time, too late, or by
 * somebody without password.
 */
export async function portOutApproval(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	control.change({ acceptRepeats: true });
	await dropTable(stage, TABLE);
	const [accepted, rejected, late] = [
		asked(stage, 'BE', '+3222345671'),
		asked(stage, 'DE', '+493012345671'),
		asked(stage, 'AT', '+4312345671'),
	];
	const sent = () => control.books({ type: 'portUpdate' }).map(({ parentId }) => parentId);
	const settings = { formUrl: 'http://form.example/answer' };
	await Live.with(stage, 'port-out-approval', { settings }, async (live) => {
		const messages = await live.mailbox.wait(3);
		expect(messages.map(({ subject }) => subject).sort()).toEqual([
			expect.stringMatching(/^Port-out of \+3222345671: answer until /),
			expect.stringMatching(/^Port-out of \+4312345671: answer until /),
			expect.stringMatching(/^Port-out of \+493012345671: answer until /),
		]);
		const text = messages.find(({ subject }) => subject.includes('+3222345671'))?.text;
		expect(text).toContain(`Answer here: http://form.example/answer?orderId=${accepted}`);
		const address = `${stage.n8n.url}/form/${live.node(FORM).webhookId}?orderId=${accepted}`;
		const page = await fetch(address, { headers: { authorization: AUTHORIZATION } });
		expect(await page.text()).toContain(`value="${accepted}"`);
		expect((await fetch(address)).status).toBe(401);

		const answer = async (orderId: string, decision: string, reason = '') =>
			(await submit(stage, live, FORM, { orderId, decision, reason, name: 'Pat <Desk>' })).text;
		expect(await answer(rejected, 'Reject')).toContain('a rejection needs a reason');
		expect(sent()).toEqual([]);
		expect(await answer(accepted, 'Accept')).toContain('Accept was sent to Colt');
		expect(await answer(accepted, 'Reject', 'Changed my mind')).toContain(
			'already decided Accept by Pat &lt;Desk&gt; on ',
		);
		expect(await answer(rejected, 'Reject', 'Not the contract holder')).toContain('Reject was sent to Colt');
		expect(sent()).toEqual([accepted, rejected]);
		await waitFor('the rejection', () =>
			control.books({ type: 'portOut' }).find(({ id, status }) => id === rejected && status === 'Rejected'),
		);

		control.advance(8 * 86_400_000);
		await waitFor('the automatic answer', () =>
			control
				.books({ type: 'portOut' })
				.find(({ id, status }) => id === late && status !== 'Customer feedback awaited'),
		);
		expect(await answer(late, 'Reject', 'Too late')).toContain('Colt does not wait for an answer');
		expect(await answer('no-such-order', 'Accept')).toContain('Nothing was sent');
		expect(sent()).toEqual([accepted, rejected]);
		expect(await rowsOf(stage, TABLE)).toMatchObject([
			{ orderId: accepted, decision: 'Accept', decidedBy: 'Pat <Desk>' },
			{ orderId: rejected, decision: 'Reject', reason: 'Not the contract holder' },
		]);
	});
}
