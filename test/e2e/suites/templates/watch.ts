import { expectSuccess } from '../lives/parts';
import type { Stage } from '../../stage';
import { prepared } from './live';
import { Mailbox } from './mailbox';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000 - 60_000).toISOString();

/** What ends soon is told, soonest first; what ends late is not; a number without an end is; a refusal fails. */
export async function reservationAndQuarantineWatch(stage: Stage): Promise<void> {
	const { control } = stage.simulator;
	control.seed({
		numbers: [
			{ start: '+442079460500', country: 'GB', status: 'Reserved', reservedUntil: inDays(10) },
			{ start: '+442079460501', country: 'GB', status: 'Reserved', reservedUntil: inDays(60) },
			{ start: '+34912345001', country: 'ES', status: 'Quarantined', quarantinedUntil: inDays(3) },
			// How such a quarantine ends is not documented.
			{ start: '+390212345002', country: 'IT', status: 'PortIn_Quarantined' },
		],
	});
	const mailbox = await Mailbox.open(stage);
	try {
		const template = await prepared(stage, 'reservation-and-quarantine-watch', { credentials: [mailbox.credential] });
		expectSuccess(await stage.run(template));
		const [message] = mailbox.messages;
		expect(message?.subject).toBe('3 reservations or quarantines end within 14 days');
		expect(message?.text.split('\n')).toEqual([
			expect.stringMatching(/^Colt gives no date; \+390212345002; PortIn_Quarantined; Reactivate/),
			expect.stringMatching(/\(3 days\); \+34912345001; Quarantined; Reactivate/),
			expect.stringMatching(/\(10 days\); \+442079460500; Reserved; Activate/),
		]);
		control.addFault({ operation: 'searchInventory', status: 403, code: '001', count: 10 });
		expect((await stage.run(template)).status).toBe('error');
		expect(mailbox.messages).toHaveLength(1);
		expect(control.books()).toEqual([]);
	} finally {
		await mailbox.close();
	}
}
