import { waitFor } from '../../../../scripts/lib/waitFor';
import { createCredential } from '../../../../scripts/n8n/storedWorkflows';
import { ModelEndpoint } from '../meant/modelEndpoint';
import type { Stage } from '../../stage';
import { Chat } from './chatPage';
import { Live } from './live';
import type { Message } from './message';

const NUMBER = '+442079460900';
const NOTE = 'Please call the customer first';

/** What the scripted model does with a question: it looks the number up, and for "tell" it also sends a note. */
function script(orderId: string) {
	let question = '';
	const isOrdering = () => question.includes('tell');
	return {
		ask: (text: string) => (question = text),
		choose: (answers: readonly string[]) => (answers.length === 0 ? 'Find_orders_of_a_number' : 'Send_note_to_Colt'),
		model: (answers: readonly string[]) => {
			if (answers.length === 0) return { number: NUMBER };
			return isOrdering() && answers.length < 2
				? { toolParameters: { orderId, note: NOTE }, hitlParameters: {} }
				: undefined;
		},
	};
}

/** Follows the link of a button in the mail that asks a person; gives n8n's status. n8n lets robots only look at it. */
async function follow(message: Message | undefined, approved: boolean): Promise<number> {
	const links = [...(message?.text ?? '').matchAll(/href="([^"]+)"/g)].map(([, link = '']) =>
		link.replaceAll('&amp;', '&'),
	);
	const link = links.find((one) => one.includes(`approved=${approved}`));
	if (link === undefined) throw new Error(`The mail has no link for approved=${approved}: ${message?.text}`);
	const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
	return (await fetch(link, { headers })).status;
}

/** Presses a button until n8n takes it: the mail may arrive before the execution waits. */
const press = async (message: Message | undefined, approved: boolean): Promise<true> =>
	await waitFor('the decision to be taken', async () => ((await follow(message, approved)) === 200 ? true : undefined));

/**
 * A question is answered from Colt's orders; a note is sent only after a person's yes, once; after a refusal, and
 * before any answer, nothing is sent. The chat needs a password.
 */
export async function askAboutPorts(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	const [order] = control.seed({
		orders: [
			{ type: 'portIn', country: 'GB', status: 'Firm order commitment', ranges: [{ start: NUMBER, end: NUMBER }] },
		],
	}).orders;
	const notes = () => control.books({ type: 'portUpdate' });
	const { ask, model, choose } = script(order?.id ?? '');
	const endpoint = await ModelEndpoint.open(model, choose);
	try {
		const data = { apiKey: 'none', url: endpoint.url };
		const credential = await createCredential(stage.n8n.rest, { name: 'Scripted model', type: 'openAiApi', data });
		await Live.with(stage, 'ask-about-ports', { credentials: [credential] }, async (live) => {
			const chat = async (question: string) => {
				ask(question);
				return await Chat.ask(stage, live, 'When somebody asks', question);
			};
			const first = await chat('Where is my port?');
			expect(await first.answer()).toContain('Firm order commitment');
			first.close();
			const address = `${stage.n8n.url}/webhook/${live.node('When somebody asks').webhookId}/chat`;
			expect((await fetch(address)).status).toBe(401);
			expect(live.mailbox.messages).toEqual([]);

			const refused = await chat('Please tell Colt to call');
			const [asked] = await live.mailbox.wait(1);
			expect(asked?.text).toContain('Send_note_to_Colt');
			expect(asked?.text).toContain(NOTE);
			expect([notes(), refused.answers]).toEqual([[], []]);
			await press(asked, false);
			expect(await refused.answer()).toMatch(/rejected the tool call/);
			refused.close();
			expect(notes()).toEqual([]);

			const approved = await chat('Now do tell Colt to call');
			const [, , again] = await live.mailbox.wait(3);
			await press(again, true);
			expect(await approved.answer()).toContain('sendNote');
			await follow(again, true);
			approved.close();
			await live.mailbox.wait(4);
			expect(notes()).toMatchObject([{ parentId: order?.id }]);
			expect(live.mailbox.messages.map(({ subject }) => subject)).toEqual([
				'An agent wants to order at Colt',
				'Answer to: Please tell Colt to call',
				'An agent wants to order at Colt',
				'Answer to: Now do tell Colt to call',
			]);
		});
	} finally {
		await endpoint.close();
	}
}
