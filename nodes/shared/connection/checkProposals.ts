import type { ApiTable } from '../contract/table';
import { CORRECTIONS_FORMAT, CORRECTIONS_VERSION } from '../corrections/document';
import type { ApiCorrections, CorrectedApi } from '../corrections/document';
import { compileCorrections } from '../corrections/compile';
import { importer } from '../libraries';
import type { Observer } from '../operation/types';
import type { CheckedCall } from './checkedCall';
import type { ProposedCorrection } from './proposedCorrection';
import { guessByValue } from './guessByValue';
import { maskedName } from './mask';

const isName = (name: string): boolean => maskedName(name) === name;

/** Names that no answer of an operation had; of operations that answered with records. */
function missingIn(calls: readonly CheckedCall[]): Map<string, Set<string>> {
	const missing = new Map<string, Set<string>>();
	const known = new Map<string, Set<string>>();
	for (const { operation, names } of calls) {
		if (names === undefined) continue;
		const prefix = operation.response !== undefined && 'list' in operation.response ? 'body[]' : 'body';
		const add = (to: Map<string, Set<string>>, places: Iterable<string>): void => {
			const found = to.get(operation.id) ?? new Set<string>();
			for (const place of places) found.add(`${prefix}.${place}`);
			to.set(operation.id, found);
		};
		add(missing, names.missing);
		add(known, names.known.keys());
	}
	return new Map(
		[...missing].map(([id, places]) => [id, new Set([...places].filter((one) => known.get(id)?.has(one) !== true))]),
	);
}

async function fromAnswers(
	api: CorrectedApi,
	table: ApiTable,
	calls: readonly CheckedCall[],
): Promise<ProposedCorrection[]> {
	const missing = missingIn(calls);
	const operations = new Set(
		calls.filter(({ answer, names }) => answer !== undefined && names !== undefined).map(({ operation }) => operation),
	);
	if (operations.size === 0) return [];
	const seen = [...operations].map((operation) => {
		const answers = calls.flatMap(({ operation: one, answer }) =>
			one === operation && answer !== undefined ? [answer] : [],
		);
		const headers = answers.flatMap((answer) =>
			Object.entries(answer.headers).flatMap(([name, value]) => (/^\d+$/.test(value) && isName(name) ? [name] : [])),
		);
		return {
			operationId: operation.id,
			method: operation.method,
			path: operation.path,
			bodies: answers.map(({ raw }) => raw),
			headers: [...new Set(headers)],
		};
	});
	const suggested = await importer().suggestHere(api, table.basePath, seen, missing, isName);
	return suggested.map((one) => ({ ...one, half: 'answer' as const }));
}

/** What refusals tell of names in requests. */
function fromRefusals(api: CorrectedApi, client: Observer, calls: readonly CheckedCall[]): ProposedCorrection[] {
	return calls.flatMap(({ operation, problem, sent, title }) => {
		const names = problem?.refusedNames ?? [];
		if (names.length === 0) return [];
		const correction = client.correctionOf(operation.id);
		const learned = importer().learnFromRefusal(names, { api, operation, correction, sent: sent && { ...sent } });
		return learned.flatMap(({ proposal, name }): ProposedCorrection[] =>
			proposal === undefined || !isName(name)
				? []
				: [
						{
							operation: operation.id,
							half: 'request',
							name: proposal.name,
							proposal: proposal.place,
							alternatives: [],
							why: `${title}: the refusal names "${name}"`,
						},
					],
		);
	});
}

/** A filter that is ignored or refused may have the name that the records have for the same. */
function fromFilters(calls: readonly CheckedCall[]): ProposedCorrection[] {
	return calls.flatMap(({ operation, findings, sent, title, problem }): ProposedCorrection[] => {
		const isIgnored = findings.some(({ what, verdict }) => what === title && verdict === 'otherwise');
		const isRefused = problem?.refusedNames?.some(({ complaint }) => complaint === 'unknown') === true;
		if (!isIgnored && !isRefused) return [];
		const names = calls.find((one) => one.operation === operation && one.names !== undefined)?.names;
		return Object.keys(sent?.query ?? {}).flatMap((name): ProposedCorrection[] => {
			const field = operation.query?.fields[name];
			const own = typeof field === 'string' ? field : field?.wire;
			const there = names?.known.get(name);
			if (there === undefined || there === own || there.includes('.') || !isName(there)) return [];
			return [
				{
					operation: operation.id,
					half: 'request',
					name: `query.${name}`,
					proposal: `query.${there}`,
					alternatives: [],
					why: `${title}: ${isIgnored ? 'ignored' : 'refused'}, and the records call it "${there}"`,
				},
			];
		});
	});
}

const keyOf = ({ operation, half, name }: ProposedCorrection): string => `${operation} ${half} ${name}`;

/** Every correction that the calls suggest, once; those that cannot be used together with others are left out. */
export async function proposedCorrections(
	api: CorrectedApi,
	table: ApiTable,
	client: Observer,
	calls: readonly CheckedCall[],
): Promise<ProposedCorrection[]> {
	const all = [
		...fromRefusals(api, client, calls),
		...fromFilters(calls),
		...(await fromAnswers(api, table, calls)),
		...guessByValue(calls),
	];
	const distinct = [...new Map(all.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
	const taken: ProposedCorrection[] = [];
	for (const one of distinct) {
		if (isUsable(table, [...taken, one])) taken.push(one);
	}
	return taken;
}

function isUsable(table: ApiTable, proposals: readonly ProposedCorrection[]): boolean {
	try {
		compileCorrections(table, correctionsOf(proposals));
		return true;
	} catch {
		return false;
	}
}

function correctionsOf(proposals: readonly ProposedCorrection[]): ApiCorrections {
	const corrections: ApiCorrections = {};
	for (const { operation, half, name, proposal } of proposals) {
		const known = corrections[operation] ?? {};
		corrections[operation] = { ...known, [half]: { ...known[half], [name]: proposal } };
	}
	return corrections;
}

/** The proposals as the text to paste. */
export const proposalText = (api: CorrectedApi, proposals: readonly ProposedCorrection[]): string =>
	JSON.stringify(
		{
			format: CORRECTIONS_FORMAT,
			version: CORRECTIONS_VERSION,
			source: 'Check Connection',
			[api]: correctionsOf(proposals),
		},
		null,
		2,
	);
