import { decodePaging, decodeResponse, encodeBody, encodeQuery, pathFor } from '../../nodes/shared/contract/codec';
import type { Operation } from '../../nodes/shared/contract/table';
import type {
	LogicalBody,
	LogicalQuery,
	LogicalResponse,
	OperationId,
	OrderType,
} from '../../nodes/shared/contract/logicalTypes';
import { wholesaleSip } from '../../nodes/shared/contract/wire.generated';
import type { CountryCode } from '../../nodes/shared/lifecycle/countries';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server';

export interface Result<R> {
	status: number;
	/** Logical answer; undefined when the call failed. */
	data: R;
	/** Error payload; undefined when the call succeeded. */
	error?: { code: string; reason: string; message: string };
	paging: { totalCount?: number; resultCount?: number };
}

interface CallOptions<K extends OperationId> {
	query?: LogicalQuery<K>;
	body?: LogicalBody<K>;
	orderId?: string;
	trackingId?: string;
	token?: string;
}

/** A simulator with the stepped clock and a client that speaks logical names. */
export class Bench {
	private token = '';
	private count = 0;

	private constructor(readonly simulator: Simulator) {}

	static async start(options: SimulatorOptions = {}): Promise<Bench> {
		const bench = new Bench(await startSimulator({ clock: 'stepped', ...options }));
		bench.token = await bench.newToken();
		return bench;
	}

	get control(): Simulator['control'] {
		return this.simulator.control;
	}

	async newToken(): Promise<string> {
		const { tokenUrl, clientId, clientSecret } = this.simulator;
		const response = await fetch(tokenUrl, {
			method: 'POST',
			headers: {
				authorization: basic(clientId, clientSecret),
				'x-tracking-id': 'token',
				'content-type': 'application/x-www-form-urlencoded',
			},
			body: 'grant_type=client_credentials',
		});
		return ((await response.json()) as { access_token: string }).access_token;
	}

	/** A fresh token after the old ones have expired. */
	async renew(): Promise<void> {
		this.token = await this.newToken();
	}

	headers(trackingId = `test-${(this.count += 1)}`, token = this.token): Record<string, string> {
		return { authorization: `Bearer ${token}`, 'x-tracking-id': trackingId, 'content-type': 'application/json' };
	}

	/** Calls an operation. */
	async call<K extends OperationId>(id: K, options: CallOptions<K> = {}): Promise<Result<LogicalResponse<K>>> {
		const operation = wholesaleSip.operations[id] as Operation;
		const url = new URL(
			this.simulator.baseUrl +
				pathFor(operation, options.orderId === undefined ? undefined : { orderId: options.orderId }),
		);
		for (const [name, value] of Object.entries(encodeQuery(operation, options.query ?? {})))
			url.searchParams.set(name, String(value));
		const response = await fetch(url, {
			method: operation.method,
			headers: this.headers(options.trackingId, options.token),
			...(options.body !== undefined && { body: JSON.stringify(encodeBody(operation, options.body)) }),
		});
		const answer = (await response.json()) as never;
		const paging = decodePaging(operation, Object.fromEntries(response.headers));
		return response.ok
			? { status: response.status, data: decodeResponse(operation, answer) as LogicalResponse<K>, paging }
			: { status: response.status, data: undefined as never, error: answer, paging };
	}

	/** Sets time forward; tokens are renewed when that outlives them. */
	async advance(ms: number): Promise<void> {
		this.control.advance(ms);
		await this.renew();
	}

	/** Ends orders that are in progress. */
	async settle(): Promise<void> {
		await this.advance(this.simulator.world.settings.orderDelayMs);
	}

	/** Status of a number now. */
	statusOf(start: string): string | undefined {
		return this.simulator.world.sip.numbers.list().find((entry) => entry.start === start)?.status;
	}

	/** A free number that the seed made. */
	free(country: CountryCode, size = 1, index = 0): { start: string; end: string } {
		const found = this.control.numbers({ country, status: 'Free' }).filter(({ rangeSize }) => rangeSize === size)[
			index
		];
		if (!found) throw new Error(`No free range of ${size} in ${country}`);
		return { start: found.start, end: found.end };
	}

	/** A new number in a status of its own, that no seed contains. */
	add(country: CountryCode, status: string, more: object = {}): { start: string; end: string } {
		const [number] = this.control.seed({ free: [{ country, count: 1 }] }).numbers;
		const start = (more as { start?: string }).start ?? String(number?.start);
		this.control.seed({ numbers: [{ ...more, start, country, status: status as never }] });
		return { start, end: start };
	}

	lastOrder(type?: OrderType): ReturnType<Simulator['control']['books']>[number] {
		const order = this.control.books(type ? { type } : {}).at(-1);
		if (!order) throw new Error('No order in the books');
		return order;
	}

	async close(): Promise<void> {
		const violations = this.control.violations();
		await this.simulator.close();
		if (violations.length > 0) throw new Error(`Answers contradicted the contract: ${violations.join('; ')}`);
	}
}

export const basic = (id: string, secret: string): string =>
	`Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

/** Body of an order on one range. */
export function orderBody(country: CountryCode, range: { start: string; end: string }, serviceProfile?: string) {
	return {
		ranges: [range],
		productOffering: { name: 'Wholesale SIP' as const },
		relatedParty: { reseller: { country, ...(serviceProfile && { serviceProfile }) } },
	};
}

/** Everything that any country asks for at an activation. */
export function activationBody(
	country: CountryCode,
	range: { start: string; end: string },
): LogicalBody<'activateNumbers'> {
	const body = orderBody(country, range);
	return {
		...body,
		relatedParty: {
			...body.relatedParty,
			endCustomer: {
				customerReference: 'Reference 1',
				name: 'Example Ltd',
				registrationNumber: 'X1234567',
				address: { houseNumber: '1', streetName: 'Main Street', city: 'Town', postalCode: '12345', country },
			},
		},
		directoryService: { publish: true, listingName: 'Example Ltd' },
		documents: [{ type: 'triPartiteAgreement', fileName: 'agreement.pdf', fileContent: 'JVBERg==' }],
	};
}
