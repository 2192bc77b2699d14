import { waitFor } from '../../../../scripts/lib/waitFor';
import type { Stage } from '../../stage';
import { AUTHORIZATION } from './live';
import type { Live } from './live';

/** The page that a form ends with. */
export interface FormEnd {
	status: number;
	/** Its HTML. */
	page: string;
	/** What a person reads. */
	text: string;
}

const textOf = (page: string): string =>
	page
		.replaceAll(/<(script|style)[^]*?<\/\1>/g, ' ')
		.replaceAll(/<[^>]*>/g, ' ')
		.replaceAll(/\s+/g, ' ')
		.trim();

const headers = { authorization: AUTHORIZATION };

/** Fills in a form of a template as a browser does, and waits for the page it ends with. */
export async function submit(
	stage: Stage,
	live: Live,
	trigger: string,
	values: Readonly<Record<string, string | File | File[]>>,
): Promise<FormEnd> {
	const address = `${stage.n8n.url}/form/${live.node(trigger).webhookId}`;
	await waitFor('the form', async () => ((await fetch(address, { headers })).status === 404 ? undefined : true));
	const body = new FormData();
	for (const [index, value] of Object.values(values).entries())
		for (const one of [value].flat()) body.append(`field-${index}`, one);
	const answer = await fetch(address, { method: 'POST', headers, body });
	const { formWaitingUrl } = (await answer.json()) as { formWaitingUrl?: string };
	if (formWaitingUrl === undefined) throw new Error(`n8n has answered the form with ${answer.status}`);
	const waiting = new URL(formWaitingUrl);
	const status = new URL(`${waiting.pathname}/n8n-execution-status${waiting.search}`, waiting);
	await waitFor('the form to end', async () =>
		['form-waiting', 'success', 'error'].includes(await (await fetch(status)).text()) ? true : undefined,
	);
	const end = await fetch(waiting);
	const page = await end.text();
	// The page says so to n8n as soon as a browser shows it.
	await fetch(waiting, { method: 'POST', headers });
	return { status: end.status, page, text: textOf(page) };
}
