/** The part of n8n's contexts that has the workflow's time zone. */
interface WithTimeZone {
	getTimezone?: () => string;
}

function isKnown(timeZone: string): boolean {
	try {
		return new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone !== '';
	} catch {
		return false;
	}
}

/** The workflow's time zone, if n8n has a valid one: the setting may contain anything. */
export function timeZoneOf(context: object): { timeZone?: string } {
	const timeZone = (context as WithTimeZone).getTimezone?.();
	return timeZone !== undefined && timeZone !== '' && isKnown(timeZone) ? { timeZone } : {};
}
