export { createService, type Service, type ServiceOptions } from './service.js';
export { holderOf } from './database/open-directory.js';
export type { LockHolder } from './database/lock.js';
export { migrate } from './database/migrate.js';
export { openDatabase, type DatabasePlace, type OpenDatabase } from './database/open.js';
export type { Log, LogEntry } from './http/log.js';
