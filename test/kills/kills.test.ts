import { kills } from '../e2e/suites/kills';

const { KILLS = '20', KILLS_CHANGES = '500' } = process.env;

/** The long run, `npm run test:kills`; a short one is part of the end-to-end tests. */
kills({ kills: Number(KILLS), changes: Number(KILLS_CHANGES), modes: ['default', 'durable cursors'] });
