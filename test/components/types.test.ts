import assert from 'node:assert/strict';
import test from 'node:test';
import type { Appearance, DealRegistrationElement, DealSubmitEvent, Messages, PortalElement } from '../../src/index.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_same: Same<A, B>): void => undefined;

/** Never run: the compiler is the test. Each `@ts-expect-error` fails the type check when its line compiles. */
export function typed(page: Document): void {
  const portal = page.querySelector('prm-portal')!;
  same<typeof portal, PortalElement>(true);
  const form = page.createElement('prm-deal-registration');
  same<typeof form, DealRegistrationElement>(true);
  portal.appearance = { colorPrimary: '#7a1f3d', borderRadius: '2px' } satisfies Appearance;
  portal.messages = { 'term.deal': 'opportunity' } satisfies Messages;
  portal.colorScheme = 'auto';
  portal.session = async () => ({ token: '', expiresIn: 900 });
  page.createElement('prm-deal-list').dealId = 'deal_1';

  form.addEventListener('prm-deal-submit', (event) => {
    same<typeof event, DealSubmitEvent>(true);
    same<typeof event.dealId, string>(true);
  });
  // An event that bubbles is heard further up, too.
  page.addEventListener('prm-deal-submitted', ({ deal }) => same<typeof deal.id, string>(true));
  window.addEventListener('prm-ready', ({ session, programme }) => [session.member.name, programme.currency]);
  page.querySelector('prm-notice-bell')!.addEventListener('prm-notice-opened', ({ recordId }) => recordId);
  page.querySelector('prm-deal-list')!.addEventListener('prm-deal-form', (event) => event.preventDefault());

  // @ts-expect-error no such property
  portal.serviceURL = 'https://prm.example.com';
  // @ts-expect-error no such variable
  portal.appearance = { colourPrimary: '#7a1f3d' };
  // @ts-expect-error no such scheme
  portal.colorScheme = 'sepia';
  // @ts-expect-error it is read
  portal.portal = undefined;
  // @ts-expect-error no such element, so no such property
  page.querySelector('prm-deals')!.dealId;
  // @ts-expect-error no such field
  form.addEventListener('prm-deal-submit', ({ deal }) => deal);
  // @ts-expect-error no such event, so one that bears nothing
  form.addEventListener('prm-deal-submited', ({ dealId }) => dealId);
  // @ts-expect-error fields are read
  form.addEventListener('prm-deal-submit', (event) => { event.dealId = ''; });
}

test('elements and events have types by their names', () => assert.ok(typed));
