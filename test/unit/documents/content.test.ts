import { FileContent, bodyText, fillIn } from '../../../nodes/shared/documents/content';
import { problemFrom } from '../thrown';

const file = (text: string, bytes = text.length): FileContent =>
	new FileContent('f00d', bytes, async () => await Promise.resolve(Buffer.from(text).toString('base64')));

const sent = async (body: unknown): Promise<unknown> => {
	const { text, files } = bodyText(body);
	return JSON.parse(await fillIn(text, files));
};

describe('a body with files', () => {
	it('gets their content where they stand, in any depth and order', async () => {
		const same = file('same');
		expect(
			await sent({ a: 'x', list: [{ content: file('one') }, { content: same }], z: { content: same }, last: file('') }),
		).toEqual({
			a: 'x',
			list: [{ content: 'b25l' }, { content: 'c2FtZQ==' }],
			z: { content: 'c2FtZQ==' },
			last: '',
		});
	});

	it('without files is plain JSON', () => {
		const { text, files } = bodyText({ a: [1, null, 'sha256:f00d'] });
		expect([text, files.size]).toEqual(['{"a":[1,null,"sha256:f00d"]}', 0]);
	});

	it('leaves a text alone that looks like the identity of a file', async () =>
		expect(await sent({ note: 'sha256:f00d', content: file('one') })).toEqual({
			note: 'sha256:f00d',
			content: 'b25l',
		}));

	it('has the same identity for the same content, and does not hold it', () => {
		const body = (): string => JSON.stringify({ content: file('one') });
		expect(body()).toBe('{"content":"sha256:f00d"}');
		expect(body()).toBe(body());
	});

	it('that no request can hold is refused before it is read', async () =>
		expect(
			await problemFrom(
				(async () => {
					const { text, files } = bodyText([file('a', 200 * 1_048_576), file('b', 200 * 1_048_576)]);
					return await fillIn(text, files);
				})(),
			),
		).toMatchObject({
			field: 'Documents',
			outcome: 'notSent',
			message: 'Documents of one request have 400 MB together',
		}));
});
