import { styleText } from 'node:util';

/** Whether to use colours and lines that rewrite themselves: a terminal, and NO_COLOR not set. */
const lively = Boolean(process.stdout.isTTY) && !process.env.NO_COLOR;

const TICK_MS = lively ? 500 : 5_000;

type Style = Parameters<typeof styleText>[0];

/** The text in a colour, plain where colours are not wanted. */
export const paint = (style: Style, text: string): string =>
	lively ? styleText(style, text, { validateStream: false }) : text;

/** Prints one line, over a running progress line if there is one. */
export function printLine(line: string): void {
	process.stdout.write(lively ? `\r\u001b[K${line}\n` : `${line}\n`);
}

/**
 * Does something that may take long: a counting line on a terminal, elsewhere a line every five seconds, and how long
 * it took at the end if that was worth a line.
 */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
	const started = Date.now();
	const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
	const tick = () => process.stdout.write(lively ? `\r\u001b[K${label} … ${seconds()}` : `${label} … ${seconds()}\n`);
	if (lively) tick();
	const ticker = setInterval(tick, TICK_MS);
	try {
		const result = await work();
		clearInterval(ticker);
		printLine(`${label}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
		return result;
	} catch (error) {
		clearInterval(ticker);
		printLine(`${label}: failed after ${seconds()}`);
		throw error;
	}
}
