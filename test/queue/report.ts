const rows: Array<[what: string, figures: string]> = [];

/** Notes what a test came to, for the table at the end. */
export function report(what: string, figures: Readonly<Record<string, string | number>>): void {
	const text = Object.entries(figures)
		.map(([name, value]) => `${name} ${value}`)
		.join(', ');
	rows.push([what, text]);
}

export function printReport(): void {
	const lines = rows.map(([what, figures]) => `${what}\n    ${figures}`);
	process.stdout.write(`\nQueue mode, by the books of the simulator\n\n${lines.join('\n')}\n\n`);
}
