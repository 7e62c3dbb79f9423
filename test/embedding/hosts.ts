import type { Page } from 'puppeteer-core';

/** A kind of house that the widgets are put into. */
export interface Host {
  name: string;
  /** The page's own sheet. */
  css?: string;
  /** A classic script that runs before all others. */
  script?: string;
  /** What stands beside the widgets. */
  beside?: string;
  headers?: (serviceUrl: string) => Record<string, string>;
  /** What the reader's browser does. */
  prepare?: (page: Page) => Promise<unknown>;
  /** A sheet that a reader's tool puts into every shadow root. */
  inside?: string;
  /** Pixels that the place has for the widgets; 900 unless said. */
  width?: number;
  /** Pixels of the window; 1280 unless said. */
  viewport?: number;
  /** Whether each widget is also used: what is loaded on use must hold there, too. */
  isUsed?: true;
  /** Whether nothing may move. */
  still?: true;
  /** Whether the widgets look as on a plain page, to the pixel. */
  looksAlike?: true;
}

/** Media features and types, through the browser's own emulation. */
const media = (features: Record<string, string>, type = '') => async (page: Page): Promise<void> => {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { media: type, features: Object.entries(features).map(([name, value]) => ({ name, value })) });
};

/** What of Tailwind's preflight (4.3) can reach an element from outside its shadow root: all-matching rules and what is inherited. */
const preflight = `
  *, ::after, ::before, ::backdrop, ::file-selector-button { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; }
  html { line-height: 1.5; tab-size: 4; font-family: ui-sans-serif, system-ui, sans-serif; -webkit-tap-highlight-color: transparent; }
  h1, h2, h3, h4, h5, h6 { font-size: inherit; font-weight: inherit; }
  ol, ul, menu { list-style: none; }
  img, svg, video, canvas, audio, iframe, embed, object { display: block; vertical-align: middle; }
  button, input, select, optgroup, textarea, ::file-selector-button { font: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1; }
  [hidden]:where(:not([hidden='until-found'])) { display: none !important; }`;

/** The same of Bootstrap's reboot (5.3). */
const reboot = `
  *, *::before, *::after { box-sizing: border-box; }
  body { margin: 0; font-family: system-ui, sans-serif; font-size: 1rem; font-weight: 400; line-height: 1.5; color: #212529; background-color: #fff; -webkit-text-size-adjust: 100%; }
  h6, h5, h4, h3, h2, h1 { margin-top: 0; margin-bottom: .5rem; font-weight: 500; line-height: 1.2; }
  input, button, select, optgroup, textarea { margin: 0; font-family: inherit; font-size: inherit; line-height: inherit; }
  button, [type=button] { -webkit-appearance: button; }
  label { display: inline-block; } button { border-radius: 0; } [hidden] { display: none !important; }`;

/** A Promise as pages brought along before browsers had one: no finally, no allSettled, answers by timers. */
const oldPromise = `
  window.Promise = (function () {
    function Old(executor) {
      var self = this; this.state = 0; this.waiting = [];
      function settle(state) { return function (value) {
        if (self.state) return;
        if (state === 1 && value && typeof value.then === 'function') { self.state = 3; value.then(unlock(settle(1)), unlock(settle(2))); return; }
        self.state = state; self.value = value; self.waiting.forEach(function (run) { run(); });
      }; }
      function unlock(next) { return function (value) { if (self.state === 3) { self.state = 0; next(value); } }; }
      try { executor(settle(1), settle(2)); } catch (error) { settle(2)(error); }
    }
    Old.prototype.then = function (done, failed) {
      var self = this;
      return new Old(function (resolve, reject) {
        function run() { setTimeout(function () {
          var handle = self.state === 1 ? done : failed;
          if (typeof handle !== 'function') return self.state === 1 ? resolve(self.value) : reject(self.value);
          try { resolve(handle(self.value)); } catch (error) { reject(error); }
        }); }
        if (self.state === 1 || self.state === 2) run(); else self.waiting.push(run);
      });
    };
    Old.prototype.catch = function (failed) { return this.then(undefined, failed); };
    Old.resolve = function (value) { return value instanceof Old ? value : new Old(function (resolve) { resolve(value); }); };
    Old.reject = function (error) { return new Old(function (_, reject) { reject(error); }); };
    Old.all = function (all) { return new Old(function (resolve, reject) {
      var left = 0, values = [];
      Array.from(all).forEach(function (one, at) { left++; Old.resolve(one).then(function (value) { values[at] = value; if (--left === 0) resolve(values); }, reject); });
      if (left === 0) resolve(values);
    }); };
    Old.race = function (all) { return new Old(function (resolve, reject) { Array.from(all).forEach(function (one) { Old.resolve(one).then(resolve, reject); }); }); };
    return Old;
  })();`;

