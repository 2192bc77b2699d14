import type { Stage } from '../../stage';
import { submit } from './form';
import { Live } from './live';
import type { Message } from './message';

const HEADER = 'Number,Port date,Current operator,LOA file,End customer name,House number,Street name,City,Postal code';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const row = (number: string, loa: string, date = inDays(20)): string =>
	`${number},${date},Other Telecom,${loa},Example Trading Ltd,1,High Street,London,N1 1AA`;

const file = (name: string, content: string, type: string): File => new File([content], name, { type });

const filled = (rows: readonly string[], mode: string) => ({
	csv: file('ports.csv', [HEADER, ...rows].join('\n'), 'text/csv'),
	loa: ['a.txt', 'b.txt'].map((name) => file(name, `This is ${name}`, 'text/plain')),
	mode,
});

/** Results of the report, by row of the CSV file. */
const resultsOf = (message: Message | undefined): Record<string, string> =>
	Object.fromEntries(
		[...(message?.text ?? '').matchAll(/^Row (\d+) \([^)]*\): (.*)$/gm)].map(([, at = '', what = '']) => [at, what]),
	);

/**
 * Two good rows are ordered with their own LOA, and only once, although the file is uploaded twice; with a bad row
 * nothing is ordered, and each row says why.
 */
export async function portInFromCsv(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	control.change({ acceptRepeats: true });
	control.makeUnportable('+442079460304', 'The operator has no agreement');
	await Live.with(stage, 'port-in-from-csv', {}, async (live) => {
		const upload = async (...args: Parameters<typeof filled>) =>
			await submit(stage, live, 'Upload CSV and LOAs', filled(...args));
		const bad = await upload(
			[
				row('+442079460301', 'a.txt'),
				row('020 7946 03', 'a.txt'),
				row('+442079460303', 'missing.txt', '31/12/2026'),
				row('+442079460304', 'b.txt'),
				row('+442079460305', 'b.txt'),
				row('+44 20 7946 0305', 'b.txt'),
			],
			'Check and order',
		);
		expect(bad.text).toContain('0 of 6 rows ordered');
		const good = [row('+442079460301', 'a.txt'), row('020 7946 0302', 'b.txt')];
		expect((await upload(good, 'Check only')).text).toContain('0 of 2 rows ordered');
		expect(control.books()).toEqual([]);
		for (const _ of [1, 2]) expect((await upload(good, 'Check and order')).text).toContain('2 of 2 rows ordered');

		const [refused, checked, ordered, again] = await live.mailbox.wait(4);
		expect(resultsOf(refused)).toEqual({
			2: expect.stringMatching(/^can be ported, not ordered/) as string,
			3: expect.stringMatching(/^not sent.*020 7946 03/) as string,
			4: expect.stringMatching(/^not sent.*Port date.*LOA file "missing.txt"/) as string,
			5: expect.stringMatching(/^not portable.*no agreement/) as string,
			6: expect.stringMatching(/^not sent.*more than one row/) as string,
			7: expect.stringMatching(/^not sent.*more than one row/) as string,
		});
		expect(Object.values(resultsOf(checked))).toEqual([
			expect.stringMatching(/Check only/),
			expect.stringMatching(/Check only/),
		]);
		const ids = control.books().map(({ id }) => id);
		expect(control.books().map(({ type, ranges }) => [type, ranges?.[0]?.start])).toEqual([
			['portIn', '+442079460301'],
			['portIn', '+442079460302'],
		]);
		for (const [message, word] of [
			[ordered, 'ordered'],
			[again, 'ordered before'],
		] as const)
			expect(Object.values(resultsOf(message))).toEqual(
				ids.map((id): unknown => expect.stringContaining(`${word} ${id}`)),
			);
		expect(again?.files['port-in-report.csv']?.split('\n')).toHaveLength(3);
		const bodies = control.calls({ operation: 'portIn' }).map(({ body }) => JSON.stringify(body));
		expect(
			bodies.map((body) =>
				['a.txt', 'b.txt'].filter((name) => body.includes(Buffer.from(`This is ${name}`).toString('base64'))),
			),
		).toEqual([['a.txt'], ['b.txt']]);
	});
}
