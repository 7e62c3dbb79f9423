import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CustomerSavedEvent } from '../../../src/components/index.js';
import { expectAccessible } from '../accessible.js';
import { openPage, type PageOptions } from '../page.js';
import { World } from '../world.js';

const three = [
  { name: 'Brückner Maschinenbau', city: 'Leipzig', lifecycle: 'sold' },
  { name: 'Ålesund Verft', city: 'Ålesund', lifecycle: 'engaged' },
  { name: 'Zellstoff Nord', city: 'Kiel', lifecycle: 'sold' },
];

async function setup(customers: Record<string, unknown>[] = three, options: PageOptions = {}) {
  const world = await World.create();
  for (const values of customers) await world.addCustomer(world.seller, values);
  const page = await openPage(world, world.seller, 'prm-customer-list', options);
  if (!options.before) await page.screen.sees(options.locale === 'de' ? 'Kunden' : 'customers');
  return { world, ...page };
}

describe('the customer list', () => {
  it('says what an empty list is for, and offers the first step', async () => {
    const { screen, portal } = await setup([]);
    await screen.sees('No customers yet');
    await screen.button('Add customer');
    await expectAccessible(portal);
  });

  it('shows a seller the own customers and no colleague\'s or rival\'s', async () => {
    const { world, screen } = await setup();
    await world.addCustomer(world.colleague, { name: 'Colleague AG' });
    await world.addCustomer(world.rival, { name: 'Rival AG' });
    const { screen: again } = await openPage(world, world.seller, 'prm-customer-list');
    await again.sees('3 customers');
    expect(again.text).not.to.match(/Colleague AG|Rival AG/);
    expect(screen.rows).to.have.length(3);
  });

  it('shows the columns that the page chose, in that order, and the first of them where there is little room', async () => {
    const { screen, portal } = await setup();
    const heads = () => screen.all('[role=columnheader]').map((head) => head.innerText.trim());
    expect(heads()).to.deep.equal(['Company', 'City', 'Lifecycle', 'Kept by', 'Changed']);
    screen.widget.setAttribute('columns', 'lifecycle, name nonsense city');
    await screen.until(() => heads().join() === 'Lifecycle,Company,City', 'What there is stands in that order');
    await screen.sees('Sold Brückner Maschinenbau Leipzig');
    await expectAccessible(portal);
    await screen.press('City');
    await screen.until(() => screen.rows[1]?.includes('Kiel'), 'Sorted by what it is called');
    Object.assign(screen.widget, { columns: ['updated', 'owner', 'name', 'city'] });
    await screen.until(() => heads().join() === 'Changed,Kept by,Company,City', 'As a property too');
    screen.widget.style.inlineSize = '400px';
    await screen.until(() => heads().join() === 'Changed,Kept by', 'The last give way');
    Object.assign(screen.widget, { columns: undefined });
    await screen.until(() => heads().join() === 'Company,City', 'And back');
  });

  it('finds words by their beginnings, and says when nothing matches', async () => {
    const { screen, portal } = await setup();
    await screen.fill('Search customers', 'masch');
    await screen.sees('1 customer');
    expect(screen.rows[0]).to.include('Brückner Maschinenbau');
    await screen.fill('Search customers', 'aschinen');
    await screen.sees('Nothing matches');
    await expectAccessible(portal);
    await screen.press('Show all');
    await screen.sees('3 customers');
    expect((await screen.field('Search customers')).value).to.equal('');
    await screen.fill('Search customers', 'aschinen');
    await screen.sees('Nothing matches');
  });

  it('takes no letter away while somebody types and the list refreshes', async () => {
    const { screen, client } = await setup();
    await screen.fill('Search customers', 'masch ');
    await screen.sees('1 customer');
    await client.customers.create({ name: 'Maschinenring Süd' });
    await screen.sees('2 customers');
    expect((await screen.field('Search customers')).value).to.equal('masch ');
    const field = await screen.field('Search customers');
    field.value = 'zell';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    screen.widget.requestUpdate();
    await screen.widget.updateComplete;
    expect(field.value).to.equal('zell');
    await screen.sees('1 customer');
  });

  it('sorts by a column, forth and back', async () => {
    const { screen } = await setup();
    const order = () => screen.rows.map((row) => row.split(' ')[0]!);
    expect(order()).to.deep.equal(['Ålesund', 'Brückner', 'Zellstoff']);
    await screen.press('City');
    await screen.until(() => order().join() === 'Ålesund,Zellstoff,Brückner', 'It is sorted by city');
    await screen.press('City');
    await screen.until(() => order().join() === 'Brückner,Zellstoff,Ålesund', 'It is sorted backwards');
    expect(screen.all('[aria-sort=descending]')).to.have.length(1);
    expect((await screen.button('City')).matches(':focus'), 'keeps the focus').to.equal(true);
  });

  it('filters by lifecycle', async () => {
    const { screen } = await setup();
    await screen.choose('Lifecycle', 'Sold');
    await screen.sees('2 customers');
    await screen.choose('Lifecycle', 'Re-engaged');
    await screen.sees('Nothing matches');
  });

  it('opens one by keyboard and gives the focus back', async () => {
    const { screen, portal } = await setup([{ ...three[0], phone: '+49 341 12345', domain: 'brueckner.example', contacts: [{ name: 'Ilse Brückner', email: 'ilse@brueckner.example', title: 'CTO' }] }]);
    const row = screen.all('.list-body > [role=row]')[0]!;
    row.focus();
    await sendKeys({ press: 'Enter' });
    await screen.sees('Ilse Brückner CTO');
    expect(screen.text).to.include('+49 341 12345');
    await expectAccessible(portal);
    await sendKeys({ press: 'Escape' });
    await screen.sees('1 customer');
    await screen.until(() => screen.focused === row, 'The focus is back on the row');
  });

  it('shows the customer that was opened last, however late another comes', async () => {
    const { client, screen, network } = await setup();
    const [late] = (await client.customers.list({ search: 'Brückner' })).data;
    const { release } = network.hold(`/v1/customers/${late!.id}`);
    await screen.pressRow('Brückner');
    await screen.press('Close');
    await screen.pressRow('Zellstoff');
    const shown = () => screen.all('dialog h2')[0]?.innerText;
    await screen.until(() => shown() === 'Zellstoff Nord', 'It is shown');
    release();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(shown()).to.equal('Zellstoff Nord');
  });

  it('adds one, tells the page, and shows it', async () => {
    const { screen, portal } = await setup();
    await screen.press('Add customer');
    await screen.fill('Company name', 'Hafenwerft Kiel');
    await screen.fill('City', 'Kiel');
    await screen.choose('Country', 'Germany');
    await screen.press('Add contact');
    await screen.fill('Name', 'Jens Petersen');
    await expectAccessible(portal);
    const saved = oneEvent(portal, 'prm-customer-saved') as Promise<unknown> as Promise<CustomerSavedEvent>;
    await screen.press('Add customer');
    expect((await saved).customer.contacts[0]!.name).to.equal('Jens Petersen');
    await screen.sees('“Hafenwerft Kiel” is added.');
    await screen.sees('4 customers');
    await screen.row('Hafenwerft Kiel Kiel');
  });

  it('says what is wrong beside the field and leads there', async () => {
    const { screen, portal } = await setup();
    await screen.press('Add customer');
    await screen.fill('City', 'Kiel');
    await screen.press('Add customer');
    await screen.until(async () => (await screen.errorOf('Company name')) === 'Fill this in.', 'The name is asked for');
    await screen.until(() => screen.focused?.id === 'customer-name', 'The focus is there');
    await expectAccessible(portal);
    await screen.fill('Company name', 'H');
    expect(await screen.errorOf('Company name')).to.equal('');
  });

  it('keeps what was typed when saving fails, and over a reload', async () => {
    const { world, screen, portal, network } = await setup();
    await screen.press('Add customer');
    await screen.fill('Company name', 'Hafenwerft Kiel');
    network.break('/v1/customers', { methods: ['POST'] });
    await screen.press('Add customer');
    await screen.sees('Something went wrong on our side.');
    expect((await screen.field('Company name')).value).to.equal('Hafenwerft Kiel');
    await expectAccessible(portal);
    portal.remove();

    const { screen: later } = await openPage(world, world.seller, 'prm-customer-list');
    await later.press('Add customer');
    await later.sees('What you typed last time is back.');
    expect((await later.field('Company name')).value).to.equal('Hafenwerft Kiel');
    await later.press('Discard it');
    expect((await later.field('Company name')).value).to.equal('');
  });

  it('says that somebody else changed it meanwhile, and saves over it only when asked again', async () => {
    const { world, screen, portal, client } = await setup([three[0]!]);
    await screen.pressRow('Brückner');
    await screen.press('Edit');
    await screen.fill('City', 'Halle');
    const { data: [row] } = await client.customers.list();
    await world.call(world.admin, 'PATCH', `/v1/customers/${row!.id}`, { city: 'Dresden' }, { 'if-match': `"${row!.version}"` });
    await screen.press('Save');
    await screen.sees('Somebody changed this meanwhile. Yours is kept below');
    expect((await screen.field('City')).value).to.equal('Halle');
    await expectAccessible(portal);
    await screen.press('Save');
    await screen.sees('“Brückner Maschinenbau” is saved.');
    expect((await client.customers.read(row!.id)).city).to.equal('Halle');
  });

  /** Types a city, and lets the page go; meanwhile somebody else changes the same customer. */
  async function leaveTyped(change: Record<string, unknown>) {
    const { world, screen, portal, client } = await setup([{ ...three[0], contacts: [{ name: 'Ilse Brückner' }] }]);
    await screen.pressRow('Brückner');
    await screen.press('Edit');
    await screen.fill('City', 'Halle');
    portal.remove();
    const { data: [row] } = await client.customers.list();
    await world.call(world.admin, 'PATCH', `/v1/customers/${row!.id}`, change, { 'if-match': `"${row!.version}"` });
    const open = async () => {
      const page = await openPage(world, world.seller, 'prm-customer-list');
      await page.screen.pressRow('Brückner');
      await page.screen.press('Edit');
      await page.screen.sees('What you typed last time is back.');
      expect((await page.screen.field('City')).value).to.equal('Halle');
      return page;
    };
    return { open, read: () => client.customers.read(row!.id) };
  }

  it('lays what was typed last time over what others changed since, and takes nothing of it away', async () => {
    const { open, read } = await leaveTyped({ industry: 'Machines', contacts: [{ name: 'Ilse Brückner' }, { name: 'Jens Petersen' }] });
    const { screen } = await open();
    expect((await screen.field('Industry')).value).to.equal('Machines');
    expect(screen.text).not.to.include('Somebody changed this meanwhile');
    await screen.press('Save');
    await screen.sees('“Brückner Maschinenbau” is saved.');
    const { city, industry, contacts } = await read();
    expect({ city, industry, contacts: contacts.map(({ name }) => name) }).to.deep.equal({ city: 'Halle', industry: 'Machines', contacts: ['Ilse Brückner', 'Jens Petersen'] });
  });

  it('says so when what was typed last time is what somebody else changed since, as often as it is opened', async () => {
    const { open } = await leaveTyped({ city: 'Dresden' });
    const { screen, portal } = await open();
    await screen.sees('Somebody changed this meanwhile. Yours is kept below');
    await screen.fill('Industry', 'Machines');
    portal.remove();
    const { screen: later } = await open();
    await later.sees('Somebody changed this meanwhile. Yours is kept below');
    expect((await later.field('Industry')).value).to.equal('Machines');
  });

  it('shows what another person changed, without a reload', async () => {
    const { world, screen } = await setup(three, { pollInterval: 200 });
    await world.addCustomer(world.seller, { name: 'Nachzügler GmbH' });
    await screen.sees('4 customers');
    await screen.row('Nachzügler');
  });

  it('shows the vendor whose customers they are, and offers to add none', async () => {
    const { world } = await setup();
    const { screen, portal } = await openPage(world, world.manager, 'prm-customer-list');
    await screen.sees('3 customers');
    expect(screen.rows[0]).to.include('Nordwind');
    expect(screen.all('button').some((button) => button.innerText === 'Add customer')).to.equal(false);
    await expectAccessible(portal);
  });
});