/** As a browser does where a reader forbids storage to embedded content, and a little more. */
const noStorage = `
  ['localStorage', 'sessionStorage', 'indexedDB', 'caches'].forEach(function (name) {
    Object.defineProperty(window, name, { get: function () { throw new DOMException('Access is denied for this document.', 'SecurityError'); } });
  });
  window.BroadcastChannel = function () { throw new DOMException('Access is denied for this document.', 'SecurityError'); };`;

/** A policy that allows no more than a page with these widgets needs. */
const strictPolicy = (serviceUrl: string): Record<string, string> => ({
  'content-security-policy': `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; connect-src 'self' ${serviceUrl}; `
    + "base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'",
});

export const plain: Host = { name: 'a plain page' };

export const hosts: readonly Host[] = [
  { name: '* { all: unset !important }', css: '* { all: unset !important; }', looksAlike: true },
  { name: 'Tailwind\'s preflight', css: preflight, looksAlike: true },
  { name: 'Bootstrap\'s reboot', css: reboot, looksAlike: true },
  { name: 'a root font of 62.5 %', css: 'html { font-size: 62.5%; } body { font-size: 1.6rem; }', looksAlike: true },
  {
    name: 'ancestors that transform and hide', looksAlike: true,
    css: '#ancestor { transform: translateZ(0); overflow: hidden; filter: brightness(1); will-change: transform; contain: paint; height: 8000px; }',
  },
  {
    name: 'a header with the highest z-index', looksAlike: true, beside: '<header id="top">A header</header>',
    css: '#top { position: fixed; inset: 0 0 auto; height: 60px; z-index: 2147483647; background: gold; } #place { margin-top: 80px; }',
  },
  { name: 'letters of the page\'s own', css: '* { text-transform: uppercase; text-align: right; text-indent: 3em; line-height: 3; white-space: pre; text-shadow: 1px 1px red; font-style: italic; font-size: 30px; color: red; }', looksAlike: true },
  { name: 'a sidebar of 280 px', width: 280 },
  { name: 'zoom 400 %', width: 320, viewport: 320 },
  {
    name: 'the text spacing of WCAG 1.4.12',
    css: '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }',
    inside: '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }',
  },
  { name: 'print', prepare: media({}, 'print') },
  { name: 'forced colours', prepare: media({ 'forced-colors': 'active' }) },
  { name: 'reduced motion', still: true, prepare: media({ 'prefers-reduced-motion': 'reduce' }) },
  { name: 'frozen prototypes', isUsed: true, script: 'Object.freeze(Object.prototype); Object.freeze(Array.prototype);', looksAlike: true },
  { name: 'a Promise from before browsers had one', isUsed: true, script: oldPromise, looksAlike: true },
  { name: 'no storage', isUsed: true, script: noStorage, looksAlike: true },
  { name: 'a strict content policy with Trusted Types and a second Lit', isUsed: true, headers: strictPolicy, beside: '<script type="module" src="/second-lit.js" nonce="abc"></script><second-lit></second-lit>', looksAlike: true },
];
