import { kills } from './suites/kills';

/** The short run; the long one in both modes is `npm run test:kills`. */
kills({ kills: 3, changes: 75, modes: ['default'] });
