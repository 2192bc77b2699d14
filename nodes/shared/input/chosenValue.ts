/** What was chosen from a list, or typed instead (n8n keeps both as an object around the value); others stay. */
export const chosenValue = (value: unknown): unknown =>
	typeof value === 'object' && value !== null && '__rl' in value && value.__rl === true
		? (value as { value?: unknown }).value
		: value;
