import fc from 'fast-check';

import { checkTrackingId, derivedTrackingId, newTrackingId } from '../../../nodes/shared/client/trackingId';
import { problemOf } from '../thrown';

/** Documents 003 and 004. */
const PATTERN = /^[a-zA-Z0-9_.~:@-]{1,255}$/;

describe('made here', () => {
	it('is new each time', () => {
		const ids = Array.from({ length: 100 }, newTrackingId);
		expect([new Set(ids).size, ids.every((id) => PATTERN.test(id))]).toEqual([100, true]);
	});

	it('is the same for the same parts, another for others, and always one that Colt takes', () => {
		fc.assert(
			fc.property(fc.array(fc.jsonValue()), fc.array(fc.jsonValue()), (parts, others) => {
				expect(derivedTrackingId(parts)).toMatch(PATTERN);
				expect(derivedTrackingId(structuredClone(parts))).toBe(derivedTrackingId(parts));
				expect(derivedTrackingId(parts) === derivedTrackingId(others)).toBe(
					JSON.stringify(parts) === JSON.stringify(others),
				);
			}),
		);
	});
});

describe("the user's own", () => {
	test.each(['a', 'abcd456e-d45645-dfaafda-1232345667dd', 'A_b.c~d:e@f-1', 'x'.repeat(255)])('%s is taken', (id) =>
		expect(checkTrackingId(id)).toBe(id),
	);

	test.each(['', ' ', 'has blank', 'x'.repeat(256), 'ü', 'a/b', 'a,b', 'a\n', '\na', 'a\r\nx-evil: 1', '٣'])(
		'%j is refused',
		(id) => {
			expect(problemOf(() => checkTrackingId(id))).toMatchObject({
				kind: 'input',
				field: 'Tracking ID',
				outcome: 'notSent',
			});
		},
	);
});
