import { kills } from '../e2e/suites/kills';

/** The long run, `npm run test:kills`; a short one is part of the end-to-end tests. */
kills({ kills: 20, changes: 500, modes: ['default', 'durable cursors'] });
