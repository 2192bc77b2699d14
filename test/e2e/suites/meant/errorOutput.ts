import { asText } from '../../../../scripts/lib/asText';
import { itemsOf } from '../../../../scripts/n8n/executions';
import { chain, coltNode } from '../../stage';
import type { Stage } from '../../stage';
import { bookedNumbers, loseAnswer, RESERVE, stock } from './parts';
import { note } from './report';

/** The error output says of each item whether an order may exist, and keeps the columns of its row. */
export async function errorOutputFields(stage: Stage): Promise<void> {
	const [lost] = stock(stage, '8141');
	const list = [
		{ number: 'Main Street', customer: 'A' },
		{ number: '+442089999999', customer: 'B' },
		{ number: lost, customer: 'C' },
	];
	const node = coltNode(
		'Reserve',
		{ ...RESERVE, options: { lookUpSeconds: 0, parallelCalls: 1 } },
		{ onError: 'continueErrorOutput' },
	);
	// The second item's number is not in stock, so its call is refused; the third item's answer is lost.
	stage.simulator.control.addFault({ operation: 'reserveNumbers', status: 400, code: '002', message: 'Not in stock' });
	loseAnswer(stage, 'reserveNumbers');
	const execution = await stage.run(chain([node], list));
	await stage.simulator.control.clearFaults();
	expect(itemsOf(execution, 'Reserve', 0)).toEqual([]);
	const items = itemsOf(execution, 'Reserve', 1);
	const said = items.map(({ error, details }) => `${asText(error)} ${JSON.stringify(details)}`);
	note('The error output', said, stage.simulator.control.books());
	expect(items.map(({ number, customer }) => ({ number, customer }))).toEqual(list);
	expect(items).toMatchObject([
		{ error: expect.any(String) as unknown, details: { outcome: 'notSent', field: 'Number Range Start' } },
		{ error: expect.any(String) as unknown, details: { outcome: 'refused', code: '002' } },
		{
			error: expect.stringMatching(/may exist/i) as unknown,
			details: { outcome: 'unknown', trackingId: expect.stringMatching(/./) as unknown },
		},
	]);
	expect(bookedNumbers(stage)).toEqual([lost]);
}
