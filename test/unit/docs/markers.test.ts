import { fillMarkers } from '../../../scripts/docs/markers';

const PAGE = 'By hand.\n\n<!-- generated: rows -->\n\nold\n\n<!-- end -->\n\nMore by hand.\n';

test('only the part between the markers is replaced', () => {
	expect(fillMarkers(PAGE, { rows: '| $1 |' })).toBe(PAGE.replace('old', () => '| $1 |'));
});

test('filling twice changes nothing', () => {
	const once = fillMarkers(PAGE, { rows: 'new' });
	expect(fillMarkers(once, { rows: 'new' })).toBe(once);
});

test.each([
	['a marker without a part', {}, 'Nothing generates the part "rows"'],
	['a part without a marker', { rows: '', other: '' }, 'The page lacks the marker <!-- generated: other -->'],
])('%s is an error', (_, parts, message) => {
	expect(() => fillMarkers(PAGE, parts)).toThrow(message);
});
