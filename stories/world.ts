/** A vendor with partners, people and records of a story's own, on the real service in the page. */
import { handlers, operatorToken, startService } from '../.storybook/service.js';

export type Who = 'seller' | 'admin' | 'manager' | 'principal';
type Body = Record<string, unknown>;
interface Made { id: string; version: number }

export interface World {
  /** Opens a session, as a vendor's back end would. */
  openSession: (who: Who, scopes?: string[]) => Promise<{ token: string; expiresIn: number }>;
}

async function call<Answer = Made>(token: string, method: string, path: string, body?: Body, headers: Record<string, string> = {}): Promise<Answer> {
  const service = await startService();
  const response = await service.fetch(new Request(`${location.origin}${path}`, {
    method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers }, ...(body && { body: JSON.stringify(body) }),
  }));
  const answer = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${answer}`);
  return JSON.parse(answer || 'null') as Answer;
}

const money = (euros: number) => ({ amount: euros * 100, currency: 'EUR' });
const companies = ['Brückner Maschinenbau', 'Ateliers Fontaine', 'Hafenwerft Kiel', 'Molino del Sur', 'Nordic Cold Chain', 'Żuraw Logistyka', 'Bergbahnen Tirol', 'Deltawerken Zeeland'];
const cities = ['Kassel', 'Lyon', 'Kiel', 'Sevilla', 'Tromsø', 'Gdańsk', 'Innsbruck', 'Middelburg'];
const day = (daysFromNow: number): string => new Date(Date.now() + daysFromNow * 86_400_000).toISOString().slice(0, 10);

async function create(filled: boolean): Promise<World> {
  const programme = await call(operatorToken, 'POST', '/v1/programmes', { name: 'Aldermoor Pumps', currency: 'EUR', timeZone: 'Europe/Berlin', rules: { undoSeconds: 0 } });
  const { secretKey } = await call<{ secretKey: string }>(operatorToken, 'POST', '/v1/keys', { programmeId: programme.id, name: 'stories' });
  const partner = await call(secretKey, 'POST', '/v1/partners', { name: 'Nordwind Handel', kind: 'reseller' });
  const invite = (role: string, name: string, partnerId?: string) =>
    call(secretKey, 'POST', '/v1/members', { role, name, email: `${role}@${programme.id}.example`.replaceAll('_', '-'), ...(partnerId && { partnerId }) });
  const people = {
    seller: await invite('partner_seller', 'Sven Seller', partner.id),
    admin: await invite('partner_admin', 'Ada Admin', partner.id),
    manager: await invite('channel_manager', 'Mara Manager'),
    principal: await invite('programme_admin', 'Petra Principal'),
  };
  const openSession: World['openSession'] = (who, scopes) =>
    call(secretKey, 'POST', '/v1/sessions', { memberId: people[who].id, origins: [location.origin], ...(scopes && { scopes }) });
  if (filled) {
    await fill({ secretKey, partnerId: partner.id, sellerId: people.seller.id, seller: (await openSession('seller')).token, manager: (await openSession('manager')).token });
    await (await startService()).runDueJobs();
    // What stands there was decided at once; who decides in a story can take it back for a while.
    await call(secretKey, 'PATCH', '/v1/rules', { rules: { undoSeconds: 30 } }, { 'if-match': '"1"' });
  }
  return { openSession };
}

/** Customers, leads and deals in several states. */
async function fill({ secretKey, partnerId, sellerId, seller, manager }: { secretKey: string; partnerId: string; sellerId: string; seller: string; manager: string }): Promise<void> {
  for (const [index, name] of companies.entries()) {
    const customer = await call(seller, 'POST', '/v1/customers', { name, city: cities[index], lifecycle: index % 2 ? 'engaged' : 'sold', contacts: [{ name: 'Jens Petersen', email: 'jens@customer.example' }] });
    const deal = await call(seller, 'POST', '/v1/deals', { name: `Line ${index + 1} retrofit`, customerId: customer.id, value: money(12_500 + index * 8_300), closeOn: day(30 + index * 9) });
    if (index > 1) await call(seller, 'POST', `/v1/deals/${deal.id}/submit`);
    if (index > 3) await call(manager, 'POST', `/v1/deals/${deal.id}/approve`, {});
    if (index === 7) await call(seller, 'POST', `/v1/deals/${deal.id}/stage`, { stage: 'closed_won', closedOn: day(0) });
    const lead = await call(secretKey, 'POST', '/v1/leads', { company: name, subject: `Pumps for hall ${index + 1}`, city: cities[index], message: 'We are planning for next spring and would like an offer.', contact: { name: 'Jens Petersen', email: 'jens@customer.example' } });
    if (index % 3) await call(manager, 'POST', `/v1/leads/${lead.id}/offer`, { partnerId, memberId: sellerId });
  }
}

const worlds = new Map<boolean, Promise<World>>();

/** Full of records, or without any; made with the first story that asks. */
export function worldOf(filled: boolean): Promise<World> {
  const world = worlds.get(filled) ?? create(filled);
  worlds.set(filled, world);
  return world;
}

export { handlers };
