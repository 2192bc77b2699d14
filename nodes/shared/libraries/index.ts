import type * as Bundled from './bundled';

/**
 * The libraries of node code. They are two fifths of the published code and needed by few runs, so the build keeps them
 * in a file of their own that is read at the first use: n8n loads every package at its start.
 */
export const libraries = (): typeof Bundled => require('./bundled') as typeof Bundled;
