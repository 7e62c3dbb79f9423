import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DealSubmittedEvent } from '../../../src/components/index.js';
import { expectAccessible } from '../accessible.js';
import { setOnline } from '../network.js';
import { openPage } from '../page.js';
import type { Screen } from '../screen.js';
import { World } from '../world.js';

/** Fills the form; a customer whose name is not there is new. */
const fillAll = async (screen: Screen, customer = 'brück') => {
  await screen.fill('Customer', customer);
  await screen.until(() => screen.all('[role=option]').length > 0, 'The customer is offered');
  screen.all('[role=option]')[0]!.click();
  await screen.fill('Deal name', 'Line 4 retrofit');
  await screen.fill('Expected value', '12,500.50');
  await screen.fill('Expected close', '2030-03-31');
};

describe('the deal registration', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.create();
    await world.addCustomer(world.seller);
  });

  it('is filled and submitted by keyboard alone, and says what happens next', async () => {
    const { screen, portal } = await openPage(world, world.seller, 'prm-deal-registration');
    (await screen.field('Customer')).focus();
    await sendKeys({ type: 'brück' });
    await screen.until(() => screen.all('[role=option]').length === 2, 'The customer is offered');
    await expectAccessible(portal);
    await sendKeys({ press: 'Enter' });
    await screen.until(async () => (await screen.field('Customer')).value === 'Brückner Maschinenbau', 'The customer is chosen');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Line 4 retrofit' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: '12,500.50' });
    await screen.fill('Expected close', '2030-03-31');
    (await screen.field('Deal name')).focus();
    const submitted = oneEvent(portal, 'prm-deal-submitted') as Promise<unknown> as Promise<DealSubmittedEvent>;
    await sendKeys({ press: 'Enter' });
    expect((await submitted).deal.value).to.deep.equal({ amount: 1_250_050, currency: 'EUR' });
    await screen.sees('“Line 4 retrofit” is registered The vendor decides by');
    await screen.until(() => screen.focused?.innerText.trim() === 'Register another', 'The focus is on what comes next');
    await expectAccessible(portal);
  });

  it('leads the focus to a product that is added, and back when it is taken away', async () => {
    const { screen } = await openPage(world, world.seller, 'prm-deal-registration');
    await screen.press('Add product');
    await screen.until(() => screen.focused?.id === 'line-0-product', 'The focus is on the new line');
    await screen.press('Remove product 1');
    await screen.until(() => screen.focused?.innerText.trim() === 'Add product', 'The focus is where another is added');
  });

  it('is there before the drafts that wait, and does not move when they come', async () => {
    await world.addDraft(world.seller, { name: 'Spare parts' });
    let held!: { release: () => void };
    const { screen } = await openPage(world, world.seller, 'prm-deal-registration', { before: (network) => (held = network.hold('/v1/deals')) });
    const { top } = (await screen.field('Customer')).getBoundingClientRect();
    held.release();
    await screen.until(() => screen.all('[popovertarget=drafts]').length === 1, 'The drafts are offered');
    expect((await screen.field('Customer')).getBoundingClientRect().top).to.equal(top);
  });

  it('takes the first customer that is found for who types a name and Enter in one go', async () => {
    const { screen } = await openPage(world, world.seller, 'prm-deal-registration');
    const input = await screen.field('Customer');
    input.value = 'brück';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true });
    input.dispatchEvent(enter);
    expect(enter.defaultPrevented, 'the form is not sent').to.equal(true);
    await screen.until(() => input.value === 'Brückner Maschinenbau', 'The customer is chosen');
    expect(screen.all('[role=option]')).to.have.length(0);
  });

  it('says what is wrong with a field as soon as it is left, and keeps what was typed', async () => {
    const { screen } = await openPage(world, world.seller, 'prm-deal-registration');
    const cases = [
      ['Deal name', 'x'.repeat(201), 'Too long: at most 200 characters.'], ['Expected value', '12 million', 'Enter an amount, such as 12,500.50.'],
      ['Expected value', '99999999999999', 'Enter an amount, such as 12,500.50.'],
    ] as const;
    for (const [label, text, sentence] of cases) {
      await screen.fill(label, text);
      (await screen.field('Customer')).focus();
      await screen.until(async () => (await screen.errorOf(label)) === sentence, `It says “${sentence}”`);
      expect((await screen.field(label)).value).to.equal(text);
    }
  });

  it('says what is missing beside each field, and leads to the first', async () => {
    const { screen, portal } = await openPage(world, world.seller, 'prm-deal-registration');
    await screen.press('Register deal');
    await screen.until(async () => (await screen.errorOf('Deal name')) === 'Fill this in.', 'The name is asked for');
    await screen.until(() => screen.focused?.id === 'customer', 'The focus is on the first');
    await expectAccessible(portal);
    await screen.fill('Expected value', 'a lot');
    await screen.press('Register deal');
    await screen.until(async () => (await screen.errorOf('Expected value')).startsWith('Enter an amount'), 'The amount is asked for');
  });

  it('keeps a draft over a reload, here and at the service', async () => {
    const { screen, portal } = await openPage(world, world.seller, 'prm-deal-registration');
    await screen.fill('Deal name', 'Half typed');
    await screen.sees('Draft saved');
    portal.remove();
    const { screen: later, client } = await openPage(world, world.seller, 'prm-deal-registration');
    await later.until(async () => (await later.field('Deal name')).value === 'Half typed', 'What was typed is there');
    expect((await client.deals.list()).data.map(({ name, review }) => `${name} ${review}`)).to.deep.equal(['Half typed draft']);
  });

  it('looks again for a customer where the search was lost, and calls nobody new meanwhile', async () => {
    const { screen, network } = await openPage(world, world.seller, 'prm-deal-registration');
    await screen.field('Customer');
    network.cut();
    await screen.fill('Customer', 'brück');
    await screen.until(() => screen.all('[role=option]').length === 1, 'It can be added');
    expect(screen.all('[role=option][aria-selected=true]'), 'but not by Enter').to.have.length(0);
    network.mend();
    setOnline(true);
    await screen.until(() => screen.all('[role=option]').length === 2, 'It is found');
    expect(screen.all('[role=option]')[0]!.innerText).to.include('Brückner Maschinenbau');
  });

  it('keeps a draft that nobody would know again on the device, until it has a name', async () => {
    const { screen, client } = await openPage(world, world.seller, 'prm-deal-registration');
    await screen.fill('Anything we should know', 'Ask for Maria');
    await screen.sees('Draft kept on this device');
    // Longer than the pause after which a draft is saved.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect((await client.deals.list()).data).to.deep.equal([]);
    await screen.fill('Deal name', 'Pump station');
    await screen.sees('Draft saved');
    expect((await client.deals.list()).data.map(({ name }) => name)).to.deep.equal(['Pump station']);
  });

  it('keeps what was typed when submitting fails, and submits once when tried again', async () => {
    const { screen, network, client } = await openPage(world, world.seller, 'prm-deal-registration');
    await fillAll(screen);
    network.break('/submit', { methods: ['POST'] });
    await screen.press('Register deal');
    await screen.sees('Something went wrong on our side.');
    expect((await screen.field('Deal name')).value).to.equal('Line 4 retrofit');
    network.mend();
    await screen.press('Register deal');
    await screen.sees('is registered');
    expect((await client.deals.list()).data).to.have.length(1);
  });

  it('adds a customer that is not there yet inside the same form, and registers the deal of it', async () => {
    const { screen, portal, client } = await openPage(world, world.seller, 'prm-deal-registration');
    await fillAll(screen, 'Hafenwerft');
    await screen.sees('“Hafenwerft” is new');
    await screen.fill('Web domain', 'not a domain');
    await screen.choose('Country', 'Germany');
    await expectAccessible(portal);
    await screen.press('Register deal');
    await screen.until(async () => (await screen.errorOf('Web domain')) !== '', 'The domain is refused');
    await screen.fill('Web domain', 'hafenwerft.example');
    await screen.press('Register deal');
    await screen.sees('is registered');
    const { data: [customer] } = await client.customers.list({ search: 'hafen' });
    expect(customer).to.include({ name: 'Hafenwerft', domain: 'hafenwerft.example', country: 'DE' });
    expect((await client.deals.list()).data[0]!.customer!.id).to.equal(customer!.id);
  });

  it('hints at an own customer that may be the same as the new one', async () => {
    const { screen } = await openPage(world, world.seller, 'prm-deal-registration');
    await screen.fill('Customer', 'Brückner GmbH');
    await screen.sees('Add “Brückner GmbH” as a new customer');
    screen.all('[role=option]').at(-1)!.click();
    await screen.sees('Among your customers there is already: Brückner Maschinenbau');
    await screen.press('Take “Brückner Maschinenbau”');
    await screen.until(async () => (await screen.field('Customer')).value === 'Brückner Maschinenbau', 'It is taken');
    await screen.loses('is new');
  });

  it('reads amounts as the reader writes them', async () => {
    const { screen, client } = await openPage(world, world.seller, 'prm-deal-registration', { locale: 'de' });
    await screen.fill('Name des Deals', 'Umbau');
    await screen.fill('Erwarteter Wert', '12.500,50');
    await screen.until(async () => (await client.deals.list()).data[0]?.value?.amount === 1_250_050, 'The draft has the value');
  });

  it('takes nothing away from a draft at the service for what cannot be read yet', async () => {
    const { id: productId } = await world.call(undefined, 'POST', '/v1/products', { name: 'Pump P40' });
    const lines = [{ productId, quantity: '2', unitPrice: '500' }];
    const cases = [[await world.addDraft(world.seller, { lines }), 'Quantity', '2 pcs'], [await world.addDraft(world.seller), 'Expected value', '12 million']] as const;
    const { screen, client } = await openPage(world, world.seller, 'prm-deal-registration');
    await screen.field('Deal name');
    for (const [{ id }, label, text] of cases) {
      const before = await client.deals.read(id);
      screen.widget.setAttribute('deal-id', id);
      await screen.fill(label, text);
      await screen.fill('Deal name', `With ${text}`);
      await screen.until(async () => (await client.deals.read(id)).name === `With ${text}`, 'The rest is saved');
      const { name, lines: kept, value } = await client.deals.read(id);
      expect({ name, kept, value }).to.deep.equal({ name: `With ${text}`, kept: before.lines, value: before.value });
      expect((await screen.field(label)).value).to.equal(text);
    }
  });

  it('shows in the list what it registers', async () => {
    const { screens: [form, list] } = await openPage(world, world.seller, ['prm-deal-registration', 'prm-deal-list']);
    await fillAll(form!);
    await form!.press('Register deal');
    await list!.row('Line 4 retrofit');
    await list!.sees('Submitted');
  });
});
