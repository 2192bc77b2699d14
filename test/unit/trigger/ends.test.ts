import { endsOf, isFirstPoll, isOvertaken, noteEnd } from '../../../nodes/ColtWholesaleSip/trigger/ends';

test('a process knows nothing of a trigger before its first poll has ended', () => {
	expect([isFirstPoll('first'), endsOf('first')]).toEqual([true, 0]);
	noteEnd('first');
	expect([isFirstPoll('first'), endsOf('first'), isFirstPoll('other')]).toEqual([false, 1, true]);
});

test('a poll is overtaken when another ended while it ran', () => {
	const since = endsOf('w');
	expect(isOvertaken('w', since)).toBe(false);
	noteEnd('w');
	expect([isOvertaken('w', since), isOvertaken('v', since)]).toEqual([true, false]);
});

test('a poll that began after the other had ended does its work', () => {
	noteEnd('again');
	expect(isOvertaken('again', endsOf('again'))).toBe(false);
});
