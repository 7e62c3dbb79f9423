import { expect } from '@open-wc/testing';
import type { PrmTag } from '../../src/components/definitions.js';
import { expectAccessible } from './accessible.js';
import { setOnline } from './network.js';
import { openPage } from './page.js';
import { atOnce, World, type Person } from './world.js';

interface Faces {
  tag: PrmTag;
  /** A part of the path that its first load goes to. */
  path: string;
  /** Puts in what it shows. */
  prepare: (world: World) => Promise<unknown>;
  person?: (world: World) => Person;
  /** Words that are seen once it is loaded, in English and German. */
  shows: { en: string; de: string };
}

/** The faces that every widget has, each seen and held against axe. */
export function describeFaces({ tag, path, prepare, person = ({ seller }) => seller, shows }: Faces): void {
  describe(`the faces of ${tag}`, () => {
    let world: World;
    const open = (options: Parameters<typeof openPage>[3] = {}) => openPage(world, person(world), tag, options);
    before(async () => {
      world = await World.create(atOnce);
      await prepare(world);
    });

    it('shows a skeleton while it loads, and then its data', async () => {
      let held!: { release: () => void };
      const { portal, screen } = await open({ before: (network) => (held = network.hold(path)) });
      await screen.until(() => screen.all('.skeleton').length > 0 && portal.portal.state === 'ready', 'A skeleton stands');
      expect(screen.text).to.equal('');
      expect(screen.widget.shadowRoot!.querySelector('.widget')!.getAttribute('aria-busy')).to.equal('true');
      await expectAccessible(portal);
      held.release();
      await screen.sees(shows.en);
      expect(screen.all('.skeleton')).to.have.length(0);
      await expectAccessible(portal);
    });

    it('speaks German', async () => {
      const { portal, screen } = await open({ locale: 'de-AT' });
      await screen.sees(shows.de);
      await expectAccessible(portal);
    });

    it('says what failed with the reference, and tries again', async () => {
      const { portal, screen, network } = await open({ before: (wire) => wire.break(path) });
      await screen.sees('This could not be loaded Something went wrong on our side.');
      await screen.sees('Reference req_broken7');
      await expectAccessible(portal);
      network.mend();
      await screen.press('Try again');
      await screen.sees(shows.en);
    });

    it('says that the service cannot be reached, and tries again', async () => {
      const { portal, screen, network } = await open({ before: (wire) => wire.cut() });
      await screen.sees('The service cannot be reached');
      await expectAccessible(portal);
      network.mend();
      await screen.press('Try again');
      await screen.sees(shows.en);
    });

    it('comes back by itself once the service does', async () => {
      const { random } = Math;
      Math.random = () => 0.02;
      try {
        const { screen, network } = await open({ before: (wire) => wire.break(path, { status: 503, code: 'unavailable' }) });
        await screen.sees('This could not be loaded');
        network.mend();
        await screen.sees(shows.en);
        const { screen: cut, network: line } = await open({ before: (wire) => wire.cut() });
        await cut.sees('The service cannot be reached');
        line.mend();
        await cut.sees(shows.en);
      } finally {
        Math.random = random;
      }
    });

    it('keeps its data with a notice while the network is away', async () => {
      const { portal, screen } = await open();
      await screen.sees(shows.en);
      setOnline(false);
      await screen.sees('You are offline. This is what was loaded last.');
      expect(screen.text).to.include(shows.en);
      await expectAccessible(portal);
      setOnline(true);
      await screen.loses('You are offline');
    });

    it('says that the session may not see this', async () => {
      const { portal, screen } = await open({ scopes: ['programme:read', 'sessions:read'] });
      await screen.sees('You have no access to this');
      await expectAccessible(portal);
      expect(screen.text).not.to.include(shows.en);
    });

    it('asks to sign in, and goes on afterwards', async () => {
      const page = await open();
      await page.screen.sees(shows.en);
      page.signIn(false);
      page.portal.client = undefined;
      await page.screen.sees('The portal is not set up');
      await expectAccessible(page.portal);
      page.portal.session = async () => {
        const { AuthenticationError } = await import('../../src/client/index.js');
        throw new AuthenticationError('Nobody is signed in.', { code: 'session_unavailable', status: 401, retryable: false });
      };
      page.portal.serviceUrl = world.serviceUrl;
      await page.screen.sees('You are signed out');
      await expectAccessible(page.portal);
      page.portal.session = async () => ({ token: await world.openSession(person(world)), expiresIn: 900 });
      await page.screen.sees(shows.en);
    });
  });
}
