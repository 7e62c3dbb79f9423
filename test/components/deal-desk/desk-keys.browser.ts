import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { DealDeskElement } from '../../../src/components/deal-desk/prm-deal-desk.js';
import { expectAccessible } from '../accessible.js';
import { openPage } from '../page.js';
import { World } from '../world.js';

describe('the deal desk, by keyboard', () => {
  let world: World;
  const open = () => openPage(world, world.manager, 'prm-deal-desk');
  const kindsOf = async (ids: readonly string[]) => {
    const kinds = [];
    for (const id of ids) kinds.push((await world.call<{ pendingDecision: { kind: string } | null }>(world.manager, 'GET', `/v1/deals/${id}`)).pendingDecision?.kind ?? null);
    return kinds;
  };

  async function register(names: readonly string[]): Promise<string[]> {
    const ids = [];
    for (const name of names) {
      const { id: customerId } = await world.addCustomer(world.seller, { name: `${name} Werke` });
      ids.push((await world.addSubmitted(world.seller, { name, customerId })).id);
    }
    await world.deliver();
    return ids;
  }

  before(() => setViewport({ width: 1_280, height: 900 }));
  beforeEach(async () => {
    world = await World.create();
  });

  it('decides ten registrations in a minute, without a pointer', async function () {
    this.timeout(90_000);
    const ids = await register(['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']);
    const { screen } = await open();
    await screen.sees('10 deals');
    await screen.until(() => screen.rows.length === 10, 'The queue stands');
    (await screen.row('One')).focus();
    const started = Date.now();
    let keys = 0;
    const press = async (key: string) => (keys++, sendKeys({ press: key }));
    const form = (label: string) => screen.field(label);
    const left = (count: number) => screen.until(() => screen.text.includes(`${count} deal`) && !screen.all('.decision').length, `${count} are left`);

    for (let decided = 1; decided <= 10; decided++) {
      if (decided === 4) {
        await press('r');
        await form('Reason, as the partner will read it');
        await sendKeys({ type: 'Not enough' });
      } else if (decided === 7) {
        await press('m');
        await form('What do you need to know?');
        await sendKeys({ type: 'Which hall?' });
        await sendKeys({ down: 'Control' });
      } else {
        await press('a');
        await form('Protection in days');
      }
      await press('Enter');
      if (decided === 7) await sendKeys({ up: 'Control' });
      if (decided < 10) await left(10 - decided);
    }
    await screen.sees('Nothing to decide');
    expect(Date.now() - started).to.be.below(60_000);
    expect(keys).to.equal(20);
    const kinds = await kindsOf(ids);
    expect(kinds.filter((kind) => kind === 'approve')).to.have.length(8);
    expect(kinds.filter((kind) => kind === 'reject')).to.have.length(1);
    expect(kinds.filter((kind) => kind === 'request_action')).to.have.length(1);

    await screen.until(() => screen.focused?.innerText === 'Undo', 'The focus is on the way back');
    await sendKeys({ press: 'u' });
    await screen.sees('is open again. Nobody was told.');
    expect((await kindsOf(ids)).filter((kind) => kind === null)).to.have.length(1);
  });

  it('runs through the queue by j and k or by arrows, and the pane follows', async () => {
    await register(['Alpha', 'Beta']);
    const { screen } = await open();
    await screen.until(() => screen.rows.length === 2, 'The queue stands');
    const [first, second] = screen.rows.map((row) => row.split(' ')[0]!);
    const heading = () => screen.all('.pane h3')[0]?.innerText;
    (await screen.row(first!)).focus();
    await sendKeys({ press: 'j' });
    await screen.until(() => heading() === second, 'The second is shown');
    await sendKeys({ press: 'k' });
    await screen.until(() => heading() === first, 'The first is shown again');
    await sendKeys({ press: 'ArrowDown' });
    await screen.until(() => heading() === second, 'The second is shown again');
    await sendKeys({ press: 'Enter' });
    await screen.until(() => screen.focused?.matches('.pane'), 'The focus is in the pane');
    await sendKeys({ press: 'Escape' });
    await screen.until(() => screen.focused?.matches('.row'), 'The focus is in the queue again');
  });

  it('chooses by x, and tells the keys by ?', async () => {
    await register(['Alpha']);
    const { screen, portal } = await open();
    (await screen.row('Alpha')).focus();
    await sendKeys({ press: 'x' });
    await screen.sees('1 chosen');
    expect((await screen.button('Reject')).title).to.equal('');
    expect(screen.all('.pane-foot button').map((button) => button.title)).to.include('Approve (A)');
    await sendKeys({ press: '?' });
    await screen.sees('Undo the last decision');
    await expectAccessible(portal);
    await sendKeys({ press: 'Escape' });
    await screen.sees('1 chosen');
  });

  it('takes no letter for a command in a field, outside of the widget, or once switched off', async () => {
    await register(['Alpha']);
    const { screen } = await open();
    await screen.button('Approve');
    (await screen.field('Search deals')).focus();
    await sendKeys({ type: 'a' });
    expect(screen.all('.decision')).to.have.length(0);
    await sendKeys({ press: 'Backspace' });
    await screen.row('Alpha');

    const outside = document.body.appendChild(document.createElement('button'));
    outside.focus();
    await sendKeys({ press: 'a' });
    expect(screen.all('.decision')).to.have.length(0);
    outside.remove();

    (screen.widget as DealDeskElement).noShortcuts = true;
    screen.all('.pane')[0]!.focus();
    await sendKeys({ press: 'a' });
    expect(screen.all('.decision')).to.have.length(0);
    expect((await screen.button('Approve')).title).to.equal('');
    (screen.widget as DealDeskElement).noShortcuts = false;
    await screen.widget.updateComplete;
    await sendKeys({ press: 'a' });
    await screen.field('Protection in days');
  });
});
