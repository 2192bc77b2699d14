/** Prints rows under a title, every column as wide as its widest cell; the first column is left-aligned. */
export function printTable(title: string, head: readonly string[], rows: ReadonlyArray<readonly string[]>): void {
	const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)));
	const line = (cells: readonly string[]) =>
		cells
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
			.join('   ');
	console.log(`\n${title}\n`);
	console.log(`  ${line(head)}`);
	console.log(`  ${widths.map((width) => '─'.repeat(width)).join('   ')}`);
	for (const row of rows) console.log(`  ${line(row)}`);
}
