/** A page with a portal and widgets on the real service. */
import { fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { AuthenticationError, createPortalClient, type PortalClient } from '../../src/client/index.js';
import type { Messages } from '../../src/components/locale/catalogue.js';
import { definePrmElements, type PrmTag } from '../../src/components/definitions.js';
import type { PortalElement } from '../../src/components/portal/prm-portal.js';
import { Network, setOnline } from './network.js';
import { Screen } from './screen.js';
import type { Person, World } from './world.js';

export interface PageOptions {
  locale?: string;
  /** The page's own words. */
  messages?: Messages;
  /** A session that may do only this. */
  scopes?: string[];
  /** Milliseconds between two questions after other people's changes; none unless said. */
  pollInterval?: number;
  /** Disturbs the network before anything is asked. */
  before?: (network: Network) => void;
}

export interface Page {
  portal: PortalElement;
  client: PortalClient;
  network: Network;
  /** The widgets, in the order of their tags. */
  screens: Screen[];
  screen: Screen;
  /** From now on nobody is signed in, or somebody is again. */
  signIn: (signedIn: boolean) => void;
}

const clients: PortalClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
  if (!navigator.onLine) setOnline(true);
});

/** Opens a page for a person. It answers as soon as the portal stands; what is to be seen must be waited for. */
export async function openPage(world: World, person: Person, tags: PrmTag | readonly PrmTag[], options: PageOptions = {}): Promise<Page> {
  const names = typeof tags === 'string' ? [tags] : tags;
  await definePrmElements('prm-portal', ...names);
  const { locale = 'en', messages = {}, scopes, pollInterval = 0, before } = options;
  const network = new Network();
  before?.(network);
  let signedIn = true;
  const client = createPortalClient({
    baseUrl: world.serviceUrl, fetch: network.fetch, pollInterval,
    session: async () => {
      if (!signedIn) throw new AuthenticationError('Nobody is signed in.', { code: 'session_unavailable', status: 401, retryable: false });
      return { token: scopes ? await world.openSession(person, { scopes }) : await world.openSession(person), expiresIn: 900 };
    },
  });
  clients.push(client);
  const portal = await fixture<PortalElement>(html`<prm-portal .client=${client} .messages=${messages} locale=${locale}></prm-portal>`);
  const screens = names.map((name) => new Screen(portal.appendChild(document.createElement(name)) as unknown as LitElement));
  return { portal, client, network, screens, screen: screens[0]!, signIn: (yes) => (signedIn = yes) };
}
