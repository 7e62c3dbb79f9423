import { expectStatus, startService, type Answer, type Person, type TestProgramme, type TestService } from '../service.js';

/** A programme with two partners, the vendor's manager and what a deal needs. */
export interface DealWorld {
  test: TestService;
  programme: TestProgramme;
  manager: Person;
  admin: Person;
  seller: Person;
  colleague: Person;
  rival: Person;
  productId: string;
  territoryId: string;
  accountId: string;
  as: (person: Person) => {
    get: (path: string) => Promise<Answer>;
    post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
    patch: (path: string, body: unknown, version: number) => Promise<Answer>;
  };
  /** A customer of the person's own. */
  addCustomer: (person: Person, name?: string) => Promise<string>;
  /** A complete draft of the person. */
  addDraft: (person: Person, values?: Record<string, unknown>) => Promise<any>;
  /** The same, submitted and approved. */
  addApproved: (person: Person, approval?: Record<string, unknown>) => Promise<any>;
  today: string;
}

export async function startWorld(values: Record<string, unknown> = {}, test?: TestService): Promise<DealWorld> {
  const service = test ?? await startService();
  const programme = await service.addProgramme(values);
  const own = await programme.addPartner('Nordwind');
  const other = await programme.addPartner('Südlicht');
  const manager = await programme.addPerson('channel_manager', null, 'Mara Manager');
  const [admin, seller, colleague] = [await programme.addPerson('partner_admin', own, 'Ada Admin'), await programme.addPerson('partner_seller', own, 'Sven Seller'), await programme.addPerson('partner_seller', own, 'Cara Colleague')];
  const rival = await programme.addPerson('partner_admin', other, 'Rita Rival');
  const as: DealWorld['as'] = ({ token }) => ({
    get: (path) => service.request('GET', path, { token }),
    post: (path, body, headers = {}) => service.request('POST', path, { token, body, headers }),
    patch: (path, body, version) => service.request('PATCH', path, { token, body, headers: { 'if-match': `"${version}"` } }),
  });
  const made = async (path: string, body: unknown): Promise<any> => expectStatus(201, await service.request('POST', path, { token: programme.secretKey, body }));
  const addCustomer: DealWorld['addCustomer'] = async (person, name = 'Brückner Maschinenbau') => expectStatus(201, await as(person).post('/v1/customers', { name })).id;
  const addDraft: DealWorld['addDraft'] = async (person, more = {}) => expectStatus(201, await as(person).post('/v1/deals', {
    name: 'Line 4 retrofit', customerId: await addCustomer(person), value: { amount: 1_250_000, currency: 'EUR' }, closeOn: '2030-03-31', ...more,
  }));
  return {
    test: service, programme, manager, admin, seller, colleague, rival, as, addCustomer, addDraft,
    productId: (await made('/v1/products', { name: 'Pump P40' })).id,
    territoryId: (await made('/v1/territories', { name: 'Nordost' })).id,
    accountId: (await made('/v1/accounts', { name: 'Brückner Gruppe' })).id,
    async addApproved(person, approval = {}) {
      const { id } = await addDraft(person);
      expectStatus(200, await as(person).post(`/v1/deals/${id}/submit`));
      return expectStatus(200, await as(manager).post(`/v1/deals/${id}/approve`, approval));
    },
    today: expectStatus(200, await as(seller).get('/v1/programme')).today,
  };
}

/** The pointers of a refusal's field problems with their codes. */
export const problemsOf = (answer: Answer): Record<string, string> =>
  Object.fromEntries((answer.body.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => [pointer, code]));
