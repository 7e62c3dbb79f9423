import { expect, oneEvent } from '@open-wc/testing';
import type { LeadSteppedEvent } from '../../../src/components/index.js';
import { expectAccessible } from '../accessible.js';
import { openPage } from '../page.js';
import { World } from '../world.js';

describe('the lead inbox', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.create();
  });

  it('says that nothing waits for an answer', async () => {
    const { screen, portal } = await openPage(world, world.seller, 'prm-lead-inbox');
    await screen.sees('No leads to answer');
    await expectAccessible(portal);
  });

  it('shows a lead whole, with its contact and until when it must be answered', async () => {
    await world.addOffered(world.seller);
    const { screen, portal } = await openPage(world, world.seller, 'prm-lead-inbox');
    await screen.pressRow('Two pumps for dock 3');
    await screen.sees('jens@hafenwerft.example');
    await screen.sees('Answer by');
    await screen.until(() => screen.focused?.matches('.pane'), 'The focus is in the pane');
    await expectAccessible(portal);
  });

  it('accepts one, tells the page, and offers to turn it into a deal', async () => {
    await world.addOffered(world.seller);
    const { screen, portal } = await openPage(world, world.seller, 'prm-lead-inbox');
    await screen.pressRow('Two pumps');
    const stepped = oneEvent(portal, 'prm-lead-stepped') as Promise<unknown> as Promise<LeadSteppedEvent>;
    await screen.press('Accept');
    expect((await stepped).step).to.equal('accept');
    await screen.sees('“Two pumps for dock 3” is yours.');
    await screen.until(() => screen.focused?.matches('.pane'), 'The focus stays in the pane though its button is gone');
    await screen.press('Turn into deal');
    await screen.sees('is now a draft among your deals.');
    await expectAccessible(portal);
  });

  it('asks for a reason to decline, keeps it when that fails, and lets the lead go', async () => {
    await world.addOffered(world.seller);
    const { screen, portal, network } = await openPage(world, world.seller, 'prm-lead-inbox');
    await screen.pressRow('Two pumps');
    await screen.press('Decline');
    await screen.field('Why?');
    await screen.press('Decline');
    await screen.until(async () => (await screen.errorOf('Why?')) === 'Fill this in.', 'The reason is asked for');
    await screen.until(() => screen.focused?.id === 'step-reason', 'The focus is on it');
    await expectAccessible(portal);
    await screen.choose('Why?', 'Unable to support');
    network.break('/decline', { methods: ['POST'] });
    await screen.press('Decline');
    await screen.sees('Something went wrong on our side.');
    expect((await screen.field('Why?') as HTMLSelectElement).value).to.equal('unable_to_support');
    network.mend();
    await screen.press('Decline');
    await screen.sees('“Two pumps for dock 3” is declined.');
    await screen.sees('No leads to answer');
  });

  it('keeps what is typed about a lead that cannot be read anew', async () => {
    const lead = await world.addOffered(world.seller);
    const { screen, network } = await openPage(world, world.seller, 'prm-lead-inbox', { pollInterval: 200 });
    await screen.pressRow('Two pumps');
    await screen.press('Decline');
    await screen.choose('Why?', 'Unable to support');
    network.break(`/v1/leads/${lead.id}`);
    const before = network.asked.length;
    await world.addOffered(world.seller, { subject: 'Silo for grain' });
    await screen.row('Silo for grain');
    await screen.until(() => network.asked.slice(before).some((one) => one.endsWith(lead.id)), 'It is read anew');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await screen.field('Why?') as HTMLSelectElement).value).to.equal('unable_to_support');
  });

  it('shows the lead that was chosen last, however late another comes', async () => {
    const late = await world.addOffered(world.seller);
    await world.addOffered(world.seller, { subject: 'Silo for grain' });
    const { screen, network } = await openPage(world, world.seller, 'prm-lead-inbox');
    await screen.row('Silo for grain');
    const { release } = network.hold(`/v1/leads/${late.id}`);
    await screen.pressRow('Two pumps');
    await screen.pressRow('Silo for grain');
    await screen.until(() => screen.all('.pane h3')[0]?.innerText === 'Silo for grain', 'It is shown');
    release();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(screen.all('.pane h3')[0]!.innerText).to.equal('Silo for grain');
  });

  it('opens the lead that the page names', async () => {
    const { id } = await world.addOffered(world.seller);
    const { screen } = await openPage(world, world.seller, 'prm-lead-inbox');
    screen.widget.setAttribute('lead-id', id);
    await screen.sees('jens@hafenwerft.example');
  });

  it('shows a lead to nobody but the partner it is offered to', async () => {
    await world.addOffered(world.seller);
    const { screen } = await openPage(world, world.rival, 'prm-lead-inbox');
    await screen.sees('No leads to answer');
    await screen.choose('All');
    await screen.until(() => !screen.text.includes('Two pumps'), 'Nothing of it is seen');
  });

  it('lets the vendor hand one out, and the partner sees it without a reload', async () => {
    await world.addLead();
    const { screen: sellers } = await openPage(world, world.admin, 'prm-lead-inbox', { pollInterval: 200 });
    await sellers.sees('No leads to answer');
    const { screen, portal } = await openPage(world, world.manager, 'prm-lead-inbox');
    await screen.pressRow('Two pumps');
    await screen.press('Offer to partner');
    await screen.choose('Partner', 'Nordwind');
    await expectAccessible(portal);
    await screen.press('Offer to partner');
    await screen.sees('“Two pumps for dock 3” is offered.');
    await sellers.row('Two pumps for dock 3');
  });
});
