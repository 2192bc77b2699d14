import { hintsFor } from '../../../nodes/shared/runner/hints';
import type { ItemResult } from '../../../nodes/shared/runner/itemResult';

const item = (fields: object): ItemResult => ({ items: [{ orderId: 'A', ...fields }] });
const unclear: ItemResult = { problem: { kind: 'network', message: 'm', remedy: 'r', outcome: 'unknown' } };

test('nothing is said of what is ordinary', () => {
	expect(
		hintsFor(
			[item({}), { skipped: true }, { problem: { kind: 'api', message: 'm', remedy: 'r', outcome: 'refused' } }],
			3,
		),
	).toEqual([]);
});

test('each thing is said once, with its items', () => {
	const results = [
		item({ outcome: 'adopted' }),
		item({ outcome: 'adopted' }),
		item({}),
		item({ outcome: 'resent' }),
		item({ outcome: 'adopted', alreadyPlaced: true }),
		item({ alreadyPlaced: true }),
		unclear,
	];
	expect(hintsFor(results, 7)).toEqual([
		{
			type: 'info',
			message: '2 of 7 orders were found at Colt after an unclear answer and not sent again (items 1 to 2)',
		},
		{
			type: 'info',
			message:
				'1 of 7 orders was sent again with the same tracking ID after an unclear answer, ' +
				'because Colt had certainly not accepted the first (item 4)',
		},
		{
			type: 'info',
			message: '2 of 7 orders were placed by an earlier try or run and not placed again (items 5 to 6)',
		},
		{
			type: 'warning',
			message:
				'1 of 7 orders has an unknown outcome: it may exist at Colt. ' +
				'Read its error before you send it again (item 7)',
		},
	]);
});
