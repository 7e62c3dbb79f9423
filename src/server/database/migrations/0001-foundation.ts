import { tenantPolicies } from './0001-policies.js';
import { indexes, tables } from './0001-tables.js';
import { triggers } from './0001-triggers.js';
import { words } from './0001-words.js';
import type { Migration } from './migration.js';

export const foundation: Migration = {
  name: '0001-foundation',
  statements: [...tables, ...words, ...indexes, ...triggers, ...tenantPolicies],
};
