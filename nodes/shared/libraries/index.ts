import type * as Bundled from './bundled';
import type * as Importer from './importer';

/**
 * The libraries of node code. They are two fifths of the published code and needed by few runs, so the build keeps them
 * in a file of their own that is read at the first use: n8n loads every package at its start.
 */
export const libraries = (): typeof Bundled => require('./bundled') as typeof Bundled;

/**
 * What the import of a specification needs: a YAML reader and our contract. A file of its own, for hardly any run
 * imports one.
 */
export const importer = (): typeof Importer => require('./importer') as typeof Importer;
