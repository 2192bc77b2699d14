import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type ApiName, apiNames, contractFiles } from '../../contract/tools/load';
import { diffContract } from './diff';
import { readSpecification } from './read';
import { reportText } from './report';
import { UnreadableSpecification } from './unreadable';
import { writeCorrections } from './writeCorrections';

const USAGE = `Usage: npm run contract:diff -- FILE [--contract NAME] [--json] [--corrections OUT]

Holds a copy of the vendor's specification (OpenAPI 3 or Swagger 2, YAML or JSON) against our contract.

  --contract NAME   ${apiNames.join(', ')} or its file name; otherwise the one whose paths fit best
  --json            print the differences as JSON
  --corrections OUT write the sure corrections for the credential to OUT, a report to OUT with .md, and print the open questions

Exit code: 0 no differences, 1 differences, 2 the file cannot be compared`;

const NAMES: ReadonlyMap<string, ApiName> = new Map(
	apiNames.flatMap((api) =>
		[api, contractFiles[api], contractFiles[api].replace('.openapi.yaml', '')].map(
			(name) => [name.toLowerCase(), api] as const,
		),
	),
);

/** Runs the command. @returns the exit code */
export async function run(
	args: readonly string[],
	print: (text: string) => void,
	complain: (text: string) => void,
): Promise<number> {
	const wish = readArguments(args);
	if ('problem' in wish) {
		complain(`${wish.problem}\n\n${USAGE}`);
		return 2;
	}
	if (wish.help) {
		print(USAGE);
		return 0;
	}
	try {
		const specification = await readSpecification(wish.file);
		const comparison = diffContract(specification, wish.api);
		if (wish.corrections !== undefined) {
			const questions = await writeCorrections(wish.file, comparison.api, wish.corrections);
			print([`Written to ${wish.corrections}. ${questions.length} questions:`, ...questions].join('\n'));
			return questions.length > 0 ? 1 : 0;
		}
		print(
			wish.json
				? JSON.stringify(comparison, null, '\t')
				: reportText(comparison, basename(wish.file), specification.version),
		);
		return comparison.differences.length > 0 ? 1 : 0;
	} catch (error) {
		if (!(error instanceof UnreadableSpecification)) throw error;
		complain(`${wish.file} cannot be compared: ${error.message}`);
		return 2;
	}
}

type Wish = { file: string; api?: ApiName; json: boolean; help: boolean; corrections?: string } | { problem: string };

function readArguments(args: readonly string[]): Wish {
	try {
		const options = {
			contract: { type: 'string' },
			json: { type: 'boolean' },
			corrections: { type: 'string' },
			help: { type: 'boolean', short: 'h' },
		} as const;
		const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
		const [file = '', ...others] = positionals;
		const api = values.contract === undefined ? undefined : NAMES.get(values.contract.toLowerCase());
		if (values.contract !== undefined && !api) return { problem: `There is no contract ${values.contract}` };
		if (!values.help && (!file || others.length > 0)) return { problem: 'Name one file' };
		return {
			file,
			json: values.json ?? false,
			help: values.help ?? false,
			...(api && { api }),
			...(values.corrections !== undefined && { corrections: values.corrections }),
		};
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
}

if (require.main === module) {
	void run(
		process.argv.slice(2),
		(text) => process.stdout.write(`${text}\n`),
		(text) => process.stderr.write(`${text}\n`),
	).then((code) => {
		process.exitCode = code;
	});
}
