/**
 * The real service for tests in a browser, on a port of its own. What a vendor's back end would do with its secret key is
 * asked for over HTTP at the test runner's own address: `POST /__service/programme` and `POST /__service/request`.
 */
import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { MemberRole } from '../../src/contract/index.js';
import { startService, type Answer, type TestProgramme } from '../server/service.js';

interface PersonWanted { role: MemberRole; name?: string }
export interface ProgrammeWanted {
  programme?: Record<string, unknown>;
  people?: PersonWanted[];
  partners?: { name: string; values?: Record<string, unknown>; people?: PersonWanted[] }[];
}
interface RequestWanted { programmeId?: string; method: string; path: string; token?: string; body?: unknown; headers?: Record<string, string> }

export interface TestService {
  url: string;
  operatorToken: string;
  /** Answers what a test asks for at /__service/<what>; `origin` is where the test's page stands. */
  answer: (what: string, wanted: never, origin: string) => Promise<unknown>;
  close: () => Promise<void>;
}

export async function startTestService(): Promise<TestService> {
  const { service, operatorToken, request, addProgramme, close } = await startService({ engine: 'pglite' });
  const server = serve({ fetch: service.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const programmes = new Map<string, TestProgramme>();

  const answers = {
    /** A programme of the test's own, with partners and people who have sessions for the test's page. */
    async programme({ programme: values, people = [], partners = [] }: ProgrammeWanted, origin: string) {
      // As programmes are, with time to undo.
      const programme = await addProgramme({ rules: {}, ...values });
      programmes.set(programme.id, programme);
      const addPeople = async (wanted: PersonWanted[], partnerId: string | null) => {
        const added = [];
        for (const { role, name } of wanted) {
          const person = await programme.addPerson(role, partnerId, name);
          added.push({ ...person, token: await programme.openSession(person.memberId, { origins: [origin] }) });
        }
        return added;
      };
      const members = await addPeople(people, null);
      const withPeople = [];
      for (const partner of partners) {
        const id = await programme.addPartner(partner.name, partner.values);
        withPeople.push({ id, name: partner.name, people: await addPeople(partner.people ?? [], id) });
      }
      return { serviceUrl: url, id: programme.id, people: members, partners: withPeople };
    },
    /** A new session of a member, as when the host page is asked for one. */
    async session({ programmeId, memberId, ...values }: { programmeId: string; memberId: string }, origin: string) {
      return { token: await programmes.get(programmeId)!.openSession(memberId, { origins: [origin], ...values }) };
    },
    /** A call from outside the page: with a token, or as the vendor's back end of a programme. */
    async request({ programmeId, method, path, token, body, headers }: RequestWanted): Promise<Pick<Answer, 'status' | 'body'>> {
      const { status, body: answered } = await request(method, path, { token: token ?? programmes.get(programmeId!)!.secretKey, body, headers });
      return { status, body: answered };
    },
    /** All that is due is done. */
    async jobs() {
      await service.runDueJobs();
      return {};
    },
  };

  return {
    url, operatorToken,
    answer: (what, wanted, origin) => {
      const named = answers[what as keyof typeof answers] as ((wanted: never, origin: string) => Promise<unknown>) | undefined;
      if (!named) throw new Error(`There is no /__service/${what}.`);
      return named(wanted, origin);
    },
    close: async () => {
      server.close();
      await close();
    },
  };
}