describe('a customer list of 5,000', () => {
  let world: World;
  before(async function () {
    this.timeout(60_000);
    world = await World.create();
    await world.importRows('partners', [{ key: 'big', name: 'Big Partner', kind: 'reseller' }]);
    await world.importRows('customers', Array.from({ length: 5_000 }, (_, at) => ({ key: `c${at}`, name: `Customer ${String(at).padStart(4, '0')}`, partnerKey: 'big', city: `City ${at % 50}` })));
  });

  it('keeps few rows in the page, and shows the last one after a jump to the end', async () => {
    const { screen } = await openPage(world, world.manager, 'prm-customer-list');
    await screen.sees('5,000 customers');
    const grid = screen.all('[role=grid]')[0]!;
    expect(grid.getAttribute('aria-rowcount')).to.equal('5001');
    grid.scrollTop = grid.scrollHeight;
    await screen.until(() => screen.rows.some((row) => row.startsWith('Customer 4999')), 'The last row is there');
    expect(screen.widget.shadowRoot!.querySelectorAll('[role=row]').length).to.be.below(60);
  });

  it('is walked through by keyboard', async () => {
    const { screen } = await openPage(world, world.manager, 'prm-customer-list');
    await screen.sees('5,000 customers');
    screen.all('.list-body > [role=row]')[0]!.focus();
    await sendKeys({ press: 'End' });
    await screen.until(() => screen.focused?.innerText.startsWith('Customer 4999'), 'The last row has the focus');
    await sendKeys({ press: 'Home' });
    await screen.until(() => screen.focused?.innerText.startsWith('Customer 0000'), 'The first row has the focus');
  });

  it('says so when rows on the way cannot be had, and fetches them when asked', async () => {
    const { screen, portal, network } = await openPage(world, world.manager, 'prm-customer-list');
    await screen.sees('5,000 customers');
    network.break('/v1/customers');
    const grid = screen.all('[role=grid]')[0]!;
    grid.scrollTop = grid.scrollHeight / 2;
    await screen.sees('Some of this could not be loaded.');
    await expectAccessible(portal);
    network.mend();
    await screen.press('Try again');
    await screen.until(() => screen.rows.some((row) => /^Customer 2[45]/.test(row)), 'The rows are there');
    await screen.loses('Some of this could not be loaded.');
  });
});
