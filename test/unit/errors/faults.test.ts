import { networkProblem } from '../../../nodes/shared/client/networkProblem';
import { API_ERRORS, TOKEN_ERRORS } from '../../../nodes/shared/errors/catalogue';
import { FAULTS, faultProblem } from '../../../nodes/shared/errors/faults';
import type { Fault } from '../../../nodes/shared/errors/faults';

const faults = Object.keys(FAULTS) as Fault[];

describe('the catalogue of faults', () => {
	it.each(faults)('%s: after an order it is unknown what became of it unless nothing was sent', (fault) => {
		const { resend, kind, meaning } = FAULTS[fault];
		const order = faultProblem(fault, { effect: 'order', trackingId: 'trk-1' });
		expect(order).toMatchObject({
			kind,
			fault,
			message: meaning,
			outcome: resend === 'safe' ? 'notSent' : 'unknown',
			trackingId: 'trk-1',
		});
		expect(order.remedy).toMatch(resend === 'safe' ? FAULTS[fault].remedy : /may exist.*trk-1/);
		expect(faultProblem(fault, { effect: 'read', trackingId: 'trk-1' }).outcome).not.toBe('unknown');
	});

	it('says of each something else, and nothing that another table says', () => {
		const meanings = [...Object.values(FAULTS), ...Object.values(API_ERRORS), ...Object.values(TOKEN_ERRORS)].map(
			({ meaning }) => meaning,
		);
		const twice = meanings.filter((meaning, index) => meanings.indexOf(meaning) !== index);
		expect(twice).toEqual([]);
	});

	it('puts the detail behind the meaning', () => {
		expect(faultProblem('tooLarge', { effect: 'read', detail: 'more than 20 MB' }).message).toBe(
			"Colt's answer is larger than this node reads (more than 20 MB)",
		);
	});

	it.each([
		['ECONNREFUSED', 'unreachable', 'notSent'],
		['ENOTFOUND', 'unreachable', 'notSent'],
		['CERT_HAS_EXPIRED', 'certificate', 'notSent'],
		['ECONNRESET', 'lost', 'unknown'],
		['EPIPE', 'lost', 'unknown'],
		['ETIMEDOUT', 'timeout', 'unknown'],
		['ECONNABORTED', 'timeout', 'unknown'],
		['ERR_CANCELED', 'stoppedSending', 'unknown'],
	])('an order that ends with %s is %s, %s', (code, fault, outcome) => {
		expect(
			networkProblem(Object.assign(new Error(code), { code }), { trackingId: 'trk-1', effect: 'order' }),
		).toMatchObject({
			fault,
			outcome,
			networkCode: code,
		});
	});
});
