import { CubicRate } from '../../../../nodes/shared/client/rate/cubicRate';

describe('a refusal that comes long after its call', () => {
	test.each([1_500, 5_000, 30_000])(
		'%i ms later: the next calls wait no longer than a rate of one a second asks',
		(lateMs) => {
			const rate = new CubicRate();
			let now = 1_000;
			const permit = rate.sent(now);
			now += lateMs;
			rate.refused(permit, now);
			for (let call = 0; call < 3; call += 1) {
				const wait = rate.wait(now);
				expect(wait).toBeLessThanOrEqual(1_000);
				now += wait;
				rate.accepted(rate.sent(now), now);
			}
		},
	);
});
