// In one file, so that n8n-core is loaded once a version.
import '../engine/callback.test';
import '../engine/errors.test';
import '../engine/inbound.test';
import '../engine/orders.test';
import '../engine/token.test';
import '../engine/trigger.test';
