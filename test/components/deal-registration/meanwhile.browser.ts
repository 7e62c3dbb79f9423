import { expect } from '@open-wc/testing';
import { expectAccessible } from '../accessible.js';
import { openPage } from '../page.js';
import { atOnce, World, type Person } from '../world.js';

describe('a draft that was changed elsewhere meanwhile', () => {
  let world: World;
  let draft: { id: string };
  const other = async (person: Person, change: Record<string, unknown>) => {
    const { version } = await world.call(person, 'GET', `/v1/deals/${draft.id}`);
    await world.call(person, 'PATCH', `/v1/deals/${draft.id}`, change, { 'if-match': `"${version}"` });
  };
  const open = async (options = {}) => {
    const page = await openPage(world, world.seller, 'prm-deal-registration', options);
    page.screen.widget.setAttribute('deal-id', draft.id);
    await page.screen.until(async () => (await page.screen.field('Deal name')).value === 'Line 4 retrofit', 'The draft is open');
    return page;
  };
  beforeEach(async () => {
    world = await World.create(atOnce);
    draft = await world.addDraft(world.seller);
  });

  it('takes over what only the other side changed, keeps what only this side did, and says who it was', async () => {
    const { screen, portal, client } = await open();
    await other(world.admin, { closeOn: '2030-06-30' });
    await screen.fill('Deal name', 'Line 5 retrofit');
    await screen.sees('Ada Admin changed meanwhile: Expected close.');
    await expectAccessible(portal);
    expect((await screen.field('Expected close')).value).to.equal('2030-06-30');
    await screen.sees('Draft saved');
    expect(await client.deals.read(draft.id)).to.include({ name: 'Line 5 retrofit', closeOn: '2030-06-30' });
    await screen.press('All right');
    await screen.loses('changed meanwhile');
  });

  it('asks which stays of what both changed, and sends nothing before that', async () => {
    const { screen, portal, client } = await open();
    await other(world.admin, { name: 'Theirs' });
    await screen.fill('Deal name', 'Mine');
    await screen.sees('Ada Admin changed the same as you. Choose what stays.');
    await screen.sees('Yours: “Mine” The other: “Theirs”');
    await expectAccessible(portal);
    await screen.press('Register deal');
    expect((await client.deals.read(draft.id)).name).to.equal('Theirs');
    await screen.choose('The other: “Theirs”');
    await screen.press('Keep these');
    await screen.until(async () => (await screen.field('Deal name')).value === 'Theirs', 'Theirs stands');
    await screen.sees('Draft saved');
  });

  it('keeps one\'s own where that is chosen', async () => {
    const { screen, client } = await open();
    await other(world.admin, { name: 'Theirs' });
    await screen.fill('Deal name', 'Mine');
    await screen.sees('Choose what stays.');
    await screen.press('Keep these');
    await screen.until(async () => (await client.deals.read(draft.id)).name === 'Mine', 'Mine is saved');
  });

  it('shows what another tab changes without being asked', async () => {
    const { screen } = await open({ pollInterval: 200 });
    await other(world.seller, { closeOn: '2030-07-31' });
    await screen.until(async () => (await screen.field('Expected close')).value === '2030-07-31', 'The day comes');
    await screen.sees('You, in another place, changed meanwhile: Expected close.');
  });

  it('is put together after a reload too', async () => {
    const { screen, portal, network } = await open();
    network.cut();
    await screen.fill('Deal name', 'Typed offline');
    await screen.sees('Draft kept on this device');
    portal.remove();
    await other(world.admin, { closeOn: '2030-06-30' });
    const { screen: later } = await openPage(world, world.seller, 'prm-deal-registration');
    later.widget.setAttribute('deal-id', draft.id);
    await later.sees('Ada Admin changed meanwhile: Expected close.');
    expect((await later.field('Deal name')).value).to.equal('Typed offline');
  });

  it('asks again after a reload where nobody has chosen yet', async () => {
    const { screen, portal, client } = await open();
    await other(world.admin, { name: 'Theirs', closeOn: '2030-06-30' });
    await screen.fill('Deal name', 'Mine');
    await screen.sees('Choose what stays.');
    portal.remove();
    const { screen: later } = await openPage(world, world.seller, 'prm-deal-registration');
    later.widget.setAttribute('deal-id', draft.id);
    await later.sees('Yours: “Mine” The other: “Theirs”');
    await later.fill('Anything we should know', 'Typed before choosing');
    // Longer than the pause after which a draft is saved.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await client.deals.read(draft.id)).to.include({ name: 'Theirs', note: null });
    await later.press('Keep these');
    await later.sees('Draft saved');
    expect(await client.deals.read(draft.id)).to.include({ name: 'Mine', closeOn: '2030-06-30', note: 'Typed before choosing' });
  });

  it('outlives a session that ends while one types', async () => {
    const { screen, portal } = await open();
    await screen.fill('Deal name', 'Typed before the end');
    portal.client = undefined;
    await screen.sees('The portal is not set up');
    portal.session = async () => ({ token: await world.openSession(world.seller), expiresIn: 900 });
    portal.serviceUrl = world.serviceUrl;
    await screen.sees('Deal name');
    await screen.until(async () => (await screen.field('Deal name')).value === 'Typed before the end', 'What was typed is there');
    await screen.fill('Deal name', 'Typed after it');
    await screen.until(async () => (await world.call<{ name: string }>(world.seller, 'GET', `/v1/deals/${draft.id}`)).name === 'Typed after it', 'It is saved');
  });
});

