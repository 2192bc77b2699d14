import axios, { isAxiosError } from 'axios';
import type { AxiosInstance } from 'axios';

/** What the one account of a local n8n logs in with. */
export interface Login {
	email: string;
	password: string;
}

const OWNER = { firstName: 'Colt', lastName: 'Demo' };

/** The REST interface that n8n's editor uses, with the owner's cookie. */
export class N8nRest {
	private readonly http: AxiosInstance;

	private cookie = '';

	constructor(readonly url: string) {
		this.http = axios.create({
			baseURL: `${url}/rest`,
			timeout: 120_000,
			maxContentLength: Infinity,
			maxBodyLength: Infinity,
		});
	}

	/** Creates the owner account of a fresh n8n and stays logged in. */
	async setUpOwner(login: Login): Promise<void> {
		await this.logInWith('/owner/setup', { ...OWNER, ...login });
	}

	async get<T>(path: string, params?: Record<string, unknown>): Promise<T> {
		return await this.request<T>('GET', path, undefined, params);
	}

	async post<T>(path: string, body: unknown): Promise<T> {
		return await this.request<T>('POST', path, body);
	}

	async patch<T>(path: string, body: unknown): Promise<T> {
		return await this.request<T>('PATCH', path, body);
	}

	async delete<T>(path: string): Promise<T> {
		return await this.request<T>('DELETE', path);
	}

	private async logInWith(path: string, body: unknown): Promise<void> {
		const response = await this.http.post<unknown>(path, body).catch((error: unknown) => {
			throw describe(error, 'POST', path);
		});
		const cookies = response.headers['set-cookie'] ?? [];
		this.cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
		if (this.cookie === '') throw new Error(`n8n has sent no login cookie for ${path}`);
	}

	/** n8n wraps every answer in `data`. */
	private async request<T>(method: string, url: string, data?: unknown, params?: Record<string, unknown>): Promise<T> {
		try {
			const response = await this.http.request<{ data: T }>({
				method,
				url,
				data,
				params,
				headers: { cookie: this.cookie },
			});
			return response.data.data;
		} catch (error) {
			throw describe(error, method, url);
		}
	}
}

/** Says what n8n answered; the request's own content, which may contain a secret, is left out. */
function describe(error: unknown, method: string, path: string): Error {
	if (!isAxiosError<{ message?: string }>(error)) return error instanceof Error ? error : new Error(String(error));
	const answer =
		error.response === undefined ? error.message : `${error.response.status} ${error.response.data?.message ?? ''}`;
	return new Error(`n8n, ${method} ${path}: ${answer}`);
}
