import { expect } from '@open-wc/testing';
import { expectAccessible } from '../accessible.js';
import { setOnline } from '../network.js';
import { openPage } from '../page.js';
import { World } from '../world.js';

/** The programme is all it reads, and the portal reads that first: what fails there is the portal's to say. */
describe('the faces of prm-theme-studio', () => {
  let world: World;
  const open = (options: Parameters<typeof openPage>[3] = {}) => openPage(world, world.principal, 'prm-theme-studio', options);
  before(async () => {
    world = await World.create();
  });

  it('shows a skeleton while it loads, and then its data', async () => {
    let held!: { release: () => void };
    const { portal, screen } = await open({ before: (network) => (held = network.hold('/v1/programme')) });
    await screen.until(() => screen.all('.skeleton').length > 0, 'A skeleton stands');
    await expectAccessible(portal);
    held.release();
    await screen.sees('Look of the portal');
    await expectAccessible(portal);
  });

  it('speaks German', async () => {
    const { portal, screen } = await open({ locale: 'de-AT' });
    await screen.sees('Aussehen des Portals');
    await screen.sees('In Hell und Dunkel ist alles lesbar.');
    await expectAccessible(portal);
  });

  it('says that the service cannot be reached, and tries again', async () => {
    const { portal, screen, network } = await open({ before: (wire) => wire.cut() });
    await screen.sees('The service cannot be reached');
    await expectAccessible(portal);
    network.mend();
    await screen.press('Try again');
    await screen.sees('Look of the portal');
  });

  it('keeps what is chosen with a notice while the network is away', async () => {
    const { screen } = await open();
    await screen.fill('Brand, Light', '#0a7d5c');
    setOnline(false);
    await screen.sees('You are offline.');
    expect((await screen.field('Brand, Light')).value).to.equal('#0a7d5c');
    setOnline(true);
    await screen.loses('You are offline');
  });

  it('says that the session may not see this', async () => {
    const { portal, screen } = await open({ scopes: ['sessions:read'] });
    await screen.sees('You have no access to this');
    await expectAccessible(portal);
  });

  it('asks to sign in, and keeps what is chosen', async () => {
    const { screen, signIn, portal } = await open();
    await screen.fill('Brand, Light', '#0a7d5c');
    await screen.sees('Not saved yet');
    signIn(false);
    portal.client = undefined;
    await screen.sees('The portal is not set up');
    await expectAccessible(portal);
  });
});
