import type { CallResult, CheckedCall } from './checkedCall';
import type { ProposedCorrection } from './proposedCorrection';

/** What a check came to. */
export interface CheckVerdict {
	/** Whether Colt answered, and nothing is otherwise than inferred. */
	ok: boolean;
	/** One sentence. */
	text: string;
	counts: Record<CallResult, number>;
}

const RESULTS: readonly CallResult[] = ['as inferred', 'otherwise', 'refused', 'not Colt', 'no answer', 'not sent'];

/** What the calls say together. */
export function verdictOf(calls: readonly CheckedCall[], noToken: string | undefined): CheckVerdict {
	const counts = Object.fromEntries(
		RESULTS.map((result) => [result, calls.filter((call) => call.result === result).length]),
	) as CheckVerdict['counts'];
	const tell = (text: string, ok = false): CheckVerdict => ({ ok, text, counts });
	if (noToken !== undefined) return tell(`There is no access token, so nothing was asked. ${noToken}`);
	const answered = calls.filter(({ httpStatus }) => httpStatus !== undefined);
	if (answered.length === 0) return tell(`Colt gave no answer. ${calls[0]?.message ?? ''}`.trim());
	if (answered.every(({ result }) => result === 'not Colt'))
		return tell(
			"This is not Colt's API: none of its answers is Colt's. Check Environment and Base URL of the " +
				'credential, and whether a proxy or login page answers.',
		);
	const rest = RESULTS.slice(1).filter((result) => counts[result] > 0);
	if (rest.length === 0) return tell(`All ${calls.length} calls were answered as this package infers.`, true);
	return tell(
		`Of ${calls.length} calls ${counts['as inferred']} were answered as this package infers; ` +
			`${rest.map((result) => `${counts[result]} ${WORDS[result]}`).join(', ')}.`,
	);
}

const WORDS: Record<CallResult, string> = {
	'as inferred': 'as inferred',
	otherwise: 'otherwise',
	refused: 'refused',
	'not Colt': 'not by Colt',
	'no answer': 'without answer',
	'not sent': 'not sent',
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const row = (...cells: string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``;
const list = (names: readonly string[]): string => names.map(code).join(', ');

/** Names as they came, with the contract's where it has another. */
const knownNames = ({ names }: CheckedCall): string[] =>
	[...(names?.known ?? [])].map(([logical, sent]) => {
		const plain = (text: string): string => text.replaceAll('[]', '').split('.').at(-1)?.toLowerCase() ?? '';
		return plain(logical) === plain(sent) ? sent : `${sent} (${logical})`;
	});

function callLines(call: CheckedCall): string[] {
	const { title, request, result, httpStatus, ms, shape, names, findings, message, trackingId } = call;
	const facts = [
		httpStatus === undefined ? '' : `HTTP ${httpStatus}`,
		ms === undefined ? '' : `${ms} ms`,
		shape ?? '',
		trackingId === undefined ? '' : `tracking ID ${trackingId}`,
	].filter((fact) => fact !== '');
	return [
		'',
		`### ${title}: ${result}`,
		'',
		`${code(request)}${facts.length === 0 ? '' : `: ${facts.join(', ')}`}`,
		...(message === undefined ? [] : ['', cell(message)]),
		...(findings.length === 0
			? []
			: [
					'',
					row('Tried', 'Result', 'Detail'),
					row('---', '---', '---'),
					...findings.map((one) => row(one.what, one.verdict, one.detail)),
				]),
		...(names === undefined
			? []
			: [
					'',
					`- Known: ${list(knownNames(call)) || 'none'}`,
					...(names.unknown.length === 0 ? [] : [`- Not known: ${list(names.unknown)}`]),
					...(names.missing.length === 0 ? [] : [`- Not seen in these records: ${list(names.missing)}`]),
				]),
	];
}

/** A page in Markdown that can be shown to others: it has no phone number, name, address, order ID or secret in it. */
export function checkReport(
	host: string | undefined,
	verdict: CheckVerdict,
	calls: readonly CheckedCall[],
	proposals: readonly ProposedCorrection[],
	text: string,
): string {
	return [
		'# Check of the connection to Colt',
		'',
		`${host === undefined ? '' : `${code(host)}: `}${cell(verdict.text)}`,
		'',
		'Only reads were sent. Values of records, phone numbers and IDs are left out.',
		'',
		row('Call', 'Result', 'HTTP', 'ms'),
		row('---', '---', '---', '---'),
		...calls.map(({ title, result, httpStatus, ms }) => row(title, result, String(httpStatus ?? ''), String(ms ?? ''))),
		...(proposals.length === 0
			? []
			: [
					'',
					'## Proposed corrections',
					'',
					'Made from what was seen, not from a specification: check each before you use it.',
					'',
					row('Operation', 'Name', 'Proposal', 'Others', 'Why'),
					row('---', '---', '---', '---', '---'),
					...proposals.map((one) =>
						row(
							one.operation,
							`${one.half} ${one.name}`,
							typeof one.proposal === 'string' ? one.proposal : JSON.stringify(one.proposal),
							one.alternatives.join(', '),
							one.why,
						),
					),
					'',
					'```json',
					text,
					'```',
				]),
		'',
		'## Calls',
		...calls.flatMap(callLines),
		'',
	].join('\n');
}
