import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible } from '../accessible.js';
import { openPage } from '../page.js';
import { Screen } from '../screen.js';
import { atOnce, World } from '../world.js';

describe('the deal list', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.create(atOnce);
  });

  it('says to a seller what an empty list is for, and to the vendor what comes there', async () => {
    const { screen, portal } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.sees('No deals yet Register the first one');
    await expectAccessible(portal);
    const { screen: vendors } = await openPage(world, world.manager, 'prm-deal-list');
    await vendors.sees('Once partners register deals, they stand here.');
  });

  it('shows a seller the own deals, an admin the company\'s with who sells them, the vendor all', async () => {
    await world.addDraft(world.seller, { name: 'Own' });
    await world.addDraft(world.colleague, { name: 'Colleague\'s' });
    await world.addDraft(world.rival, { name: 'Rival\'s' });
    for (const [person, names] of [[world.seller, 'Own'], [world.admin, 'Colleague\'s,Own'], [world.manager, 'Rival\'s,Colleague\'s,Own']] as const) {
      const { screen } = await openPage(world, person, 'prm-deal-list');
      await screen.until(() => screen.rows.map((row) => row.split(' ')[0]).join() === names, `It shows ${names}`);
      expect(screen.text.includes('Cara Colleague')).to.equal(person === world.admin);
    }
  });

  it('shows no rows that answer another search, and goes on where the service is back', async () => {
    const world = await World.create();
    await world.addDraft(world.seller, { name: 'Line 4 retrofit' });
    await world.addDraft(world.seller, { name: 'Pump station' });
    const { screen, network } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.sees('Line 4 retrofit');
    network.cut();
    await screen.fill('Search deals', 'Pump');
    await screen.sees('This could not be loaded');
    expect(screen.text).not.to.include('Line 4 retrofit');
    expect(screen.text, 'nothing is counted that is not there').not.to.match(/\d deals?/);
    expect(screen.text, 'nothing is there that was loaded last').not.to.include('loaded last');
    network.mend();
    await screen.press('Try again');
    await screen.sees('Pump station');
    expect(screen.text).not.to.include('Line 4 retrofit');
  });

  it('says no more that the service did not answer once it does', async () => {
    const world = await World.create();
    await world.addDraft(world.seller);
    const { screen, network } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.row('Line 4 retrofit');
    network.cut();
    for (let time = 0; time < 2; time++) {
      await screen.pressRow('Line 4 retrofit');
      await screen.sees('The service did not answer. Check your connection and try again.');
    }
    await screen.sees('The service does not answer');
    network.mend();
    await screen.press('Try again');
    await screen.loses('The service did not answer.');
    await screen.row('Line 4 retrofit');
  });

  it('calls a draft without a name what it is', async () => {
    const world = await World.create();
    await world.call(world.seller, 'POST', '/v1/deals', { note: 'Ask for Maria' });
    const { screen } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.sees('Untitled');
  });

  it('shows the columns that the page chose, in that order', async () => {
    await world.addApproved(world.seller);
    const { screen, portal } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.sees('1 deal');
    screen.widget.style.inlineSize = '1000px';
    const heads = () => screen.all('[role=columnheader]').map((head) => head.innerText.trim());
    await screen.until(() => heads().join() === 'Deal,Review,Stage,Value,Protection', 'What concerns a seller');
    screen.widget.setAttribute('columns', 'name value protection nonsense partner');
    await screen.until(() => heads().join() === 'Deal,Value,Protection,Partner', 'The page\'s own');
    await screen.until(() => /Line 4 retrofit.*€12,500.*Nordwind/.test(screen.rows[0]!), 'So do the rows');
    await expectAccessible(portal);
    screen.widget.setAttribute('columns', 'nonsense');
    await screen.until(() => heads().length === 6, 'Names that are none are all');
  });

  it('asks the vendor for a reason to reject, and tells it to the seller', async () => {
    await world.addSubmitted(world.seller);
    const { screen, portal } = await openPage(world, world.manager, 'prm-deal-list');
    await screen.pressRow('Line 4 retrofit');
    await screen.press('Reject');
    await screen.field('Reason');
    await screen.press('Reject');
    await screen.until(async () => (await screen.errorOf('Reason')) === 'Fill this in.', 'The reason is asked for');
    await expectAccessible(portal);
    await screen.choose('Reason', 'Not enough information');
    await screen.press('Reject');
    await screen.sees('“Line 4 retrofit” is rejected.');
  });

  it('keeps the reason when rejecting fails', async () => {
    await world.addSubmitted(world.seller);
    const { screen, network } = await openPage(world, world.manager, 'prm-deal-list');
    await screen.pressRow('Line 4 retrofit');
    await screen.press('Reject');
    await screen.choose('Reason', 'Other');
    network.break('/reject', { methods: ['POST'] });
    await screen.press('Reject');
    await screen.sees('Something went wrong on our side.');
    expect((await screen.field('Reason') as HTMLSelectElement).value).to.equal('other');
    network.mend();
    await screen.press('Reject');
    await screen.sees('is rejected.');
  });

  it('keeps the step that is being taken where the deal cannot be read anew', async () => {
    const deal = await world.addSubmitted(world.seller);
    const { screen, network } = await openPage(world, world.manager, 'prm-deal-list', { pollInterval: 200 });
    await screen.pressRow('Line 4 retrofit');
    await screen.press('Reject');
    await screen.choose('Reason', 'Other');
    network.break(`/v1/deals/${deal.id}`);
    const before = network.asked.length;
    await world.addSubmitted(world.seller, { name: 'Harbour silo' });
    await screen.until(() => network.asked.slice(before).some((one) => one.endsWith(deal.id)), 'It is read anew');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await screen.field('Reason') as HTMLSelectElement).value).to.equal('other');
  });

  it('shows the deal that was opened last, however late another comes', async () => {
    const late = await world.addDraft(world.seller);
    await world.addDraft(world.seller, { name: 'Harbour silo' });
    const { screen, network } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.row('Harbour silo');
    const { release } = network.hold(`/v1/deals/${late.id}`);
    await screen.pressRow('Line 4 retrofit');
    await screen.press('Close');
    await screen.pressRow('Harbour silo');
    await screen.until(() => screen.all('dialog h2')[0]?.innerText === 'Harbour silo', 'It is shown');
    release();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(screen.all('dialog h2')[0]!.innerText).to.equal('Harbour silo');
  });

  it('gives the focus back to what opened a menu, the filters or a step', async () => {
    await world.addSubmitted(world.seller);
    const { screen } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.row('Line 4 retrofit');
    const isOn = (name: string) => screen.until(() => screen.focused?.getAttribute('aria-label') === name || screen.focused?.innerText.trim() === name, `The focus is on “${name}”`);
    const goesBack = async (name: string) => {
      (await screen.button(name)).focus();
      await sendKeys({ press: 'Enter' });
      await screen.until(() => screen.focused?.closest(':popover-open'), 'The focus is in what was opened');
      await sendKeys({ press: 'Escape' });
      await isOn(name);
    };
    await goesBack('Export');
    await goesBack('Filter and sort');
    await screen.pressRow('Line 4 retrofit');
    await goesBack('More actions');
    await sendKeys({ press: 'Enter' });
    await screen.until(() => screen.focused?.matches('[role=menuitem]'), 'The menu is open');
    const [withdraw] = screen.all('[role=menuitem]').filter((item) => item.innerText.startsWith('Withdraw'));
    withdraw!.click();
    await screen.sees('Back Withdraw');
  });

  it('asks the vendor for how many days an approval protects', async () => {
    await world.addSubmitted(world.seller);
    const { screen, network } = await openPage(world, world.manager, 'prm-deal-list');
    await screen.pressRow('Line 4 retrofit');
    await screen.press('Approve');
    await screen.fill('Protection in days', '');
    await screen.press('Approve');
    await screen.until(async () => (await screen.errorOf('Protection in days')) === 'Fill this in.', 'The days are asked for');
    expect(network.asked.filter((asked) => asked.endsWith('/approve'))).to.deep.equal([]);
  });

  it('opens the deal that the page names, with its products whole however much there is to read', async () => {
    const { id } = await world.addSubmitted(world.seller, {
      value: undefined, note: 'Long to read. '.repeat(200), lines: [{ description: 'Commissioning', quantity: '2', unitPrice: '450.00' }],
    });
    const { screen } = await openPage(world, world.seller, 'prm-deal-list');
    screen.widget.setAttribute('deal-id', id);
    await screen.sees('Commissioning');
    const table = screen.all('table')[0]!;
    expect(table.parentElement!.clientHeight).to.be.at.least(table.offsetHeight);
  });

  it('takes no step that the page forbids', async () => {
    await world.addDraft(world.seller);
    const { screen, portal, network } = await openPage(world, world.seller, 'prm-deal-list');
    portal.addEventListener('prm-deal-step', (event) => event.preventDefault());
    await screen.pressRow('Line 4 retrofit');
    await screen.press('Submit for review');
    expect(network.asked.filter((asked) => asked.endsWith('/submit'))).to.deep.equal([]);
  });

  it('shows what one widget changes in another, and what other people change, without a reload', async () => {
    await world.addDraft(world.seller);
    const { screens: [one, other] } = await openPage(world, world.seller, ['prm-deal-list', 'prm-deal-list']);
    const { screen: admins } = await openPage(world, world.admin, 'prm-deal-list', { pollInterval: 200 });
    await admins.sees('Draft');
    await other!.sees('Draft');
    await one!.pressRow('Line 4 retrofit');
    await one!.press('Submit for review');
    await other!.sees('Submitted');
    await admins.sees('Submitted');
  });

  it('opens the form for a new deal and with a draft, unless the page shows its own', async () => {
    await world.addDraft(world.seller);
    const { screen, portal } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.press('Register deal');
    const form = () => screen.widget.shadowRoot!.querySelector('prm-deal-registration')!;
    await screen.until(form, 'The form stands in the dialog');
    const inside = new Screen(form() as never);
    const customer = await inside.field('Customer');
    await inside.until(() => inside.focused === customer, 'The focus is in its first field');
    await expectAccessible(portal);
    await screen.press('Close');
    await screen.pressRow('Line 4 retrofit');
    await screen.press('Edit');
    await screen.until(form, 'The form stands in the dialog');
    const draft = new Screen(form() as never);
    await draft.until(async () => (await draft.field('Deal name')).value === 'Line 4 retrofit', 'It holds the draft');
    await screen.press('Close');
    const asked: (string | undefined)[] = [];
    portal.addEventListener('prm-deal-form', (event) => {
      event.preventDefault();
      asked.push(event.dealId);
    });
    await screen.press('Register deal');
    expect(asked).to.deep.equal([undefined]);
    expect(form()).to.equal(null);
  });
});

