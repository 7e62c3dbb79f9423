import { expect } from '@open-wc/testing';
import { expectAccessible } from '../accessible.js';
import { openPage } from '../page.js';
import { World } from '../world.js';

describe('the deal list', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.create();
  });

  it('says to a seller what an empty list is for, and to the vendor what comes there', async () => {
    const { screen, portal } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.sees('No deals yet Register the first one');
    await expectAccessible(portal);
    const { screen: vendors } = await openPage(world, world.manager, 'prm-deal-list');
    await vendors.sees('Once partners register deals, they stand here.');
  });

  it('shows a seller the own deals, an admin the company\'s, the vendor all', async () => {
    await world.addDraft(world.seller, { name: 'Own' });
    await world.addDraft(world.colleague, { name: 'Colleague\'s' });
    await world.addDraft(world.rival, { name: 'Rival\'s' });
    for (const [person, names] of [[world.seller, 'Own'], [world.admin, 'Colleague\'s,Own'], [world.manager, 'Rival\'s,Colleague\'s,Own']] as const) {
      const { screen } = await openPage(world, person, 'prm-deal-list');
      await screen.until(() => screen.rows.map((row) => row.split(' ')[0]).join() === names, `It shows ${names}`);
    }
  });

  it('lets the vendor approve, and shows the protection that began', async () => {
    await world.addSubmitted(world.seller);
    const { screen, portal } = await openPage(world, world.manager, 'prm-deal-list');
    await screen.press('Approve');
    await screen.fill('Protection in days', '30');
    await expectAccessible(portal);
    await screen.press('Approve');
    await screen.sees('“Line 4 retrofit” is approved.');
    await screen.sees('30 days left');
    await expectAccessible(portal);
  });

  it('asks the vendor for a reason to reject, and tells it to the seller', async () => {
    await world.addSubmitted(world.seller);
    const { screen, portal } = await openPage(world, world.manager, 'prm-deal-list');
    await screen.press('Reject');
    await screen.field('Reason');
    await screen.press('Reject');
    await screen.until(async () => (await screen.errorOf('Reason')) === 'Fill this in.', 'The reason is asked for');
    await expectAccessible(portal);
    await screen.choose('Reason', 'Not enough information');
    await screen.press('Reject');
    await screen.sees('“Line 4 retrofit” is rejected.');

    const { screen: sellers, portal: around } = await openPage(world, world.seller, 'prm-deal-list');
    await sellers.pressRow('Line 4 retrofit');
    await sellers.sees('Not enough information');
    await expectAccessible(around);
  });

  it('keeps the reason when rejecting fails', async () => {
    await world.addSubmitted(world.seller);
    const { screen, network } = await openPage(world, world.manager, 'prm-deal-list');
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

  it('asks the vendor for how many days an approval protects', async () => {
    await world.addSubmitted(world.seller);
    const { screen, network } = await openPage(world, world.manager, 'prm-deal-list');
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
    await world.addSubmitted(world.seller);
    const { screens: [one, other] } = await openPage(world, world.manager, ['prm-deal-list', 'prm-deal-list']);
    const { screen: sellers } = await openPage(world, world.seller, 'prm-deal-list', { pollInterval: 200 });
    await sellers.sees('Submitted');
    await other!.sees('Submitted');
    await one!.press('Approve');
    await one!.field('Protection in days');
    await one!.press('Approve');
    await other!.sees('90 days left');
    await sellers.sees('90 days left');
  });

  it('filters and searches, and offers to show all', async () => {
    await world.addApproved(world.seller, { name: 'Alpha' });
    await world.addDraft(world.seller, { name: 'Beta' });
    const { screen } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.sees('2 deals');
    await screen.choose('Approved');
    await screen.sees('1 deal');
    await screen.row('Alpha');
    await screen.fill('Search deals', 'bet');
    await screen.sees('Nothing matches');
    await screen.press('Show all');
    await screen.sees('2 deals');
  });
});
