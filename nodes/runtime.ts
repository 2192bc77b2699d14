/**
 * What nodes, triggers and credentials need only when they run. n8n loads every package at its start, so they import it
 * with `await import('…/runtime')`, and the build keeps it in a file of its own.
 */
export { testColtCallback } from './ColtInbound/callback/callbackCredentialTest';
export { checkActivation, forgetTrigger } from './ColtInbound/callback/lifecycle';
export { receive } from './ColtInbound/callback/receive';
export { inboundLists } from './ColtInbound/listSearch';
export { wholesaleSipLists } from './ColtWholesaleSip/listSearch';
export { pollAndReport } from './ColtWholesaleSip/trigger/poll';
export { testColtJwt, testColtOAuth2 } from './shared/client/credentialTest';
export { jwtSettings, signedToken } from './shared/client/jwt';
export { refuseWrite } from './shared/client/neverOrder';
export { sendWith } from './shared/client/send';
export { noteAuthorized, refuseEndedToken, tokenForN8n } from './shared/client/tokenForN8n';
export { runNode } from './shared/runner/run';
