import type { LogicalBody, LogicalResponse } from '../../nodes/shared/contract/logicalTypes';
import type { CountryCode } from '../../nodes/shared/lifecycle/countries';
import { Bench, type Result, orderBody } from './simulatorClient';

export const day = 86_400_000;

export type PortInBody = LogicalBody<'portIn'>;
export type UpdateBody = LogicalBody<'updatePort'>;
export type Action = NonNullable<UpdateBody['action']>;

/** A number of each country that no seed contains. */
export const numbers: Partial<Record<CountryCode, string>> = {
	GB: '+442079460000',
	NL: '+31201234567',
	BE: '+3225001234',
	DE: '+4930901820',
	AT: '+4315001234',
	IT: '+390612345678',
	CH: '+41441234567',
	FR: '+33140000001',
	FI: '+358912345678',
	CZ: '+420221234567',
	ES: '+34811234567',
	PT: '+351211234567',
	SE: '+4681234567',
};

export const rangeOf = (country: CountryCode): { start: string; end: string } => ({
	start: numbers[country] ?? '',
	end: numbers[country] ?? '',
});

/** Everything that a port-in needs anywhere. */
export const portBody = (country: CountryCode, more: Partial<PortInBody> = {}): PortInBody => ({
	...orderBody(country, rangeOf(country)),
	relatedParty: {
		reseller: { country },
		endCustomer: {
			name: 'Example Ltd',
			registrationNumber: 'X1',
			address: { streetName: 'Main Street', city: 'Town', postalCode: '1', country },
		},
	},
	directoryService: { publish: false },
	currentOperator: { name: 'Other Telecom', accountNumber: 'A-1' },
	loaFileName: 'loa.pdf',
	loaFileContent: 'JVBERg==',
	...more,
});

/** What porting tests do again and again. */
export class PortingBench {
	bench!: Bench;

	/** Registers start, reset before every test, and end. */
	constructor() {
		beforeAll(async () => {
			this.bench = await Bench.start();
		});
		beforeEach(async () => {
			this.bench.control.reset();
			await this.bench.renew();
		});
		afterAll(() => this.bench.close());
	}

	/** Id of a port-in that is accepted. */
	async port(country: CountryCode, more: Partial<PortInBody> = {}): Promise<string> {
		const { data, error } = await this.bench.call('portIn', { body: portBody(country, more) });
		if (error) throw new Error(error.message);
		return data.order.id;
	}

	async order(orderId: string): Promise<LogicalResponse<'getOrder'>> {
		return (await this.bench.call('getOrder', { orderId })).data;
	}

	async status(orderId: string): Promise<string | undefined> {
		return (await this.order(orderId)).status;
	}

	async history(orderId: string): Promise<Array<string | undefined>> {
		return ((await this.order(orderId)).statusHistory ?? []).map(({ status }) => status);
	}

	updatePort(orderId: string, action: Action, more: UpdateBody = {}): Promise<Result<LogicalResponse<'updatePort'>>> {
		return this.bench.call('updatePort', { body: { orderId, action, ...more } });
	}

	/** An active number of the customer. */
	active(country: CountryCode, ported = false): string {
		return this.bench.add(country, ported ? 'PortIn_Activated' : 'Activated', { start: numbers[country] }).start;
	}

	statusOf(country: CountryCode): string | undefined {
		return this.bench.statusOf(numbers[country] ?? '');
	}
}
