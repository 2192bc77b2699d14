import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import type { CountryCode, MetadataJson, PhoneNumber } from 'libphonenumber-js/core';

import metadata from '../numbers/metadata.generated.json';

export { IPv4, IPv6 } from 'ipaddr.js';
export { jwtVerify, SignJWT } from 'jose';

/** libphonenumber's numbering plans of Colt's 20 countries, in the library's own layout. */
export const phoneMetadata = metadata;

/** libphonenumber's reading of a number with the metadata of Colt's countries; undefined if it is not a number. */
export const parsePhoneNumber = (text: string, country?: CountryCode): PhoneNumber | undefined =>
	country === undefined
		? parsePhoneNumberFromString(text, metadata as unknown as MetadataJson)
		: parsePhoneNumberFromString(text, country, metadata as unknown as MetadataJson);
