import type { IdKind } from '../../../src/contract/index.js';
import { sortKey, wordsOf } from '../../../src/server/database/words.js';
import type { Person, TestProgramme, TestService } from '../service.js';

/** Whose data a record is. Every text of it carries the owner's canary, so that a leak can be seen in any body, header or log line. */
export type Owner = 'rival' | 'colleague' | 'vendor' | 'elsewhere';

export const canaryOf = (owner: Owner): string => `zqcanary${owner}`;

/** The ids of one owner's records. */
export type Records = Record<IdKind, string>;

/** Two programmes. In the first a partner with an admin and two sellers, its rival, and the vendor; in the second strangers. */
export interface World {
  here: TestProgramme;
  admin: Person;
  seller: Person;
  colleague: Person;
  rivalAdmin: Person;
  rivalSeller: Person;
  programmeAdmin: Person;
  manager: Person;
  stranger: Record<'programmeAdmin' | 'manager' | 'admin' | 'seller', Person>;
  strangerKey: string;
  /** The seller's own records, and those of others that it must never see. */
  own: Records;
  ofColleague: Records;
  ofRival: Records;
  ofElsewhere: Records;
}

/** So that what may be asked up front can be asked. */
const disclosure = { mode: 'taken_or_free', dailyQuota: 1_000 };

export async function makeWorld(service: TestService): Promise<World> {
  const here = await service.addProgramme({ name: 'Here', settings: { disclosure } });
  const partnerId = await here.addPartner('Own company');
  const rivalId = await here.addPartner(`${canaryOf('rival')} company`);
  const admin = await here.addPerson('partner_admin', partnerId, 'Own admin');
  const seller = await here.addPerson('partner_seller', partnerId, 'Own seller');
  // Colleagues know each other's names; what they keep to themselves are records.
  const colleague = await here.addPerson('partner_seller', partnerId, 'A colleague');
  const rivalAdmin = await here.addPerson('partner_admin', rivalId, `${canaryOf('rival')} admin`);
  const rivalSeller = await here.addPerson('partner_seller', rivalId, `${canaryOf('rival')} seller`);
  const programmeAdmin = await here.addPerson('programme_admin', null, `${canaryOf('vendor')} admin`);
  const manager = await here.addPerson('channel_manager', null, `${canaryOf('vendor')} manager`);

  const elsewhere = await service.addProgramme({ name: `${canaryOf('elsewhere')} programme`, settings: { disclosure } });
  const strangersPartner = await elsewhere.addPartner(`${canaryOf('elsewhere')} company`);
  const stranger = {
    programmeAdmin: await elsewhere.addPerson('programme_admin', null, `${canaryOf('elsewhere')} boss`),
    manager: await elsewhere.addPerson('channel_manager', null, `${canaryOf('elsewhere')} manager`),
    admin: await elsewhere.addPerson('partner_admin', strangersPartner, `${canaryOf('elsewhere')} admin`),
    seller: await elsewhere.addPerson('partner_seller', strangersPartner, `${canaryOf('elsewhere')} seller`),
  };
  return {
    here, admin, seller, colleague, rivalAdmin, rivalSeller, programmeAdmin, manager, stranger, strangerKey: elsewhere.secretKey,
    own: await fill(service, here.id, seller, 'own'),
    ofColleague: await fill(service, here.id, colleague, canaryOf('colleague')),
    ofRival: await fill(service, here.id, rivalSeller, canaryOf('rival')),
    ofElsewhere: await fill(service, elsewhere.id, stranger.seller, canaryOf('elsewhere')),
  };
}

