import { foundation } from './0001-foundation.js';
import { statistics } from './0002-statistics.js';
import { matching } from './0003-matching.js';
import { files } from './0004-files.js';
import { notices } from './0005-notices.js';
import { dealProcess } from './0006-deal-process.js';
import type { Migration } from './migration.js';

/** All migrations in order. Modules and not files, so that they go wherever the code goes. */
export const migrations: readonly Migration[] = [foundation, statistics, matching, files, notices, dealProcess];
