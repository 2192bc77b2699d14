import { Pace } from '../../../../nodes/shared/client/rate/pace';

describe('a refusal that comes long after its call', () => {
	test.each([1_500, 5_000, 30_000])(
		'%i ms later: the next calls wait no longer than a pace of one a second asks',
		(lateMs) => {
			const pace = new Pace();
			let now = 1_000;
			const turn = pace.sent(now);
			now += lateMs;
			pace.refused(turn, now);
			for (let call = 0; call < 3; call += 1) {
				const wait = pace.wait(now);
				expect(wait).toBeLessThanOrEqual(1_000);
				now += wait;
				pace.accepted(pace.sent(now), now);
			}
		},
	);
});