/** One record of every kind that belongs to this seller, each of its texts marked. What the vendor alone may see bears the vendor's mark. */
async function fill({ database: { db } }: TestService, programmeId: string, { memberId, partnerId }: Person, mark: string): Promise<Records> {
  const base = { programme_id: programmeId };
  const named = (name: string) => ({ ...base, name, name_sort: sortKey(name), words: wordsOf(name) });
  const one = <T>(rows: T[]): T => rows[0]!;
  const hidden = `${canaryOf('vendor')} ${mark}`;
  // Products and territories are the same to all of a programme: a mark of theirs is no leak.
  const shared = mark.includes('elsewhere') ? mark : 'shared';
  const product = one(await db.insertInto('products').values(named(`${shared} product`)).returning('id').execute()).id;
  const territory = one(await db.insertInto('territories').values(named(`${shared} territory`)).returning('id').execute()).id;
  const account = one(await db.insertInto('accounts').values({ ...named(`${hidden} account`), city: hidden }).returning('id').execute()).id;
  const customer = one(await db.insertInto('customers')
    .values({ ...named(`${mark} customer`), partner_id: partnerId!, owner_member_id: memberId, city: mark, city_sort: mark, note: mark, street: mark })
    .returning('id').execute()).id;
  const contact = one(await db.insertInto('contacts').values({ ...base, customer_id: customer, position: 0, name: `${mark} contact` }).returning('id').execute()).id;
  await db.insertInto('customer_accounts').values({ ...base, customer_id: customer, account_id: account }).execute();
  const lead = one(await db.insertInto('leads').values({
    ...base, company: `${mark} company`, subject: mark, message: mark, words: wordsOf(mark), contact_name: mark, currency: 'EUR', state: 'offered',
    partner_id: partnerId, member_id: memberId, offered_at: new Date(), answer_due_at: new Date(Date.now() + 86_400_000),
  }).returning('id').execute()).id;
  await db.insertInto('lead_offers').values({ ...base, lead_id: lead, partner_id: partnerId!, member_id: memberId, answer_due_at: new Date(Date.now() + 86_400_000), note: hidden }).execute();
  const deal = one(await db.insertInto('deals').values({
    ...base, name: `${mark} deal`, words: wordsOf(mark), partner_id: partnerId!, member_id: memberId, customer_id: customer, customer_name: `${mark} customer`,
    review: 'draft', currency: 'EUR', value_minor: 123_456, note: mark, territory_id: territory, custom: JSON.stringify({}),
  }).returning('id').execute()).id;
  await db.insertInto('deal_lines').values({ ...base, deal_id: deal, position: 0, description: mark, quantity: '1', unit_price: '1234.56', amount: '1234.56' }).execute();
  await db.insertInto('deal_accounts').values({ ...base, deal_id: deal, account_id: account }).execute();
  const entry = { ...base, record_type: 'deal', record_id: deal, partner_id: partnerId, owner_member_id: memberId, actor_role: 'partner_seller', actor_member_id: memberId };
  const history = one(await db.insertInto('history').values({ ...entry, action: 'created', audience: 'partner', reason: mark }).returning('id').execute()).id;
  await db.insertInto('history').values({ ...entry, actor_role: 'channel_manager', actor_member_id: null, action: 'noted', audience: 'vendor', reason: hidden }).execute();
  const notice = one(await db.insertInto('notices').values({
    ...base, member_id: memberId, event_id: `evt_${mark}`, kind: 'deal_approved', record_type: 'deal', record_id: deal, params: JSON.stringify({ mark }),
  }).returning('id').execute()).id;
  await db.insertInto('notice_preferences').values({ ...base, member_id: memberId, kind: 'deal_approved', email: false }).execute();
  const message = one(await db.insertInto('deal_messages').values({ ...base, deal_id: deal, partner_id: partnerId!, side: 'partner', member_id: memberId, text: mark }).returning('id').execute()).id;
  const extension = one(await db.insertInto('deal_extensions').values({ ...base, deal_id: deal, partner_id: partnerId!, days: 30, reason: mark, note: mark }).returning('id').execute()).id;
  const decision = one(await db.insertInto('deal_decisions')
    .values({ ...base, deal_id: deal, kind: 'approve', by_role: 'service', rules_version: 1, note: hidden, reason: hidden }).returning('id').execute()).id;
  const view = one(await db.insertInto('saved_views').values({ ...base, member_id: memberId, list: 'deals', name: `${mark} view`, query: JSON.stringify({ search: mark }) }).returning('id').execute()).id;
  const file = one(await db.insertInto('files')
    .values({ ...base, partner_id: partnerId, member_id: memberId, name: `${mark} file.txt`, size: 6, media_type: 'text/plain' }).returning('id').execute()).id;
  const session = one(await db.insertInto('sessions')
    .values({ ...base, member_id: memberId, partner_id: partnerId, role: 'partner_seller', origins: [`https://${mark}.example`], expires_at: new Date(Date.now() + 600_000) })
    .returning('id').execute()).id;
  const key = one(await db.insertInto('secret_keys').values({ ...base, name: `${hidden} key`, hash: 'none' }).returning('id').execute()).id;
  return { programme: programmeId, partner: partnerId!, member: memberId, product, territory, account, customer, contact, lead, deal, session, key, history, notice, message, extension, decision, view, file };
}
