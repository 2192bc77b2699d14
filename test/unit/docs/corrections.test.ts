import { readFileSync } from 'node:fs';

import { wholesaleSip } from '../../../nodes/shared/contract/wire.generated';
import { compileCorrections } from '../../../nodes/shared/corrections/compile';
import { parseCorrections } from '../../../nodes/shared/corrections/document';

it('the example in docs/corrections.md is a corrections document that can be used', () => {
	const [, example = ''] = /```json\n(.*?)```/s.exec(readFileSync('docs/corrections.md', 'utf8')) ?? [];
	const corrections = compileCorrections(wholesaleSip, parseCorrections(example)?.wholesaleSip ?? {});
	expect(corrections.get('portIn')?.path).toBe('/v2/portIn/order');
	expect(corrections.has('searchFreeNumbers')).toBe(true);
});
