export { createService, type Service, type ServiceOptions } from './service.js';
export type { Scan, ScannedFile } from './files/contents.js';
export type { BucketPlace, FilePlace, FileStore } from './files/store.js';
export { holderOf } from './database/open-directory.js';
export type { LockHolder } from './database/lock.js';
export { migrate } from './database/migrate.js';
export { openDatabase, type DatabasePlace, type OpenDatabase } from './database/open.js';
export type { EmailOptions } from './email/mailer.js';
export type { Log, LogEntry } from './http/log.js';