describe('a draft in whose place another one is opened', () => {
  let world: World;
  let [first, second] = [{ id: '' }, { id: '' }];
  const nameAt = async (id: string) => (await world.call<{ name: string }>(world.seller, 'GET', `/v1/deals/${id}`)).name;
  beforeEach(async () => {
    world = await World.create(atOnce);
    [first, second] = [await world.addDraft(world.seller, { name: 'First' }), await world.addDraft(world.seller, { name: 'Second' })];
  });
  const openForm = async (dealId?: string) => {
    const page = await openPage(world, world.seller, 'prm-deal-registration');
    const { screen, network } = page;
    const turnTo = async ({ id }: { id: string }, name: string) => {
      screen.widget.setAttribute('deal-id', id);
      await screen.until(async () => (await screen.field('Deal name')).value === name, `“${name}” is open`);
    };
    const isAsked = (request: string) => screen.until(() => network.asked.includes(request), `${request} is asked`);
    if (dealId) screen.widget.setAttribute('deal-id', dealId);
    await screen.until(async () => (await screen.field('Deal name')).value === (dealId ? 'First' : ''), 'The form is open');
    return { ...page, turnTo, isAsked };
  };
  const aWhile = () => new Promise((resolve) => setTimeout(resolve, 500));

  it('ends its save in itself, with all that was typed', async () => {
    const { screen, network, turnTo, isAsked } = await openForm(first.id);
    const { release } = network.hold(`/v1/deals/${first.id}`);
    await screen.fill('Deal name', 'First typed');
    await isAsked(`PATCH /v1/deals/${first.id}`);
    await screen.fill('Deal name', 'First typed on');
    await turnTo(second, 'Second');
    release();
    await screen.until(async () => (await nameAt(first.id)) === 'First typed on', 'It is saved');
    await screen.fill('Deal name', 'Second typed');
    await screen.until(async () => (await nameAt(second.id)) === 'Second typed', 'The other one is saved');
    expect(await nameAt(first.id)).to.equal('First typed on');
    await turnTo(first, 'First typed on');
    await screen.sees('Draft saved');
    expect(screen.text).not.to.include('changed meanwhile');
  });

  it('is saved at once where that had to wait', async () => {
    const { screen, turnTo } = await openForm(first.id);
    await screen.fill('Deal name', 'First typed');
    await turnTo(second, 'Second');
    await screen.until(async () => (await nameAt(first.id)) === 'First typed', 'It is saved');
  });

  it('gives what was thrown away no way back into the empty form', async () => {
    const { screen, network, client, isAsked } = await openForm();
    await screen.fill('Deal name', 'Thrown away');
    const { release } = network.hold('/v1/deals');
    await isAsked('POST /v1/deals');
    await screen.press('Start over');
    await screen.until(async () => (await screen.field('Deal name')).value === '', 'The form is empty');
    release();
    await aWhile();
    await screen.fill('Deal name', 'Another');
    const names = async () => (await client.deals.list()).data.map(({ name }) => name).sort().join();
    await screen.until(async () => (await names()) === 'Another,First,Second,Thrown away', 'It is one of its own');
  });

  it('is not submitted, and neither is the other, while its new customer is added', async () => {
    const { screen, network, client, turnTo, isAsked } = await openForm();
    await screen.fill('Customer', 'Hafenwerft');
    await screen.sees('Add “Hafenwerft” as a new customer');
    screen.all('[role=option]').at(-1)!.click();
    await screen.fill('Deal name', 'Third');
    await screen.fill('Expected value', '500');
    await screen.fill('Expected close', '2030-03-31');
    const { release } = network.hold('/v1/customers');
    await screen.press('Register deal');
    await isAsked('POST /v1/customers');
    await turnTo(second, 'Second');
    release();
    const deals = async () => (await client.deals.list()).data.map(({ name, customer, review }) => `${name} of ${customer?.name} ${review}`).sort();
    const all = ['First of Brückner Maschinenbau draft', 'Second of Brückner Maschinenbau draft', 'Third of Hafenwerft draft'];
    await screen.until(async () => (await deals()).join() === all.join(), 'The new customer is of its own deal');
    await aWhile();
    expect(await deals()).to.deep.equal(all);
    expect((await screen.field('Customer')).value).to.equal('Brückner Maschinenbau');
  });
});

describe('what the vendor asked for', () => {
  it('is all that can be changed, with the vendor\'s words on top, and is answered', async () => {
    const world = await World.create(atOnce);
    const { id } = await world.addSubmitted(world.seller);
    await world.call(world.manager, 'POST', `/v1/deals/${id}/request-action`, { note: 'Which day do you expect?', fields: ['closeOn'] });
    const { screen, portal, client } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.sees('Answer needed Answer the vendor');
    await screen.pressRow('Line 4 retrofit');
    await screen.sees('The vendor asks: Which day do you expect?');
    const { screen: form } = await openPage(world, world.seller, 'prm-deal-registration');
    form.widget.setAttribute('deal-id', id);
    await form.sees('The vendor asks: Which day do you expect?');
    expect(form.all('.section .control').map(({ id: name }) => name)).to.deep.equal(['deal-closeOn']);
    await expectAccessible(portal);
    await form.fill('Expected close', '2030-05-31');
    await form.press('Send answer');
    await form.sees('is registered');
    expect(await client.deals.read(id)).to.include({ review: 'submitted', closeOn: '2030-05-31' });
    await form.press('Register another');
    await form.until(async () => (await form.field('Deal name')).value === '', 'The form is empty');
  });
});
