import { originOf } from '../../../nodes/shared/client/environment';
import type { EnvironmentName } from '../../../nodes/shared/client/environment';
import { problemOf } from '../thrown';

describe('environments of section 1', () => {
	test.each([
		['production', 'https://apis.colt.net'],
		['sandbox', 'https://sandbox.apis.colt.net'],
	] as const)('%s', (environment, origin) => {
		expect(originOf(environment, 'http://ignored.example')).toBe(origin);
	});

	test.each(['', 'prod', 'toString', '__proto__', undefined])('%j is none', (environment) => {
		expect(problemOf(() => originOf(environment as EnvironmentName, 'https://colt.example'))).toMatchObject({
			kind: 'configuration',
			field: 'Environment',
			outcome: 'notSent',
		});
	});
});

describe('a custom base URL', () => {
	test.each([
		['https://colt.example', 'https://colt.example'],
		[' https://colt.example/ ', 'https://colt.example'],
		['https://Colt.Example:8443/gateway//', 'https://colt.example:8443/gateway'],
		['http://localhost:3000', 'http://localhost:3000'],
		['http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
		['http://127.1.2.3', 'http://127.1.2.3'],
		['http://[::1]:3000', 'http://[::1]:3000'],
	])('%s', (written, origin) => expect(originOf('custom', written)).toBe(origin));

	test.each([
		['nothing', '', 'is empty'],
		['no value', undefined, 'is empty'],
		['a word', 'colt', 'is not a URL'],
		['no scheme', 'colt.example', 'is not a URL'],
		['http elsewhere', 'http://colt.example', 'is not https'],
		['a host that begins like the own one', 'http://localhost.example', 'is not https'],
		['a host that ends like the own one', 'http://evil-localhost', 'is not https'],
		['an address of the network', 'http://192.168.1.1', 'is not https'],
		['every address', 'http://0.0.0.0', 'is not https'],
		['another scheme', 'ftp://colt.example', 'is not https'],
		['a file', 'file:///etc/hosts', 'is not https'],
		['a user', 'https://user@colt.example', 'user name'],
		['a password', 'https://user:hush@colt.example', 'user name'],
		['a query', 'https://colt.example/?a=1', 'query'],
		['a fragment', 'https://colt.example/#a', 'query'],
	])('refuses %s', (_, written, what) => {
		const problem = problemOf(() => originOf('custom', written));
		expect(problem).toMatchObject({
			kind: 'configuration',
			field: 'Base URL',
			outcome: 'notSent',
			message: expect.stringContaining(what) as string,
		});
		expect(problem.message).not.toContain('hush');
	});
});
