/** The six finished looks, each on a list and a form of a seller. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { definePrmElements } from '../src/components/index.js';
import { themes, type ThemeName } from '../src/components/theme/themes.js';
import { handlers, worldOf } from './world.js';

// Not for the tests: each look has a scheme of its own, and its contrast is measured where the tokens are.
export default { title: 'Themes', tags: ['!test'] } satisfies Meta;

const session = async () => (await worldOf(true)).openSession('seller');

const inTheme = (name: ThemeName): StoryObj => ({
  parameters: { msw: { handlers } },
  loaders: [() => definePrmElements('prm-portal', 'prm-deal-list', 'prm-deal-registration')],
  render: (_args, { globals }) => html`<prm-portal
    service-url=${location.origin} .session=${session} locale=${String(globals['locale'])} .appearance=${{ colorScheme: globals['theme'] as 'light' | 'dark', ...themes[name] }}
  ><prm-deal-list></prm-deal-list><prm-deal-registration></prm-deal-registration></prm-portal>`,
});

export const Slate = inTheme('slate');
export const Signal = inTheme('signal');
export const Ledger = inTheme('ledger');
export const Clay = inTheme('clay');
export const Night = inTheme('night');
export const Contrast = inTheme('contrast');
