import type { Settings } from './settings';

/** So many calls in any second. */
class SlidingWindow {
	private times: number[] = [];

	allows(perSecond: number, now: number): boolean {
		this.times = this.times.filter((time) => time > now - 1_000);
		if (this.times.length >= perSecond) return false;
		this.times.push(now);
		return true;
	}
}

/** A bucket that fills evenly; each call takes one token out of it. */
class TokenBucket {
	private tokens = Infinity;
	private since = 0;

	allows(perSecond: number, burst: number, now: number): boolean {
		this.tokens = Math.min(burst, this.tokens + ((now - this.since) / 1_000) * perSecond);
		this.since = now;
		// Sums of fractions may miss a whole token by a hair.
		if (this.tokens < 1 - 1e-9) return false;
		this.tokens -= 1;
		return true;
	}
}

/** The rate limit of the settings, in real time: a sliding window, a token bucket, both or none. */
export class RateLimiter {
	private window = new SlidingWindow();
	private bucket = new TokenBucket();

	/** Whether a call is let through; it counts only then. */
	allows({ rateLimitPerSecond, bucketPerSecond, bucketBurst }: Settings, now = performance.now()): boolean {
		if (
			bucketPerSecond > 0 &&
			!this.bucket.allows(bucketPerSecond, Math.max(1, bucketBurst > 0 ? bucketBurst : bucketPerSecond), now)
		)
			return false;
		return rateLimitPerSecond === 0 || this.window.allows(rateLimitPerSecond, now);
	}
}
