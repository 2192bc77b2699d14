import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { ApiTable } from '../contract/table';
import { inbound, wholesaleSip } from '../contract/wire.generated';
import { compileCorrections } from '../corrections/compile';
import type { Corrections } from '../corrections/compile';
import { parseCorrections } from '../corrections/document';
import { ColtError } from '../errors/problem';
import { CORRECTIONS_LABEL } from '../fields/credential';
import { toText } from '../text';

/** The corrections of a credential by the base path of the API. */
type ByApi = ReadonlyMap<string, Corrections>;

type Read = { corrections: ByApi } | { problem: string };

/** A few credentials use the same text all the time; each is read once. */
const known = new Map<string, Read>();
const MOST_TEXTS = 50;

function read(text: string): Read {
	try {
		const document = parseCorrections(text);
		const apis = [
			[wholesaleSip, document?.wholesaleSip],
			[inbound, document?.inbound],
		] as const;
		return {
			corrections: new Map(
				apis.flatMap(([api, corrections]) =>
					corrections === undefined ? [] : [[api.basePath, compileCorrections(api, corrections)] as const],
				),
			),
		};
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
}

/**
 * The corrections of a credential for one API; undefined where it has none.
 * @throws ColtError of kind `configuration` that says what is wrong with them
 */
export function correctionsIn(
	credential: ICredentialDataDecryptedObject,
	{ basePath }: Pick<ApiTable, 'basePath'>,
): Corrections | undefined {
	const text = toText(credential.corrections).trim();
	if (text === '') return undefined;
	const found = known.get(text) ?? read(text);
	if (known.size >= MOST_TEXTS) known.clear();
	known.set(text, found);
	if ('corrections' in found) return found.corrections.get(basePath);
	throw new ColtError({
		kind: 'configuration',
		message: `${CORRECTIONS_LABEL} of the credential cannot be used: ${found.problem}`,
		field: CORRECTIONS_LABEL,
		remedy:
			'Correct the text in the Colt credential, paste a new one from Connection: Import Specification, or ' +
			'empty the field. Nothing was sent.',
		outcome: 'notSent',
	});
}
