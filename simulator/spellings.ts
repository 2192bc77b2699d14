/** How a moment may be written; days stay days. `iso`: `2025-01-06T09:00:00.000Z`. */
export const DATE_FORMS = ['iso', 'offset', 'noZone', 'blank', 'dayFirst', 'seconds', 'milliseconds'] as const;
export type DateForm = (typeof DATE_FORMS)[number];

/** How a status may be written (000 has several of them). `documented`: as its table has it. */
export const STATUS_SPELLINGS = [
	'documented',
	'lower',
	'upper',
	'underscores',
	'blanks',
	'brackets',
	'ported',
] as const;
export type StatusSpelling = (typeof STATUS_SPELLINGS)[number];

const HOUR_MS = 3_600_000;

/** A date of an answer in another form. */
export function dateIn(form: DateForm, value: unknown): unknown {
	const text = String(value);
	const moment = Date.parse(text);
	if (form === 'iso' || Number.isNaN(moment)) return value;
	if (!text.includes('T')) return form === 'dayFirst' ? dayFirst(text) : value;
	const [day = '', time = ''] = new Date(moment).toISOString().split(/[T.]/);
	switch (form) {
		case 'offset':
			return new Date(moment + HOUR_MS).toISOString().replace(/\.\d+Z$/, '+01:00');
		case 'noZone':
			return `${day}T${time}`;
		case 'blank':
			return `${day} ${time}`;
		case 'dayFirst':
			return `${dayFirst(day)} ${time}`;
		case 'seconds':
			return Math.floor(moment / 1_000);
		case 'milliseconds':
			return moment;
	}
}

const dayFirst = (day: string): string => day.split('-').toReversed().join('/');

/** A status in another spelling. */
export function statusIn(spelling: StatusSpelling, status: string): string {
	switch (spelling) {
		case 'documented':
			return status;
		case 'lower':
			return status.toLowerCase();
		case 'upper':
			return status.toUpperCase();
		case 'underscores':
			return status.replace(/\s+/g, '_');
		case 'blanks':
			return status.replace(/^PortIn_/, 'Port In ').replaceAll('_', ' ');
		case 'brackets':
			return status.replace(/^Port ?In[_ ](\w+)$/, 'Port In($1)');
		case 'ported':
			return status.replace(/^PortIn_/, 'PortedIn_');
	}
}
