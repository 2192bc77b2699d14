import type { ContractDocument } from '../../contract/tools/document';
import { loadContract, readContract, visit } from '../../contract/tools/load';
import { buildTable } from '../../contract/tools/tables';
import { toLogical } from '../../contract/tools/rename';
import { startSimulator } from '../../simulator/server';
import { basic } from './simulatorClient';
import { decodeResponse, encodeQuery } from '../../nodes/shared/contract/codec';
import { wireOf } from '../../nodes/shared/contract/encode';

/** Lines of a contract file that give an inferred property or parameter its wire name. */
function inferredLines(text: string): Array<{ line: number; name: string }> {
	return text.split('\n').flatMap((content, index, lines) => {
		const property = /^ +([\w-]+): \{ x-source: inferred\b/.exec(content)?.[1];
		const parameter = lines[index + 2]?.includes('x-source: inferred')
			? /^ +name: (\S+)$/.exec(content)?.[1]
			: undefined;
		const name = property ?? parameter;
		return name === undefined ? [] : [{ line: index, name }];
	});
}

const text = readContract('wholesaleSip');
const lines = inferredLines(text);

/** Every inferred name changed at once, each on its one line. */
function corrected(): ContractDocument {
	const changed = text.split('\n');
	for (const { line, name } of lines) changed[line] = (changed[line] ?? '').replace(name, `${name}Corrected`);
	return loadContract('wholesaleSip', changed.join('\n'));
}

describe('correcting inferred names', () => {
	it('finds a line for every inferred property, parameter and header', () => {
		let inferred = 0;
		const seen = new Set<unknown>();
		visit(loadContract('wholesaleSip'), (node) => {
			if (node['x-source'] === 'inferred' && node['x-name'] !== undefined && !seen.has(node)) inferred += 1;
			seen.add(node);
		});
		expect(lines).toHaveLength(inferred);
		expect(lines.length).toBeGreaterThan(80);
		expect(new Set(lines.map(({ line }) => line)).size).toBe(lines.length);
	});

	it('changes the wire and nothing logical', () => {
		expect(toLogicalNames(corrected())).toEqual(toLogicalNames(loadContract('wholesaleSip')));
		const wire = JSON.stringify(buildTable(corrected()).table);
		for (const { name } of lines) expect(wire).toContain(`${name}Corrected`);
	});

	it('is followed by the simulator without another change', async () => {
		const contract = corrected();
		const { operations } = buildTable(contract).table;
		const simulator = await startSimulator({ clock: 'stepped', contracts: { wholesaleSip: contract } });
		const token = (await (
			await fetch(simulator.tokenUrl, {
				method: 'POST',
				headers: {
					authorization: basic(simulator.clientId, simulator.clientSecret),
					'x-tracking-id': 't',
					'content-type': 'application/x-www-form-urlencoded',
				},
				body: 'grant_type=client_credentials',
			})
		).json()) as { access_token: string };
		const search = operations['searchFreeNumbers']!;
		const query = new URLSearchParams(
			encodeQuery(search, { country: 'FR', lac: '1', limit: '5' }) as Record<string, string>,
		);
		expect(query.toString()).toContain('Corrected');
		const response = await fetch(`${simulator.baseUrl}${search.path}?${query.toString()}`, {
			headers: { authorization: `Bearer ${token.access_token}`, 'x-tracking-id': 't' },
		});
		const { totalCount } = search.responseHeaders?.fields ?? {};
		expect(wireOf(totalCount ?? '')).toMatch(/Corrected$/);
		expect(response.headers.get(wireOf(totalCount ?? ''))).not.toBeNull();
		const numbers = decodeResponse(search, await response.json()) as Array<{ country: string; lac: string }>;
		expect(numbers).toHaveLength(5);
		expect(numbers.every(({ country, lac }) => country === 'FR' && lac === '1')).toBe(true);
		expect(simulator.control.violations()).toEqual([]);
		await simulator.close();
	});
});

/** The logical names of a document, without what says where they come from. */
function toLogicalNames(document: ContractDocument): unknown {
	return JSON.parse(
		JSON.stringify(toLogical(document), (key, value: unknown) => (key === 'x-basis' ? undefined : value)),
	);
}
