import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { action } from 'storybook/actions';
import { useEffect } from 'storybook/preview-api';
import { elements } from '../stories/elements.js';
import { fieldsOf } from '../stories/event-fields.js';

// The table of controls is the API: attributes, properties, events, parts and custom properties.
setCustomElementsManifest({ schemaVersion: '1.0.0', modules: [{ kind: 'javascript-module', path: '', declarations: elements }] });

/** What a host page would say about itself: its theme, language and direction of writing, on the document. */
const asHostPage: Decorator = (story, { globals }) => {
  const { documentElement } = document;
  documentElement.lang = String(globals.locale);
  documentElement.dir = String(globals.direction);
  documentElement.dataset.theme = String(globals.theme);
  documentElement.style.colorScheme = String(globals.theme);
  document.body.style.background = globals.theme === 'dark' ? '#111' : '#fff';
  return story();
};

/** What the widget and its portal fire, in the panel of actions. */
const withEvents: Decorator = (story, { canvasElement, component }) => {
  useEffect(() => {
    const listening = new AbortController();
    const names = elements.filter(({ tagName }) => tagName === component || tagName === 'prm-portal').flatMap(({ events }) => (events ?? []).map(({ name }) => name));
    for (const name of names) {
      const log = action(name);
      canvasElement.addEventListener(name, (event) => log(fieldsOf(event)), listening);
    }
    return () => listening.abort();
  }, [canvasElement, component]);
  return story();
};

const choice = (name: string, icon: 'contrast' | 'globe' | 'transfer', items: { value: string; title: string }[]) => ({ description: name, toolbar: { title: name, icon, items, dynamicTitle: true } });

/** What no story answers for goes to the network as it is: assets, and the service where one runs. */
const startWorker = async () => {
  const worker = setupWorker();
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
  return worker;
};

const preview: Preview = {
  decorators: [withEvents, asHostPage],
  loaders: [mswLoader(startWorker)],
  initialGlobals: { theme: 'light', locale: 'en', direction: 'ltr' },
  globalTypes: {
    theme: choice('Theme', 'contrast', [{ value: 'light', title: 'Light' }, { value: 'dark', title: 'Dark' }]),
    locale: choice('Language', 'globe', [
      { value: 'en', title: 'English' },
      { value: 'de', title: 'Deutsch' },
      { value: 'fr', title: 'Français' },
      { value: 'es', title: 'Español' },
      { value: 'pt', title: 'Português' },
      { value: 'ja', title: '日本語' },
      { value: 'zh-Hans', title: '简体中文' },
      { value: 'ar', title: 'العربية' },
      { value: 'en-XA', title: 'Pseudo (longer, with accents)' },
    ]),
    direction: choice('Direction', 'transfer', [{ value: 'ltr', title: 'Left to right' }, { value: 'rtl', title: 'Right to left' }]),
  },
  parameters: { layout: 'padded', controls: { expanded: true } },
};
export default preview;
