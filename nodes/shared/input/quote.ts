import { toText } from '../text';

const LONGEST = 40;

/** A value as an error repeats it: in quotation marks, as it was written, cut to 40 characters. */
export const quote = (value: unknown): string => `"${toText(value).slice(0, LONGEST)}"`;
