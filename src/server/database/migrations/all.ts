import { foundation } from './0001-foundation.js';
import { statistics } from './0002-statistics.js';
import type { Migration } from './migration.js';

/** All migrations in order. Modules and not files, so that they go wherever the code goes. */
export const migrations: readonly Migration[] = [foundation, statistics];
