import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MemberRole } from '../../src/contract/index.js';
import { reachOf, type ReachOf } from '../../src/server/caller.js';
import type { OpenDatabase } from '../../src/server/database/open.js';
import { sortKey } from '../../src/server/database/words.js';
import type { LogEntry } from '../../src/server/http/log.js';
import { assembleService, type Service, type ServiceOptions } from '../../src/server/service.js';
import { holdAgainstContract } from '../contract/answers.js';
import { createTestDatabase, engines, type Engine } from './database.js';

export { engines } from './database.js';
export const siteOrigin = 'https://www.vendor.example';

export interface Answer<Body = any> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface RequestOptions {
  token?: string;
  /** JSON; text as it is; bytes as they are. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** A member with a session. */
export interface Person {
  memberId: string;
  partnerId: string | null;
  role: MemberRole;
  token: string;
}

/** One programme with its secret key. */
export interface TestProgramme {
  id: string;
  secretKey: string;
  /** Adds a partner and answers with its id. */
  addPartner: (name: string, values?: Record<string, unknown>) => Promise<string>;
  /** Adds an active member and opens a session for it. */
  addPerson: (role: MemberRole, partnerId?: string | null, name?: string) => Promise<Person>;
  openSession: (memberId: string, values?: Record<string, unknown>) => Promise<string>;
}

/** The real service on a real database, with a programme of its own for each call of `addProgramme`. */
export interface TestService {
  service: Service;
  database: OpenDatabase;
  operatorToken: string;
  log: LogEntry[];
  /** Sends a request; throws when the answer is not as the contract says. */
  request: (method: string, path: string, options?: RequestOptions) => Promise<Answer>;
  addProgramme: (values?: Record<string, unknown>) => Promise<TestProgramme>;
  close: () => Promise<void>;
}

export async function startService(
  { engine = engines.at(-1)!, reach = reachOf, database, ...options }: Partial<Omit<ServiceOptions, 'database'>> & { engine?: Engine; reach?: ReachOf; database?: OpenDatabase } = {},
): Promise<TestService> {
  const own = database ? undefined : await createTestDatabase(engine);
  const open = database ?? own!.database;
  const log: LogEntry[] = [];
  const operatorToken = randomBytes(24).toString('hex');
  const directory = join(tmpdir(), `prmkit-test-files-${randomBytes(6).toString('hex')}`);
  const service = await assembleService({ database: open, operatorToken, jobs: false, files: { directory }, log: (entry) => log.push(entry), ...options }, reach);

  const request: TestService['request'] = async (method, path, { token, body, headers = {} } = {}) => {
    const response = await service.fetch(new Request(`http://service.test${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json' }), ...headers,
      },
      ...(body !== undefined && { body: body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : typeof body === 'string' ? body : JSON.stringify(body) }),
    }));
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers, body: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text };
    holdAgainstContract(method, path, answer.status, answer.body);
    return answer;
  };

  return {
    service, database: open, operatorToken, log, request,
    addProgramme: (values = {}) => addProgramme({ request, open, operatorToken }, values),
    async close() {
      await service.close();
      await own?.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Rules under which a decision is applied as it is taken, with any days. */
export const atOnce = { undoSeconds: 0, protectionDays: { least: 1, most: 1_095 } };

interface Parts { request: TestService['request']; open: OpenDatabase; operatorToken: string }

async function addProgramme({ request, open, operatorToken }: Parts, values: Record<string, unknown>): Promise<TestProgramme> {
  const programme = expectStatus(201, await request('POST', '/v1/programmes', { token: operatorToken, body: { name: 'Vendor', currency: 'EUR', timeZone: 'Europe/Berlin', rules: atOnce, ...values } }));
  const key = expectStatus(201, await request('POST', '/v1/keys', { token: operatorToken, body: { programmeId: programme.id, name: 'test' } }));
  const openSession: TestProgramme['openSession'] = async (memberId, more = {}) =>
    expectStatus(201, await request('POST', '/v1/sessions', { token: key.secretKey, body: { memberId, origins: [siteOrigin], ...more } })).token as string;
  let people = 0;
  return {
    id: programme.id, secretKey: key.secretKey, openSession,
    async addPartner(name, more = {}) {
      const { id } = await open.db.insertInto('partners').values({ programme_id: programme.id, name, name_sort: sortKey(name), kind: 'reseller', ...more }).returning('id').executeTakeFirstOrThrow();
      return id;
    },
    async addPerson(role, partnerId = null, name = `${role} ${++people}`) {
      const email = `person${++people}.${randomBytes(4).toString('hex')}@people.example`;
      const { id } = await open.db.insertInto('members')
        .values({ programme_id: programme.id, partner_id: partnerId, role, name, name_sort: sortKey(name), email, status: 'active' }).returning('id').executeTakeFirstOrThrow();
      return { memberId: id, partnerId, role, token: await openSession(id) };
    },
  };
}

/** The body of an answer that must have this status; else fails with what was answered instead. */
export function expectStatus(status: number, answer: Answer): any {
  if (answer.status !== status) throw new Error(`Expected ${status}, was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
