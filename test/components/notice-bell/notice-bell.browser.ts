import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Notice, PortalClient } from '../../../src/client/index.js';
import type { NoticeOpenedEvent, NoticeOpenEvent } from '../../../src/components/index.js';
import { noticeKinds } from '../../../src/contract/index.js';
import en from '../../../src/components/notice-bell/en.js';
import { expectAccessible } from '../accessible.js';
import { openPage, type Page } from '../page.js';
import type { Screen } from '../screen.js';
import { atOnce, World } from '../world.js';

describe('the notice bell', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.create(atOnce);
  });

  const openBell = async (screen: Screen, says = 'unread notice'): Promise<void> => {
    await screen.sees(says);
    screen.all('.bell')[0]!.focus();
    screen.all('.bell')[0]!.click();
    await screen.until(() => screen.all('.panel').length === 1, 'The list is open');
  };
  const addNotices = async (): Promise<void> => {
    await world.addApproved(world.seller);
    await world.addOffered(world.seller);
    await world.deliver();
  };
  const openSeller = (): Promise<Page> => openPage(world, world.seller, 'prm-notice-bell');

  it('says that nothing has happened yet, and what will appear', async () => {
    const { screen, portal } = await openSeller();
    await openBell(screen, 'No unread notices');
    await screen.sees('What happens to your deals and leads appears here.');
    await expectAccessible(portal);
  });

  it('counts what is unread, and tells of each thing that happened, the newest first', async () => {
    await addNotices();
    const { screen, portal } = await openSeller();
    await openBell(screen, '2 unread notices');
    await screen.sees('“Two pumps for dock 3” is offered to you.');
    expect(screen.text.indexOf('Two pumps')).to.be.lessThan(screen.text.indexOf('“Line 4 retrofit” is approved and protected.'));
    await expectAccessible(portal);
  });

  it('opens a record for the page, and what it told of it is read', async () => {
    await addNotices();
    const { screen, portal } = await openSeller();
    await openBell(screen);
    await screen.sees('is offered to you');
    const opened = oneEvent(portal, 'prm-notice-open') as Promise<unknown> as Promise<NoticeOpenEvent>;
    const left = oneEvent(portal, 'prm-notice-opened') as Promise<unknown> as Promise<NoticeOpenedEvent>;
    screen.all('.item')[0]!.click();
    expect(await opened).to.include({ kind: 'lead_offered', recordType: 'lead' });
    expect((await left).recordId).to.equal((await opened).recordId);
    await screen.sees('1 unread notice');
    expect(screen.all('.panel')).to.have.length(0);
  });

  it('leaves a notice unread where the page cancels its opening', async () => {
    await addNotices();
    const { screen, portal } = await openSeller();
    portal.addEventListener('prm-notice-open', (event) => event.preventDefault());
    await openBell(screen);
    await screen.sees('is offered to you');
    screen.all('.item')[0]!.click();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await screen.sees('2 unread notices');
    expect(screen.all('.panel')).to.have.length(1);
  });

  it('marks all as read', async () => {
    await addNotices();
    const { screen } = await openSeller();
    await openBell(screen);
    await screen.press('Mark all as read');
    await screen.sees('No unread notices');
    await screen.sees('All notices are read.');
    expect(screen.all('.item.unread')).to.have.length(0);
  });

  it('goes by the keyboard alone: open, along the notices, into one, and away with Escape back to the bell', async () => {
    await addNotices();
    const { screen } = await openSeller();
    await screen.sees('2 unread notices');
    screen.all('.bell')[0]!.focus();
    await sendKeys({ press: 'Enter' });
    await screen.sees('is offered to you');
    await screen.until(() => screen.focused?.matches('.panel'), 'The list has the focus');
    await sendKeys({ press: 'ArrowDown' });
    expect(screen.focused?.innerText).to.include('Two pumps');
    await sendKeys({ press: 'ArrowDown' });
    expect(screen.focused?.innerText).to.include('Line 4');
    await sendKeys({ press: 'Escape' });
    await screen.until(() => screen.focused?.matches('.bell'), 'The focus is back on the bell');
    await sendKeys({ press: 'Enter' });
    await screen.until(() => screen.focused?.matches('.panel'), 'The list has the focus');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await screen.sees('1 unread notice');
  });

  it('hears of what is new without a reload', async () => {
    const { screen } = await openPage(world, world.seller, 'prm-notice-bell', { pollInterval: 200 });
    await screen.sees('No unread notices');
    await addNotices();
    await screen.sees('2 unread notices');
  });

  it('keeps the focus on the notice that has it when others come in above', async () => {
    await world.addApproved(world.seller);
    await world.deliver();
    const { screen } = await openPage(world, world.seller, 'prm-notice-bell', { pollInterval: 200 });
    await openBell(screen, '1 unread notice');
    await screen.sees('is approved and protected');
    screen.all('.item')[0]!.focus();
    await world.addOffered(world.seller);
    await world.deliver();
    await screen.sees('is offered to you');
    await screen.until(() => screen.focused?.innerText.includes('Line 4 retrofit'), 'It has the focus still');
  });

  it('says that this service sends no e-mail', async () => {
    const { screen, portal } = await openSeller();
    await openBell(screen, 'No unread notices');
    await screen.press('E-mails');
    await screen.sees('This portal sends no e-mail.');
    await expectAccessible(portal);
    await screen.press('Back');
    await screen.sees('Nothing yet');
  });

  it('lets the member choose what also comes by e-mail, and puts back what could not be saved', async () => {
    const page = await openSeller();
    const { screen, portal, client, network } = page;
    pretendEmail(client);
    await openBell(screen, 'No unread notices');
    await screen.press('E-mails');
    await screen.sees('in English.');
    const box = async (label: string) => (await screen.field(label)) as HTMLInputElement;
    expect((await box('Deal approved')).checked).to.equal(true);
    await expectAccessible(portal);
    await screen.choose('Deal approved');
    await screen.choose('New lead');
    await screen.sees('Saved');
    await screen.until(async () => (await box('New lead')).checked === false, 'Both are saved');
    await screen.until(() => network.asked.filter((one) => one.startsWith('PATCH')).length === 2, 'Both went out');
    const { data } = await client.notices.preferences();
    expect(data.filter(({ email }) => !email).map(({ kind }) => kind)).to.include.members(['deal_approved', 'lead_offered']);
    network.break('/preferences', { methods: ['PATCH'] });
    await screen.choose('Win confirmed');
    await screen.sees('Something went wrong on our side.');
    expect((await box('Win confirmed')).checked).to.equal(true);
  });

  it('shows more of them on request, and tells of a kind that it does not know', async () => {
    const { screen, client } = await openSeller();
    const row = (number: number, more: Partial<Notice> = {}): Notice => ({
      id: `ntc_${String(number).padStart(32, '0')}`, kind: 'deal_approved', recordType: 'deal', recordId: `deal_${number}`, recordName: `Deal ${number}`, at: new Date().toISOString(), readAt: null, params: {}, ...more,
    });
    const pages = [
      { data: [row(1, { kind: 'from_the_future', recordType: 'parcel', recordName: null }), row(2, { kind: 'protection_ends', params: { days: 1 } })], hasMore: true, nextCursor: 'next' },
      { data: [row(3, { kind: 'protection_ends', params: { days: 0 } })], hasMore: false, nextCursor: null },
    ];
    Object.assign(client.notices, { list: async (query?: { cursor?: string }) => pages[query?.cursor ? 1 : 0] });
    await openBell(screen, 'No unread notices');
    await screen.sees('Something has news for you.');
    await screen.sees('“Deal 2” is protected for 1 more day.');
    await screen.press('Show older ones');
    await screen.sees('“Deal 3” is protected until tonight.');
    await screen.until(() => screen.focused?.innerText.includes('Deal 3'), 'The focus is on the first of them');
  });

  it('has a sentence and a name for every kind of the contract', () => {
    const missing = Object.keys(noticeKinds).flatMap((kind) => [`says.${kind}`, `kind.${kind}`].filter((key) => !(key in en)));
    expect(missing).to.deep.equal([]);
  });
});

/** The service of the tests sends no e-mail; this one says that it does. */
function pretendEmail({ notices }: PortalClient): void {
  const { preferences, changePreferences } = notices;
  Object.assign(notices, {
    preferences: async (...args: []) => ({ ...(await preferences(...args)), emailAvailable: true }),
    changePreferences: async (...args: Parameters<typeof changePreferences>) => ({ ...(await changePreferences(...args)), emailAvailable: true }),
  });
}
