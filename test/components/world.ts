/** A programme of a test's own at the real service, and what happens there outside the page. */
import type { MemberRole } from '../../src/contract/index.js';

export interface Person {
  memberId: string;
  partnerId: string | null;
  role: MemberRole;
  token: string;
}

type Values = Record<string, unknown>;

/** Asks what stands beside the test runner, as a page asks its vendor's back end. */
export async function askBeside<Answer>(what: 'programme' | 'session' | 'request' | 'jobs', wanted: Values): Promise<Answer> {
  const response = await fetch(`/__service/${what}`, { method: 'POST', body: JSON.stringify(wanted) });
  if (!response.ok) throw new Error(await response.text());
  return response.json() as Promise<Answer>;
}

/** A programme whose decisions are applied as they are taken. */
export const atOnce = { rules: { undoSeconds: 0 } };

/** A vendor with a manager and an administrator; a partner with an admin and two sellers; a rival. */
export class World {
  readonly manager: Person;
  /** Sets the programme's rules. */
  readonly principal: Person;
  readonly admin: Person;
  readonly seller: Person;
  readonly colleague: Person;
  readonly rival: Person;

  private constructor(readonly serviceUrl: string, readonly programmeId: string, [manager, principal, admin, seller, colleague, rival]: Person[]) {
    this.manager = manager!;
    this.principal = principal!;
    this.admin = admin!;
    this.seller = seller!;
    this.colleague = colleague!;
    this.rival = rival!;
  }

  static async create(programme: Values = {}): Promise<World> {
    const { serviceUrl, id, people, partners } = await askBeside<{ serviceUrl: string; id: string; people: Person[]; partners: { people: Person[] }[] }>('programme', {
      programme,
      people: [{ role: 'channel_manager', name: 'Mara Manager' }, { role: 'programme_admin', name: 'Petra Principal' }],
      partners: [
        { name: 'Nordwind', people: [{ role: 'partner_admin', name: 'Ada Admin' }, { role: 'partner_seller', name: 'Sven Seller' }, { role: 'partner_seller', name: 'Cara Colleague' }] },
        { name: 'Südlicht', people: [{ role: 'partner_admin', name: 'Rita Rival' }] },
      ],
    });
    return new World(serviceUrl, id, [...people, ...partners.flatMap((partner) => partner.people)]);
  }

  /** A call from another place, by a person, or without one by the vendor's back end. Fails unless it succeeds. */
  async call<Answer = { id: string; version: number }>(person: Person | undefined, method: string, path: string, body?: unknown, headers?: Values): Promise<Answer> {
    const answer = await askBeside<{ status: number; body: Answer }>('request', { programmeId: this.programmeId, method, path, token: person?.token, body, headers });
    if (answer.status >= 300) throw new Error(`${method} ${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** A new session of a person. */
  async openSession({ memberId }: Person, values: Values = {}): Promise<string> {
    return (await askBeside<{ token: string }>('session', { programmeId: this.programmeId, memberId, ...values })).token;
  }

  addCustomer(person: Person, values: Values = {}) {
    return this.call(person, 'POST', '/v1/customers', { name: 'Brückner Maschinenbau', ...values });
  }

  /** A complete draft; 12,500.00 EUR unless said. */
  async addDraft(person: Person, values: Values = {}) {
    const customerId = (values['customerId'] as string | undefined) ?? (await this.addCustomer(person)).id;
    return this.call(person, 'POST', '/v1/deals', { name: 'Line 4 retrofit', value: { amount: 1_250_000, currency: 'EUR' }, closeOn: '2030-03-31', ...values, customerId });
  }

  async addSubmitted(person: Person, values: Values = {}) {
    const { id } = await this.addDraft(person, values);
    return this.call(person, 'POST', `/v1/deals/${id}/submit`);
  }

  async addApproved(person: Person, values: Values = {}) {
    const { id } = await this.addSubmitted(person, values);
    return this.call(this.manager, 'POST', `/v1/deals/${id}/approve`, {});
  }

  /** Changes how the programme decides. */
  async changeRules(rules: Values): Promise<void> {
    const { version } = await this.call<{ version: number }>(undefined, 'GET', '/v1/rules');
    await this.call(undefined, 'PATCH', '/v1/rules', { rules }, { 'if-match': `"${version}"` });
  }

  addLead(values: Values = {}) {
    return this.call(undefined, 'POST', '/v1/leads', { company: 'Hafenwerft Kiel', subject: 'Two pumps for dock 3', city: 'Kiel', contact: { name: 'Jens Petersen', email: 'jens@hafenwerft.example' }, ...values });
  }

  async addOffered(person: Person, values: Values = {}) {
    const { id } = await this.addLead(values);
    return this.call(this.manager, 'POST', `/v1/leads/${id}/offer`, { partnerId: person.partnerId, memberId: person.memberId });
  }

  /** Does all that is due, as the service does by itself: tells members of what happened. */
  async deliver(): Promise<void> {
    await askBeside('jobs', {});
  }

  /** Puts in rows as a spreadsheet would. */
  async importRows(kind: 'customers' | 'partners', rows: Values[]): Promise<void> {
    for (let at = 0; at < rows.length; at += 500) await this.call(undefined, 'POST', '/v1/imports', { kind, apply: true, rows: rows.slice(at, at + 500) });
  }
}
