import { expect, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { AttentionEvent } from '../../../src/components/index.js';
import { expectAccessible } from '../accessible.js';
import { openPage } from '../page.js';
import { atOnce, World } from '../world.js';

describe('the partner dashboard', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.create(atOnce);
  });

  it('says that nothing was won yet and nothing waits', async () => {
    const { screen, portal } = await openPage(world, world.seller, 'prm-partner-dashboard');
    await screen.sees('Nothing was won in this period.');
    await screen.sees('Nothing. You are up to date.');
    await expectAccessible(portal);
  });

  it('adds up what was won and what is open, of the own deals alone', async () => {
    const { id } = await world.addApproved(world.seller, { name: 'Won', value: { amount: 4_000_000, currency: 'EUR' } });
    await world.call(world.seller, 'POST', `/v1/deals/${id}/stage`, { stage: 'closed_won' });
    await world.addApproved(world.seller, { name: 'Open', value: { amount: 7_000_000, currency: 'EUR' } });
    const { id: customerId } = await world.addCustomer(world.rival, { name: 'Achterberg AG' });
    await world.addApproved(world.rival, { customerId, name: 'Rival\'s', value: { amount: 90_000_000, currency: 'EUR' } });
    const { screen } = await openPage(world, world.seller, 'prm-partner-dashboard');
    await screen.sees('Won by month');
    const figures = screen.all('.figures > li').map((figure) => figure.innerText.replace(/\s+/g, ' ').trim());
    expect(figures[0]).to.match(/^Won €40K/);
    expect(figures[1]).to.match(/^Deals won 1 /);
    expect(figures.find((figure) => figure.startsWith('Open pipeline'))).to.match(/^Open pipeline €70K/);
    expect(figures.find((figure) => figure.startsWith('Registered'))).to.match(/^Registered 2 /);
  });

  it('tells what there was before where it is many times as much now', async () => {
    const page = (before: number) => openPage(world, world.seller, 'prm-partner-dashboard', {
      before: (wire) => wire.alter('/v1/dashboard?', (dashboard) => ({ ...dashboard, figures: [{ key: 'won_value', unit: 'money', value: 46_000_000, before }] })),
    });
    const { screen } = await page(1_190_000);
    await screen.sees('€11.9K before');
    const { screen: other } = await page(30_000_000);
    await other.sees('53% more than before');
  });

  it('tells the months in exact figures when asked, and hides them again', async () => {
    const { id } = await world.addApproved(world.seller, { value: { amount: 4_000_050, currency: 'EUR' } });
    await world.call(world.seller, 'POST', `/v1/deals/${id}/stage`, { stage: 'closed_won' });
    const { screen, portal } = await openPage(world, world.seller, 'prm-partner-dashboard');
    await screen.sees('As a table');
    expect(screen.all('tbody > tr')).to.have.length(0);
    const [summary] = screen.all('summary');
    summary!.click();
    await screen.until(() => screen.all('tbody > tr').length === 12, 'Each month has its row');
    expect(screen.all('tbody > tr').at(-1)!.innerText.split(/\s*\t\s*/).slice(1)).to.deep.equal(['€40,000.50', '1', '1']);
    await expectAccessible(portal);
    summary!.click();
    await screen.until(() => screen.all('tbody > tr').length === 0, 'The rows are gone');
  });

  it('asks again for another period', async () => {
    const { id } = await world.addApproved(world.seller);
    await world.call(world.seller, 'POST', `/v1/deals/${id}/stage`, { stage: 'closed_won' });
    const { screen } = await openPage(world, world.seller, 'prm-partner-dashboard');
    await screen.sees('Won by month');
    await screen.loses('Nothing was won in this period.');
    await screen.choose(String(new Date().getFullYear() - 1));
    await screen.sees('Nothing was won in this period.');
  });

  it('shows no figures of another period than the one that is chosen', async () => {
    const { screen, portal, network } = await openPage(world, world.seller, 'prm-partner-dashboard');
    await screen.sees('Open pipeline');
    network.break('/v1/dashboard');
    await screen.choose('3 months');
    await screen.sees('This could not be loaded');
    expect(screen.text).not.to.include('Open pipeline');
    await expectAccessible(portal);
    network.mend();
    await screen.press('Try again');
    await screen.sees('Open pipeline');
  });

  it('leads to what needs attention', async () => {
    const lead = await world.addOffered(world.seller);
    const { screen, portal } = await openPage(world, world.seller, 'prm-partner-dashboard');
    await screen.sees('Answer the lead');
    const chosen = oneEvent(portal, 'prm-attention') as Promise<unknown> as Promise<AttentionEvent>;
    screen.all('.attention button')[0]!.click();
    expect(await chosen).to.include({ kind: 'lead_answer_due', recordId: lead.id });
  });

  it('shows six of what needs attention, and the rest when asked', async () => {
    for (let count = 0; count < 8; count++) await world.addOffered(world.seller);
    const { screen } = await openPage(world, world.seller, 'prm-partner-dashboard');
    await screen.press('Show 2 more');
    await screen.until(() => screen.all('.attention button').length === 8, 'All eight are seen');
    await screen.until(() => screen.focused === screen.all('.attention button')[6], 'The focus is on the first that was hidden');
  });

  it('explains a figure on request', async () => {
    const { screen, portal } = await openPage(world, world.seller, 'prm-partner-dashboard');
    await screen.press('What “Win rate” means');
    await screen.sees('Won ÷ (won + lost)');
    await expectAccessible(portal);
  });

  for (const width of [360, 768, 1_280]) {
    it(`explains each figure in lines that can be read, whole on the screen: ${width} px`, async () => {
      await setViewport({ width, height: 900 });
      const { screen } = await openPage(world, world.seller, 'prm-partner-dashboard');
      await screen.sees('Won by month');
      for (const button of screen.all('.term > button')) {
        const definition = button.nextElementSibling as HTMLElement;
        button.click();
        const { left, right, top, bottom } = definition.getBoundingClientRect();
        expect(left, definition.innerText).to.be.at.least(0);
        expect(right, definition.innerText).to.be.at.most(width);
        expect(right - left, definition.innerText).to.be.above(bottom - top);
        button.click();
      }
      await setViewport({ width: 1_280, height: 900 });
    });
  }

  it('shows what it has when a part fails, and fetches the rest when asked', async () => {
    const { screen, portal, network } = await openPage(world, world.seller, 'prm-partner-dashboard', { before: (wire) => wire.break('/v1/dashboard/results') });
    await screen.sees('Some of this could not be loaded.');
    expect(screen.text).to.include('Open pipeline');
    await expectAccessible(portal);
    network.mend();
    await screen.press('Try again');
    await screen.loses('Some of this could not be loaded.');
  });
});
