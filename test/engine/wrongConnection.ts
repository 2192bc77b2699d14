import type { WrongInput } from './wrongInputs';

/** Wrong inputs of the operations about the connection. */
export const WRONG_CONNECTION: readonly WrongInput[] = [
	{
		operation: 'connection: checkConnection',
		what: 'a number that is none',
		parameters: { checkNumber: '080x' },
		field: 'Number for a Portability Check',
	},
	{
		operation: 'connection: importSpecification',
		what: 'a text that is no specification',
		parameters: { specificationSource: 'text', specificationText: 'order numbers' },
		field: 'Specification',
	},
];
