import { ensureN8n } from '../../../../scripts/n8n/home';
import { ensurePacked } from '../../../../scripts/pack';
import { killAgainAndAgain } from './killRun';

/** `KILLS_SEED` repeats a run, as far as the times of processes can be repeated. */
const SEED = Number(process.env['KILLS_SEED'] ?? Date.now() % 2 ** 31);

const TIMEOUT_MS = 30 * 60_000;

/** n8n is killed during a run of changes: each arrives, and what comes again comes with its event id. */
export function kills(size: {
	kills: number;
	changes: number;
	modes: ReadonlyArray<'default' | 'durable cursors'>;
}): void {
	describe(`${size.kills} kills of n8n during ${size.changes} changes (KILLS_SEED=${SEED})`, () => {
		it.each(size.modes)(
			'%s: every change arrives, and repeats have equal event ids',
			async (mode) => {
				const n8n = { program: await ensureN8n(), tarball: await ensurePacked() };
				const report = await killAgainAndAgain({
					kills: size.kills,
					changes: size.changes,
					durable: mode === 'durable cursors',
					seed: SEED,
					n8n,
				});
				const { faults, skipped, ...figures } = report;
				process.stdout.write(
					`\n${size.kills} kills, ${size.changes} changes, ${mode}, seed ${SEED}: ` +
						`${JSON.stringify({ ...figures, faults: faults.length })}\n${skipped.join('\n')}\n`,
				);
				expect(faults).toEqual([]);
			},
			TIMEOUT_MS,
		);
	});
}