describe('what narrows the deal list', () => {
  let world: World;
  before(async () => {
    world = await World.create(atOnce);
    await world.addApproved(world.seller, { name: 'Alpha', value: { amount: 90_000, currency: 'EUR' } });
    await world.addDraft(world.seller, { name: 'Beta', value: { amount: 500_000, currency: 'EUR' } });
    await world.addDraft(world.seller, { name: 'Gamma', value: { amount: 100, currency: 'EUR' } });
  });

  it('are words and the usual reviews, and it offers to show all', async () => {
    const { screen } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.sees('3 deals');
    await screen.choose('Approved');
    await screen.sees('1 deal');
    await screen.row('Alpha');
    await screen.fill('Search deals', 'bet');
    await screen.sees('Nothing matches');
    await screen.press('Show all');
    await screen.sees('3 deals');
  });

  it('are stage, protection and each review, kept under a name and forgotten again', async () => {
    const { screen, portal } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.sees('3 deals');
    await screen.press('Filter and sort');
    await screen.choose('Protected');
    await screen.sees('1 deal');
    await expectAccessible(portal);
    await screen.press('Save filters');
    await screen.until(async () => (await screen.errorOf('Keep these filters as')) === 'Fill this in.', 'A name is asked for');
    await screen.fill('Keep these filters as', 'Ours alone');
    await screen.press('Save filters');
    await screen.sees('“Ours alone” is saved.');

    const { screen: later } = await openPage(world, world.seller, 'prm-deal-list');
    await later.sees('3 deals');
    await later.press('Filter and sort');
    await later.press('Ours alone');
    await later.sees('1 deal');
    await later.press('Forget “Ours alone”');
    await later.sees('is forgotten.');
  });

  it('are what an export holds', async () => {
    const { screen, network } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.sees('3 deals');
    await screen.choose('Approved');
    await screen.sees('1 deal');
    const saved: [name: string, text: Promise<string>][] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push([this.download, fetch(this.href).then((answer) => answer.text())]);
    };
    try {
      await screen.press('Export');
      await screen.press('Export as CSV');
      await screen.sees('The file is on its way to your downloads.');
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved.map(([name]) => name)).to.deep.equal(['Deals.csv']);
    const text = await saved[0]![1];
    expect(text).to.include('Alpha').and.not.include('Beta');
    expect(network.asked).to.include('GET /v1/deals/export');
  });

  it('are put in order by a head or by choice', async () => {
    const { screen } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.sees('3 deals');
    const order = (names: string) => screen.until(() => screen.rows.map((row) => row.split(' ')[0]).join() === names, `They stand as ${names}`);
    await screen.press('Value');
    await order('Beta,Alpha,Gamma');
    await screen.press('Deal');
    await order('Alpha,Beta,Gamma');
  });
});
