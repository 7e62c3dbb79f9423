/** The faces that every widget has, as stories: on the real service in the page, disturbed by msw. */
import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { http, HttpResponse } from 'msw';
import { AuthenticationError } from '../src/client/index.js';
import { definePrmElements, type PrmTag } from '../src/components/index.js';
import { pseudoLocale, pseudoMessages } from './pseudo-locale.js';
import { handlers, worldOf, type Who } from './world.js';

export interface FaceOptions {
  who?: Who;
  /** A programme without records. */
  empty?: boolean;
  scopes?: string[];
  signedOut?: boolean;
  unconfigured?: boolean;
  /** What stands before the service. */
  before?: ReturnType<typeof http.all>[];
}

const problem = (status: number, code: string) =>
  HttpResponse.json({ type: 'about:blank', title: code, status, code, requestId: 'req_story0001' }, { status, headers: { 'content-type': 'application/problem+json' } });

const nobody = async (): Promise<never> => {
  throw new AuthenticationError('Nobody is signed in.', { code: 'session_unavailable', status: 401, retryable: false });
};

/** One widget in one portal, in the language and theme of the toolbar. */
export function face(tag: PrmTag, { who = 'seller', empty = false, scopes, signedOut = false, unconfigured = false, before = [] }: FaceOptions = {}): StoryObj {
  const session = signedOut ? nobody : async () => (await worldOf(!empty)).openSession(who, scopes);
  return {
    parameters: { msw: { handlers: [...before, ...handlers] } },
    loaders: [() => definePrmElements('prm-portal', tag), async ({ globals }) => ({ messages: globals['locale'] === pseudoLocale ? await pseudoMessages(tag) : {} })],
    render: (args, { globals, loaded, argTypes }) => {
      const apply = (element?: Element): void => {
        for (const [name, value] of Object.entries(args)) {
          if (element && argTypes[name]?.table?.category === 'properties') Object.assign(element, { [name]: value });
        }
      };
      const widget = staticHtml`<${unsafeStatic(tag)} ${ref(apply)}></${unsafeStatic(tag)}>`;
      return html`<prm-portal
        service-url=${unconfigured ? '' : location.origin} .session=${session} .messages=${loaded['messages']} locale=${String(globals['locale'])} color-scheme=${String(globals['theme'])}
      >${widget}</prm-portal>`;
    },
  };
}

/** `path` is where the widget's own records come from. */
export const facesOf = (tag: PrmTag, path: string, who: Who = 'seller') => ({
  loading: face(tag, { who, before: [http.all(`*${path}`, () => new Promise<never>(() => {}))] }),
  failed: face(tag, { who, before: [http.all(`*${path}`, () => problem(500, 'internal_error'))] }),
  unreachable: face(tag, { who, before: [http.all('*/v1/*', () => HttpResponse.error())] }),
  denied: face(tag, { who, scopes: ['programme:read', 'sessions:read'] }),
  signedOut: face(tag, { who, signedOut: true }),
  notSetUp: face(tag, { who, unconfigured: true }),
  empty: face(tag, { who, empty: true }),
});
