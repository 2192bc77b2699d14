import { itemsOf } from '../../../../scripts/n8n/executions';
import { waitFor } from '../../../../scripts/lib/waitFor';
import { chain, coltNode } from '../../stage';
import type { Stage } from '../../stage';
import { BRITISH, DUTCH, dayFrom, files, onNumber, statusesOf, textFile, update, wait, expectSuccess } from './parts';

const LOA = { type: 'loa', binaryField: 'loa' };
const portIn = (more: object) => onNumber('Port in', 'portIn', { resource: 'porting', country: 'auto', ...more });

/** Waits until the simulator has an order in the status, then moves its clock. */
async function advanceWhen(stage: Stage, type: string, status: string, days: number): Promise<void> {
	const { control } = stage.simulator;
	await waitFor(
		`a ${type} order in ${status}`,
		() => control.books({ type }).some((order) => order.status.toLowerCase() === status.toLowerCase()) || undefined,
	);
	control.advance(days * 86_400_000);
}

/** A GB port-in with LOA through every status to Completed, with a date change on the way. */
export async function britishPortIn(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	control.change({ portStepMs: 400, orderDelayMs: 400 });
	const now = control.clock().now;
	const running = stage.run(
		chain(
			[
				onNumber('Check', 'checkPortability', { resource: 'porting', country: 'auto' }),
				...files('loa'),
				portIn({
					portDate: dayFrom(now, 20),
					endCustomer: BRITISH,
					documents: { document: [LOA] },
					additionalFields: { operatorName: 'Other Telecom', notes: 'Please call first' },
				}),
				wait('Committed', 'Port in', 'Firm order commitment'),
				update('Change date', 'changeDate', 'Port in', { portDate: dayFrom(now, 30), changeDateCountry: 'GB' }),
				wait('Date changed', 'Change date', 'Accepted'),
				wait('Committed again', 'Port in', 'Firm order commitment'),
				update('Note', 'sendNote', 'Port in', { notes: 'Thank you' }),
				wait('Done', 'Port in', 'Completed'),
			],
			[{ number: '+442079460123' }],
		),
	);
	const noted = waitFor('the note', () => control.calls({ operation: 'updatePort' }).length >= 2 || undefined);
	await Promise.race([
		noted.then(async () => await advanceWhen(stage, 'portIn', 'Firm order commitment', 31)),
		running,
	]);
	const execution = await running;
	expectSuccess(execution);
	expect(itemsOf(execution, 'Check')[0]).toMatchObject({ portable: true });
	expect(statusesOf(execution, 'Committed', 'Date changed', 'Committed again', 'Done')).toEqual([
		'Firm order commitment',
		'Accepted',
		'Firm order commitment',
		'Completed',
	]);
	const [call] = control.calls({ operation: 'portIn' });
	expect(JSON.stringify(call?.body)).toContain(Buffer.from('This is the loa').toString('base64'));
	expect(control.numbers({ country: 'GB', status: 'PortIn_Activated' })).toMatchObject([{ start: '+442079460123' }]);
}

/** An NL 088 port-in with ACM document and LOA; without the ACM document nothing is sent. */
export async function dutch088(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	control.change({ portStepMs: 300 });
	const withDocuments = (...document: object[]) => portIn({ endCustomer: DUTCH, documents: { document } });
	const start = [{ number: '+31881234567' }];
	const refused = await stage.run(chain([...files('loa'), withDocuments(LOA)], start));
	expect(`${refused.error?.message}`).toContain('ACM document');
	expect(control.calls({ operation: 'portIn' })).toEqual([]);
	const acm = { type: 'regulatoryAssignment', binaryField: 'acm' };
	const workflow = chain([withDocuments(LOA, acm), wait('Done', 'Port in')], start);
	const execution = await stage.run({
		...workflow,
		pinData: { Start: [{ json: { ...start[0] }, binary: { loa: textFile('loa'), acm: textFile('acm') } }] },
	});
	expectSuccess(execution);
	expect(statusesOf(execution, 'Done')).toEqual(['Completed']);
	expect(control.calls({ operation: 'portIn' })[0]?.body).toMatchObject({ regulatoryAssignmentFileName: 'acm.txt' });
}

/** An NL port: scheduled, then activated by hand. */
export async function dutchPort(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	control.change({ portStepMs: 300 });
	const schedule = dayFrom(control.clock().now, 10);
	const execution = await stage.run(
		chain(
			[
				...files('loa'),
				portIn({
					endCustomer: DUTCH,
					documents: { document: [LOA] },
					additionalFields: { operatorName: 'Ander Telecom' },
				}),
				wait('Ready', 'Port in', 'Ready for porting Initiation'),
				update('Schedule', 'schedulePort', 'Port in', { portDate: schedule }),
				wait('Scheduled', 'Schedule', 'Accepted'),
				update('Activate port', 'activatePort', 'Port in'),
				wait('Activated', 'Activate port', 'Accepted'),
				wait('Done', 'Port in', 'Completed'),
			],
			[{ number: '+31201234567' }],
		),
	);
	expectSuccess(execution);
	expect(statusesOf(execution, 'Ready', 'Scheduled', 'Activated', 'Done')).toEqual([
		'Ready for porting Initiation',
		'Accepted',
		'Accepted',
		'Completed',
	]);
}

/** Modify and cancel, from the status that allows them. */
export async function portModifiedAndCancelled(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	control.change({ portStepMs: 300 });
	control.planPort('feedback');
	const execution = await stage.run(
		chain(
			[
				...files('loa'),
				portIn({ portDate: dayFrom(control.clock().now, 20), endCustomer: BRITISH, documents: { document: [LOA] } }),
				wait('Asked', 'Port in', 'Customer feedback awaited'),
				update('Modify', 'modify', 'Port in', { additionalFields: { operatorName: 'The right operator' } }),
				wait('Modified', 'Modify'),
				wait('Submitted', 'Port in', 'Submitted to operator', 'Firm order commitment'),
				update('Cancel', 'cancel', 'Port in', { additionalFields: { reason: 'The end customer stays' } }),
				wait('Cancelled', 'Cancel', 'Accepted'),
				wait('Over', 'Port in'),
				coltNode('Orders', { resource: 'order', operation: 'getMany', returnAll: true }),
			],
			[{ number: '+442079460124' }],
		),
	);
	expectSuccess(execution);
	expect(statusesOf(execution, 'Asked', 'Cancelled', 'Over')).toEqual([
		'Customer feedback awaited',
		'Accepted',
		'Cancelled',
	]);
	expect(itemsOf(execution, 'Orders').filter(({ parentOrderId }) => parentOrderId !== undefined)).toHaveLength(2);
}
