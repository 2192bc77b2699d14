import { DOCUMENTED_WHOLE, resources } from '../../../nodes/ColtWholesaleSip/registry';
import { countFields } from '../../../scripts/coverage/countFields';
import { loadContract } from '../../../contract/tools/load';

test('the editor says that names are inferred wherever the contract says so, and nowhere else', () => {
	const inferred = new Map(countFields(loadContract('wholesaleSip')).map(({ id, fields }) => [id, fields.inferred]));
	const whole = resources
		.flatMap(({ operations }) => operations)
		.filter((operation) => !('wire' in operation) || inferred.get(operation.wire.id) === 0)
		.map(({ value }) => value);
	expect([...new Set(whole)].sort()).toEqual([...DOCUMENTED_WHOLE].sort());
});
