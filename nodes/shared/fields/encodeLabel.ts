/** The label of the credential's option that form-encodes client ID and secret. */
export const ENCODE_LABEL = 'Encode Client ID and Secret';
