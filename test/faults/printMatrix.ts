import { COLUMNS } from './columns';
import type { FaultDuration, Mark } from './judge';
import { ROWS } from './operationCases';
import type { Played } from './matrix';

const COLUMNS_A_BLOCK = 22;
const NAME_WIDTH = 36;

export const LEGEND =
	'1 done, exactly once   A found at Colt and returned   R sent again after a look   0 an error, nothing at ' +
	'Colt   ? an error: may exist, with tracking id   ✗ broken promise   . not played';

/** The matrix as text: operations down, faults across, in blocks that fit a page. */
export function matrixText(played: readonly Played[], lasting: FaultDuration): string {
	const marks = new Map(
		played
			.filter((cell) => cell.lasting === lasting)
			.map((cell) => [`${cell.operation.name}/${cell.column.code}`, cell.verdict.mark]),
	);
	const has = (what: (cell: Played) => unknown, value: unknown): boolean =>
		played.some((cell) => cell.lasting === lasting && what(cell) === value);
	const shown = COLUMNS.filter((column) => has((cell) => cell.column, column));
	const operations = ROWS.filter((operation) => has((cell) => cell.operation, operation));
	const blocks: string[] = [];
	for (let at = 0; at < shown.length; at += COLUMNS_A_BLOCK) {
		const columns = shown.slice(at, at + COLUMNS_A_BLOCK);
		const title = lasting === 'once' ? 'fault strikes once' : 'fault strikes every call';
		const head = [title.padEnd(NAME_WIDTH), ...columns.map(({ code }) => code.padStart(4))].join('');
		const rows = operations.map(
			({ name }) =>
				name.padEnd(NAME_WIDTH) + columns.map(({ code }) => (marks.get(`${name}/${code}`) ?? '.').padStart(4)).join(''),
		);
		blocks.push([head, ...rows].join('\n'));
	}
	return blocks.join('\n\n');
}

/** The codes of the faults, with what they are. */
export const columnsText = (): string => COLUMNS.map(({ code, what }) => `  ${code.padEnd(4)} ${what}`).join('\n');

/** How many cells ended how. */
export function countsText(played: readonly Played[]): string {
	const count = (mark: Mark): number => played.filter(({ verdict }) => verdict.mark === mark).length;
	const changing = played.filter(({ operation }) => operation.effect !== 'read');
	const doubled = changing.filter(({ observed }) => observed.carriedOut > 1 || observed.orders.length > 1).length;
	const kept = played.length - count('✗');
	return [
		`${played.length} cells, ${kept} as promised (${((kept / Math.max(1, played.length)) * 100).toFixed(2)} ` +
			`%), ${count('✗')} broken`,
		`${changing.length} cells of orders and changes: ${doubled} doubled in the books; 1: ${count('1')}  A: ` +
			`${count('A')}  R: ${count('R')}  0: ${count('0')}  ?: ${count('?')} (reads included)`,
	].join('\n');
}
