import { encodeBody } from '../nodes/shared/contract/codec';
import { wholesaleSip } from '../nodes/shared/contract/wire.generated';
import { wireName } from './naming';
import type { Simulator } from './server';

/** Addresses, the demo credential, and commands from the token to a completed order. */
export function walkThrough(simulator: Simulator, quiet = false): string {
	const addresses = [
		`Colt simulator     ${simulator.url}   (Custom base URL of a credential)`,
		`  token            ${simulator.tokenUrl}`,
		`  Wholesale SIP    ${simulator.baseUrl}`,
		`  control          ${simulator.controlUrl}`,
		`  client id        ${simulator.clientId}`,
		`  client secret    ${simulator.clientSecret}`,
	].join('\n');
	return quiet ? addresses : `${addresses}\n\n${commands(simulator)}`;
}

function commands({ baseUrl, tokenUrl, controlUrl, clientId, clientSecret }: Simulator): string {
	const { searchFreeNumbers, reserveNumbers, getOrder } = wholesaleSip.operations;
	const number = '+442081324758';
	const reservation = encodeBody(reserveNumbers, {
		ranges: [{ start: number, end: number }],
		productOffering: { name: 'Wholesale SIP' },
		relatedParty: {
			reseller: { serviceProfile: 'ANH', country: 'GB' },
			endCustomer: { customerReference: 'My Customer' },
		},
	});
	const nameOf = (name: string): string => wireName(searchFreeNumbers, 'query', name);
	const search = `${nameOf('country')}=GB&${nameOf('limit')}=3`;
	const order = `${baseUrl}${getOrder.path.replace(/\{[^}]+\}/, '$ORDER')}`;
	return `From the token to a completed order:

TOKEN=$(curl -s -u '${clientId}:${clientSecret}' -H 'x-tracking-id: t-1' -d grant_type=client_credentials \\
  ${tokenUrl} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

curl -s -H "Authorization: Bearer $TOKEN" -H 'x-tracking-id: t-2' '${baseUrl}${searchFreeNumbers.path}?${search}'; echo

ORDER=$(curl -s -H "Authorization: Bearer $TOKEN" -H 'x-tracking-id: t-3' -H 'content-type: application/json' \\
  -d '${JSON.stringify(reservation)}' \\
  ${baseUrl}${reserveNumbers.path} | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')

curl -s -H "Authorization: Bearer $TOKEN" -H 'x-tracking-id: t-4' ${order}; echo     # In progress

curl -s -d '{"advance":"10m"}' ${controlUrl}/clock; echo     # or wait

curl -s -H "Authorization: Bearer $TOKEN" -H 'x-tracking-id: t-5' ${order}; echo     # Completed

curl -s ${controlUrl}/books; echo

Ctrl-C ends the simulator.`;
}
