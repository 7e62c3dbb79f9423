import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible } from '../accessible.js';
import { openPage, type Page } from '../page.js';
import type { Screen } from '../screen.js';
import { atOnce, World } from '../world.js';

/** A column as it is read: its head, then its cards. */
const column = (screen: Screen, stage: string): string =>
  screen.all(`.column[data-stage=${stage}]`).map((one) => one.innerText.replace(/\s+/g, ' ').trim()).join();
const card = (screen: Screen, name: string) => screen.all('.card').find((one) => one.innerText.includes(name))!;
const spoken = () => document.querySelector('body > [role=status]')?.textContent ?? '';

describe('the board of deals', () => {
  let world: World;
  let page: Page;
  let screen: Screen;
  beforeEach(async () => {
    world = await World.create(atOnce);
    await world.addApproved(world.seller, { name: 'Alpha' });
    await world.addApproved(world.seller, { name: 'Beta', value: { amount: 50_000, currency: 'EUR' } });
    page = await openPage(world, world.seller, 'prm-deal-list');
    ({ screen } = page);
    await screen.sees('2 deals');
    await screen.choose('Board');
    await screen.until(() => column(screen, 'prospect').includes('Alpha'), 'The board stands');
  });

  it('has a column for each stage, with count and sum', async () => {
    expect(screen.all('.column')).to.have.length(7);
    expect(column(screen, 'prospect')).to.match(/^Prospect 2 €13K/);
    expect(column(screen, 'committed')).to.equal('Committed 0');
    await expectAccessible(page.portal);
  });

  it('shows no cards that answer another search, in neither look, and goes on where the service is back', async () => {
    page.network.cut();
    await screen.fill('Search deals', 'Beta');
    await screen.sees('This could not be loaded');
    expect(screen.text).not.to.include('Alpha');
    await screen.choose('List');
    await screen.sees('This could not be loaded');
    expect(screen.text).not.to.include('Alpha');
    page.network.mend();
    await screen.press('Try again');
    await screen.sees('1 deal');
    expect(screen.text).to.include('Beta');
    await screen.choose('Board');
    await screen.until(() => column(screen, 'prospect').includes('Beta'), 'The board stands again');
    expect(screen.text).not.to.include('Alpha');
  });

  it('moves a deal by keyboard, and says each step', async () => {
    card(screen, 'Alpha').querySelector<HTMLElement>('.open')!.focus();
    await sendKeys({ press: 'm' });
    await screen.until(() => spoken().startsWith('“Alpha” is lifted from Prospect.'), 'It says that the deal is lifted');
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    await screen.until(() => spoken().includes('Technical validation, 3 of 7'), 'It says where the deal would go');
    await sendKeys({ press: 'Enter' });
    await screen.sees('“Alpha” is moved to Technical validation.');
    expect(column(screen, 'technical_validation')).to.match(/^Technical validation 1 €12.5K Alpha/);
    await screen.until(() => screen.focused?.textContent?.includes('Alpha'), 'The focus is on the deal');
    expect((await page.client.deals.list({ stage: ['technical_validation'] })).data.map(({ name }) => name)).to.deep.equal(['Alpha']);
  });

  it('puts a lifted deal back', async () => {
    card(screen, 'Alpha').querySelector<HTMLElement>('.open')!.focus();
    await sendKeys({ press: 'm' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Escape' });
    await screen.until(() => spoken().includes('“Alpha” stays where it was.'), 'It says that nothing happened');
    expect(column(screen, 'prospect')).to.include('Alpha');
  });

  it('moves a deal by its menu', async () => {
    await screen.press('Move “Beta” to…');
    await screen.press('Qualified');
    await screen.sees('“Beta” is moved to Qualified.');
    expect(column(screen, 'qualified')).to.include('Beta');
  });

  it('moves a deal that is dragged, and puts it back where the service refuses', async () => {
    const drag = (name: string, stage: string) => {
      const data = new DataTransfer();
      const target = screen.all(`.column[data-stage=${stage}]`)[0]!;
      card(screen, name).dispatchEvent(new DragEvent('dragstart', { dataTransfer: data, bubbles: true }));
      target.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
      target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    };
    drag('Beta', 'committed');
    await screen.sees('“Beta” is moved to Committed.');
    page.network.break('/stage', { methods: ['POST'] });
    drag('Alpha', 'committed');
    await screen.sees('Something went wrong on our side.');
    await screen.until(() => column(screen, 'prospect').includes('Alpha'), 'It stands where it was');
  });

  it('asks what a win needs when a deal is dropped there', async () => {
    await screen.press('Move “Alpha” to…');
    await screen.press('Won');
    await screen.field('Final value');
    await expectAccessible(page.portal);
    await screen.press('Claim win');
    await screen.until(() => column(screen, 'closed_won').includes('Alpha'), 'It stands among the won');
  });

  it('walks from card to card by arrows, and opens one', async () => {
    card(screen, 'Beta').querySelector<HTMLElement>('.open')!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await screen.until(() => screen.focused?.textContent?.includes('Alpha'), 'The focus is on the next');
    await sendKeys({ press: 'Enter' });
    await screen.sees('Move to the next stage');
  });
});
