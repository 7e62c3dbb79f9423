import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expectAccessible } from '../accessible.js';
import { openPage } from '../page.js';
import { World } from '../world.js';

interface DealAnswer { id: string; version: number; review: string; pendingDecision: { kind: string; protectionDays: number | null } | null; askedFields: string[]; account: { name: string } | null; reviewer: { name: string } | null }

describe('the deal desk', () => {
  let world: World;
  const read = (id: string) => world.call<DealAnswer>(world.manager, 'GET', `/v1/deals/${id}`);
  const open = (options: Parameters<typeof openPage>[3] = {}) => openPage(world, world.manager, 'prm-deal-desk', options);
  /** A registration for a company, assessed. */
  async function register(person: typeof world.seller, name: string, customer = name, values: Record<string, unknown> = {}) {
    const { id: customerId } = await world.addCustomer(person, { name: customer });
    const deal = await world.addSubmitted(person, { name, customerId, ...values });
    await world.deliver();
    return deal;
  }

  before(() => setViewport({ width: 1_280, height: 900 }));
  beforeEach(async () => {
    world = await World.create();
  });

  it('says that there is nothing to decide', async () => {
    const { screen, portal } = await open();
    await screen.sees('Nothing to decide');
    await expectAccessible(portal);
  });

  it('shows the queue with what was found, and beside it the first registration whole', async () => {
    await register(world.seller, 'Line 4 retrofit', 'Brückner Maschinenbau');
    const { screen, portal } = await open();
    const row = await screen.row('Line 4 retrofit');
    expect(row.innerText.replace(/\s+/g, ' ')).to.match(/€12,500 · Nordwind (No rule applies|Clean)/);
    await screen.sees('Expected value €12,500.00');
    await screen.sees('Brückner Maschinenbau');
    await screen.sees('Approve Protected until');
    await screen.sees('Conversation No messages yet.');
    await expectAccessible(portal);
  });

  it('says once that a registration cannot be read, keeps the queue, and reads it when it is chosen again', async () => {
    await register(world.seller, 'Line 4 retrofit');
    await register(world.seller, 'Harbour silo');
    const { screen, network, portal } = await open();
    await screen.sees('Approve Protected until');
    const shown = screen.all('.row[aria-selected=true] strong')[0]!.innerText;
    const other = shown === 'Harbour silo' ? 'Line 4 retrofit' : 'Harbour silo';
    network.break('/v1/reviews/');
    await screen.pressRow(other);
    await screen.sees('req_broken7');
    expect(screen.all('.outcome')).to.have.length(1);
    expect(screen.text).to.include(shown).and.include(other);
    await expectAccessible(portal);
    network.mend();
    await screen.pressRow(other);
    await screen.until(() => screen.all('.pane h3')[0]?.innerText === other && screen.all('.pane .facts').length > 0, 'The registration is there');
    await screen.loses('req_broken7');
  });

  it('puts a rival\'s claim beside the registration, and says why it matches', async () => {
    await world.changeRules({ undoSeconds: 0 });
    const { id } = await register(world.rival, 'Their line', 'Brückner Maschinenbau');
    await world.call(world.manager, 'POST', `/v1/deals/${id}/approve`, {});
    await register(world.seller, 'Our line', 'Brückner Maschinenbau');
    const { screen, portal } = await open();
    await screen.sees('1 conflict This registration Nordwind Their line Südlicht');
    await screen.sees('Protected until');
    await screen.sees('Same account');
    await screen.until(() => /Why it matches Name: [^:]* 100%/.test(screen.text), 'It says why');
    await screen.sees('Another partner is protected at this account.');
    expect((await screen.button('Approve')).getAttribute('aria-disabled')).to.equal('true');
    await expectAccessible(portal);
  });

  it('approves for other days within policy, tells nobody yet, and takes it back', async () => {
    const { id } = await register(world.seller, 'Line 4 retrofit');
    const { screen, portal } = await open();
    await screen.press('Approve');
    await screen.fill('Protection in days', '365');
    await screen.press('Approve');
    await screen.until(async () => (await screen.errorOf('Protection in days')) === 'Policy allows 30 to 180.', 'Policy is told');
    await screen.fill('Protection in days', '120');
    await expectAccessible(portal);
    await screen.press('Approve');
    await screen.sees('“Line 4 retrofit” will be approved.');
    const pending = await read(id);
    expect([pending.review, pending.pendingDecision?.kind, pending.pendingDecision?.protectionDays]).to.deep.equal(['submitted', 'approve', 120]);
    await expectAccessible(portal);

    await screen.press('Undo');
    await screen.sees('“Line 4 retrofit” is open again. Nobody was told.');
    expect((await read(id)).pendingDecision).to.equal(null);
  });

  for (const ahead of [-3_600_000, 3_600_000]) {
    it(`counts by the service's clock until a decision is applied: this device's is ${ahead / 60_000} minutes ahead`, async () => {
      await world.changeRules({ undoSeconds: 600 });
      const { id } = await register(world.seller, 'Line 4 retrofit');
      await world.call(world.manager, 'POST', `/v1/deals/${id}/approve`, {});
      const { now } = Date;
      Date.now = () => now() + ahead;
      try {
        const { screen } = await open();
        await screen.choose('Pending');
        const waits = /To be approved (9|10) min/;
        await screen.until(() => waits.test(screen.all('.row')[0]?.innerText.replace(/\s+/g, ' ') ?? ''), 'The row says for how long it waits');
        await screen.until(() => waits.test(screen.all('.waiting')[0]?.innerText.replace(/\s+/g, ' ') ?? ''), 'So does the pane');
        // And it goes on by that clock.
        screen.all('.countdown').forEach((one) => (one.textContent = ''));
        await screen.until(() => screen.all('.countdown').length === 2 && screen.all('.countdown').every(({ innerText }) => /^(9|10) min$/.test(innerText)), 'It counts on');
      } finally {
        Date.now = now;
      }
    });
  }

  it('asks for a reason to reject, and keeps it when rejecting fails', async () => {
    await register(world.seller, 'Line 4 retrofit');
    const { screen, network } = await open();
    await screen.press('Reject');
    await screen.press('Reject');
    await screen.until(async () => (await screen.errorOf('Reason, as the partner will read it')) === 'Fill this in.', 'The reason is asked for');
    await screen.choose('Reason, as the partner will read it', 'Not enough information');
    network.break('/reject', { methods: ['POST'] });
    await screen.press('Reject');
    await screen.sees('Something went wrong on our side.');
    expect((await screen.field('Reason, as the partner will read it') as HTMLSelectElement).value).to.equal('insufficient');
    network.mend();
    await screen.press('Reject');
    await screen.sees('“Line 4 retrofit” will be rejected.');
  });

  it('asks for more, naming fields by the programme\'s labels: only those become editable', async () => {
    await world.changeRules({ undoSeconds: 0 });
    const { id } = await register(world.seller, 'Line 4 retrofit');
    const { screen, portal } = await open();
    await screen.press('Ask for more');
    await screen.fill('What do you need to know?', 'Which pumps?');
    await screen.choose('Products');
    await expectAccessible(portal);
    await screen.press('Ask for more');
    await screen.sees('The partner is asked about “Line 4 retrofit”.');
    const deal = await world.call<DealAnswer>(world.seller, 'GET', `/v1/deals/${id}`);
    expect([deal.review, deal.askedFields]).to.deep.equal(['action_required', ['lines']]);
  });

  it('links the customer to another account', async () => {
    await world.call(undefined, 'POST', '/v1/accounts', { name: 'Falkenrode Holding', city: 'Kassel' });
    const { id } = await register(world.seller, 'Line 4 retrofit');
    const { screen, portal } = await open();
    await screen.press('Another account…');
    await screen.fill('Search accounts', 'falken');
    await screen.sees('Falkenrode Holding Kassel');
    await expectAccessible(portal);
    await screen.press('Link to Falkenrode Holding');
    await screen.sees('“Falkenrode Holding” is linked.');
    expect((await read(id)).account?.name).to.equal('Falkenrode Holding');
  });

  it('hands a review over to another of the vendor\'s people', async () => {
    const { id } = await register(world.seller, 'Line 4 retrofit');
    const { screen, portal } = await open();
    await screen.press('More actions');
    await screen.press('Hand over…');
    await screen.field('To whom?');
    await screen.press('Hand over');
    await screen.until(async () => (await screen.errorOf('To whom?')) === 'Fill this in.', 'It wants to know to whom');
    await screen.choose('To whom?', 'Petra Principal');
    await expectAccessible(portal);
    await screen.press('Hand over');
    await screen.sees('“Line 4 retrofit” is with Petra Principal.');
    await screen.sees('Reviewer Petra Principal');
    expect((await read(id)).reviewer?.name).to.equal('Petra Principal');
  });

  it('lets two partners sell together, and no more than the whole', async () => {
    const { id } = await register(world.seller, 'Line 4 retrofit');
    await world.changeRules({ undoSeconds: 0 });
    const { screen, portal } = await open();
    await screen.press('More actions');
    await screen.press('Sell together…');
    await screen.choose('Partner', 'Südlicht');
    await screen.fill('Share', '120');
    await screen.press('Save');
    await screen.until(async () => (await screen.errorOf('Share')) === 'Enter a number.', 'It knows what a share is');
    await screen.fill('Share', '40');
    await expectAccessible(portal);
    await screen.press('Save');
    await screen.sees('“Line 4 retrofit” is sold together.');
    await screen.sees('Sold with Südlicht (40%)');
    const { partners } = await world.call<{ partners: { share: number }[] }>(world.manager, 'GET', `/v1/deals/${id}`);
    expect(partners.map(({ share }) => share).sort()).to.deep.equal([40, 60]);
  });

  it('decides on several after showing what would happen to each', async () => {
    const ids = [];
    for (const name of ['Alpha', 'Beta', 'Gamma']) ids.push((await register(world.seller, name)).id);
    const { screen, portal } = await open();
    await screen.sees('3 deals');
    for (const name of ['Alpha', 'Beta']) (await screen.row(name)).querySelector<HTMLInputElement>('input')!.click();
    await screen.sees('2 chosen');
    screen.all('.bulk button')[0]!.click();
    await screen.until(() => /Alpha Protected until .* Beta Protected until/.test(screen.text), 'It says what would happen');
    expect(screen.text).not.to.include('Gamma');
    await expectAccessible(portal);
    await screen.press('Approve 2 deals');
    await screen.sees('“Alpha and 1 more” will be approved.');
    await screen.sees('1 deal');
    expect(await Promise.all(ids.map(async (id) => (await read(id)).pendingDecision?.kind))).to.deep.equal(['approve', 'approve', undefined]);
  });

  it('tells whoever was too late to decide again', async () => {
    const { id } = await register(world.rival, 'Their line', 'Brückner Maschinenbau');
    await register(world.seller, 'Our line', 'Brückner Maschinenbau');
    const { screen } = await open();
    await screen.pressRow('Our line');
    await screen.press('Approve');
    await screen.field('Protection in days');
    await world.changeRules({ undoSeconds: 0 });
    await world.call(world.manager, 'POST', `/v1/deals/${id}/approve`, {});
    await screen.press('Approve');
    await screen.sees('Another deal is protected here.');
    await screen.sees('Protected until');
  });

  it('takes no decision that the page forbids', async () => {
    const { id } = await register(world.seller, 'Line 4 retrofit');
    const { screen, portal } = await open();
    portal.addEventListener('prm-desk-decide', (event) => event.preventDefault());
    await screen.press('Approve');
    await screen.field('Protection in days');
    await screen.press('Approve');
    expect((await read(id)).pendingDecision).to.equal(null);
  });

  it('narrows to mine, to conflicts, to what is clean and to what waits', async () => {
    const { id } = await register(world.seller, 'Alpha');
    await register(world.seller, 'Beta');
    await world.call(world.manager, 'POST', `/v1/deals/${id}/hand-over`, { memberId: world.manager.memberId });
    const { screen } = await open();
    await screen.sees('2 deals');
    await screen.choose('Mine');
    await screen.until(() => screen.rows.length === 1 && screen.rows[0]!.startsWith('Alpha'), 'It shows mine');
    await screen.choose('Conflicts');
    await screen.sees('Nothing matches');
    await screen.press('Show all open');
    await screen.sees('2 deals');
    await screen.choose('Pending');
    await screen.sees('Nothing matches');
  });

  it('shows the queue first and then one registration where there is no room for both', async () => {
    await setViewport({ width: 360, height: 740 });
    await register(world.seller, 'Line 4 retrofit');
    const { screen, portal } = await open();
    await screen.row('Line 4 retrofit');
    expect(screen.text).not.to.include('Expected value');
    await expectAccessible(portal);
    await screen.pressRow('Line 4 retrofit');
    await screen.sees('Expected value');
    await expectAccessible(portal);
    const more = await screen.button('More actions');
    more.focus();
    await sendKeys({ press: 'Enter' });
    await screen.until(() => screen.focused?.matches('[role=menuitem]'), 'The menu is open');
    await sendKeys({ press: 'Escape' });
    await screen.until(() => screen.focused === more, 'The menu alone is closed, and the focus is on its button');
    await screen.sees('Expected value');
    await screen.press('Back');
    await screen.loses('Expected value');
    await screen.row('Line 4 retrofit');
    await setViewport({ width: 1_280, height: 900 });
  });
});
