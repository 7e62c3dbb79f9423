import { expect } from '@open-wc/testing';
import { openPage } from '../page.js';
import { World } from '../world.js';

describe('what is offered as a customer', () => {
  it('lies over what stands below the form, however short that is', async () => {
    const world = await World.create();
    for (const name of ['Brückner Maschinenbau', 'Brückner Pumpen', 'Brückner Silo', 'Brückner Werft', 'Brückner Zellstoff']) await world.addCustomer(world.seller, { name });
    const { portal, screen } = await openPage(world, world.seller, 'prm-deal-registration');
    const below = document.createElement('div');
    below.style.cssText = 'position: relative; block-size: 600px; background: canvas';
    portal.append(below);
    await screen.fill('Customer', 'Brück');
    await screen.until(() => screen.all('[role=option]').length === 6, 'They are offered');
    // As a page that asks for the customer alone.
    screen.widget.style.cssText = 'display: block; block-size: 150px';
    screen.widget.shadowRoot!.querySelector<HTMLElement>('.widget')!.style.blockSize = '150px';
    await new Promise(requestAnimationFrame);
    const options = screen.all('[role=option]');
    options.at(-1)!.scrollIntoView({ block: 'nearest' });
    for (const option of options) {
      const { left, top, height } = option.getBoundingClientRect();
      expect(screen.widget.shadowRoot!.elementFromPoint(left + 20, top + height / 2)?.closest('[role=option]') === option, option.innerText).to.equal(true);
    }
    expect(document.documentElement.scrollHeight).to.be.at.least(options.at(-1)!.getBoundingClientRect().bottom + scrollY);
  });
});
