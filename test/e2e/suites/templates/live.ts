import { randomUUID } from 'node:crypto';
import type { IDataObject, INode } from 'n8n-workflow';
import { pollingEvery, readTemplate } from '../../../../scripts/lib/templates';
import { waitFor } from '../../../../scripts/lib/waitFor';
import { executionsOf } from '../../../../scripts/n8n/executions';
import type { Execution } from '../../../../scripts/n8n/executions';
import {
	createCredential,
	createWorkflow,
	deleteWorkflow,
	publish,
	unpublish,
	withCredential,
} from '../../../../scripts/n8n/storedWorkflows';
import type { StoredCredential, StoredWorkflow, WorkflowTemplate } from '../../../../scripts/n8n/storedWorkflows';
import type { Stage } from '../../stage';
import { Mailbox } from './mailbox';

const LOGIN = { user: 'desk', password: 'a-password-of-the-tests' };

/** What a browser sends for {@link LOGIN}. */
export const AUTHORIZATION = `Basic ${Buffer.from(`${LOGIN.user}:${LOGIN.password}`).toString('base64')}`;

/** The template with other values in its Settings node; a name that is not there is a mistake of the test. */
function withSettings(template: WorkflowTemplate, values: IDataObject): WorkflowTemplate {
	const settings = template.nodes.find(({ name }) => name === 'Settings');
	const fields = (settings?.parameters.assignments as IDataObject | undefined)?.assignments as
		IDataObject[] | undefined;
	for (const [name, value] of Object.entries(values)) {
		const field = fields?.find((one) => one.name === name);
		if (field === undefined) throw new Error(`"${template.name}" has no setting ${name}`);
		field.value = value;
	}
	return template;
}

/** Addresses that no other test uses. */
function withOwnAddresses(template: WorkflowTemplate): WorkflowTemplate {
	const own = (node: INode): INode => ({
		...node,
		...(node.webhookId !== undefined && { webhookId: randomUUID() }),
		...(typeof node.parameters.path === 'string' && {
			parameters: { ...node.parameters, path: `${node.parameters.path}-${randomUUID()}` },
		}),
	});
	return { ...template, nodes: template.nodes.map(own) };
}

/** A template ready for a run: polls every second, outside services are the mailbox and a test's log-in. */
export async function prepared(
	stage: Stage,
	name: string,
	{ settings = {}, credentials = [] }: { settings?: IDataObject; credentials?: readonly StoredCredential[] } = {},
): Promise<WorkflowTemplate> {
	const basic = await createCredential(stage.n8n.rest, { name: 'Desk', type: 'httpBasicAuth', data: LOGIN });
	const template = withOwnAddresses(withSettings(pollingEvery(1, readTemplate(name)), settings));
	return [stage.credential, basic, ...credentials].reduce(withCredential, template);
}

/** A published template with a mailbox. */
export class Live {
	private constructor(
		private readonly stage: Stage,
		readonly workflow: StoredWorkflow,
		readonly mailbox: Mailbox,
	) {}

	static async open(
		stage: Stage,
		name: string,
		{ credentials = [], ...more }: { settings?: IDataObject; credentials?: readonly StoredCredential[] } = {},
	): Promise<Live> {
		const { rest } = stage.n8n;
		const mailbox = await Mailbox.open(stage);
		const template = await prepared(stage, name, { ...more, credentials: [mailbox.credential, ...credentials] });
		const live = new Live(stage, await createWorkflow(rest, template), mailbox);
		await publish(rest, live.workflow);
		return live;
	}

	/** Runs a test with a published template, and takes everything away after it. */
	static async with(
		stage: Stage,
		name: string,
		options: Parameters<typeof Live.open>[2],
		test: (live: Live) => Promise<void>,
	): Promise<void> {
		const live = await Live.open(stage, name, options);
		try {
			await test(live);
		} finally {
			await live.close();
		}
	}

	node(name: string): INode {
		const found = this.workflow.nodes.find((one) => one.name === name);
		if (found === undefined) throw new Error(`"${this.workflow.name}" has no node ${name}`);
		return found;
	}

	/** Waits until so many executions have ended, and returns all. */
	async executions(count: number): Promise<Execution[]> {
		return await waitFor(`${count} executions of "${this.workflow.name}"`, async () => {
			const all = await executionsOf(this.stage.n8n.rest, this.workflow.id);
			return all.length >= count && all.every(({ finished }) => finished) ? all : undefined;
		});
	}

	/** Waits for so many further polls of the order trigger. */
	async polls(further: number): Promise<void> {
		const count = () => this.stage.simulator.control.calls({ operation: 'listOrders' }).length;
		const before = count();
		await waitFor(`${further} polls`, () => count() >= before + further || undefined);
	}

	async close(): Promise<void> {
		await unpublish(this.stage.n8n.rest, this.workflow);
		await deleteWorkflow(this.stage.n8n.rest, this.workflow);
		await this.mailbox.close();
	}
}
