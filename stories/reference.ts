/**
 * One page for each element, made of the manifest: the element at work, its source to copy, parts, API, events as they come, its
 * other states, and what a checker of accessibility finds in it now. Nothing is written per widget.
 */
import type { StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { elements } from './elements.js';
import type { PrmTag } from '../src/components/index.js';
import { fieldsOf } from './event-fields.js';
import { face, type FaceOptions } from './faces.js';
import { listens } from './listens.js';
import { referenceSheet } from './reference.styles.js';

type Row = readonly (string | undefined)[];

const section = (title: string, content: unknown) => html`<section><h2>${title}</h2>${content}</section>`;
const code = (text: string | undefined) => (text ? html`<code>${text}</code>` : nothing);

function table(caption: string, head: readonly string[], rows: readonly Row[]): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<table>
    <caption>${caption}</caption>
    <thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${rows.map(([name, ...more]) => html`<tr><th scope="row">${code(name)}</th>${more.map((cell, at) => html`<td>${at < more.length - 1 ? code(cell) : cell}</td>`)}</tr>`)}</tbody>
  </table>`;
}

const sourceOf = (tag: PrmTag): string => `<script type="module" src="/prmkit/prmkit.js"></script>

<prm-portal service-url="https://prm.example.com" session-url="/partners/session">
  <${tag}></${tag}>
</prm-portal>`;

/** Draws a line around a part of the live element, from the outside, as a page's own rule would. */
function show(tag: string, part: string | undefined): void {
  marking.replaceSync(part ? `${tag}::part(${part}) { outline: 2px solid #d6006c; outline-offset: 2px; }` : '');
  if (!document.adoptedStyleSheets.includes(marking)) document.adoptedStyleSheets.push(marking);
}
const marking = new CSSStyleSheet();

async function check(event: Event): Promise<void> {
  const button = event.currentTarget as HTMLButtonElement;
  const page = button.closest('.reference')!;
  const { default: axe } = await import('axe-core');
  const { violations, passes, incomplete } = await axe.run(page.querySelector<HTMLElement>('.live')!);
  page.querySelector('.found')!.textContent = [
    `${passes.length} rules hold, ${violations.length} do not, ${incomplete.length} are for a person to decide.`, ...violations.map(({ id, help }) => `${id}: ${help}.`),
  ].join(' ');
}

function log(event: Event): void {
  const list = (event.currentTarget as Element).closest('.reference')!.querySelector('.events')!;
  const line = document.createElement('li');
  const said = JSON.stringify(fieldsOf(event), (_, value: unknown) => (value instanceof Error ? value.message : value));
  line.textContent = `${event.type}${event.cancelable ? ' (cancelable)' : ''} ${said.length > 400 ? `${said.slice(0, 400)}…` : said}`;
  list.prepend(line);
}

/** The reference page of an element; `options` say whom it is shown to. */
export function reference(tag: PrmTag, options: FaceOptions = {}): StoryObj {
  const live = face(tag, options);
  const { description, attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [] } = elements.find(({ tagName }) => tagName === tag)!;
  const ofPortal = elements.find(({ tagName }) => tagName === 'prm-portal')!;
  const properties = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  const heard = [...events, ...ofPortal.events ?? []];
  const source = sourceOf(tag);

  return {
    ...live,
    render: (args, context) => {
      if (!document.adoptedStyleSheets.includes(referenceSheet)) document.adoptedStyleSheets.push(referenceSheet);
      return html`<div class="reference">
        <h1>&lt;${tag}&gt;</h1>
        <p>${description}</p>
        <div class="live" ${listens(heard.map(({ name }) => name), log)}>${live.render!(args, context)}</div>
        ${section('To copy', html`<pre tabindex="0" role="region" aria-label="Source"><code>${source}</code></pre><button type="button" @click=${() => navigator.clipboard.writeText(source)}>Copy</button>`)}
        ${cssParts.length ? section('Anatomy', html`<p>Parts, for a page's own rules: <code>${tag}::part(${cssParts[0]!.name})</code>. Choose one to see it.</p>
          <ul class="parts">${cssParts.map(({ name, description }) => html`<li>
            <button type="button" @click=${() => show(tag, name)}>${name}</button> ${description}</li>`)}
          </ul><button type="button" @click=${() => show(tag, undefined)}>None</button>`) : nothing}
        ${section('API', html`
          ${table('Attributes', ['Name', 'Type', 'What it is'], attributes.map(({ name, type, description }) => [name, type?.text, description]))}
          ${table('Properties', ['Name', 'Type', 'What it is'], properties.map(({ name, type, description }) => [name, type?.text, description]))}
          ${table('Methods', ['Name', 'What it does'], methods.map(({ name, description }) => [`${name}()`, description]))}
          ${table('Events', ['Name', 'Type', 'When'], events.map(({ name, type, description }) => [name, type?.text, description]))}
          ${table('Slots', ['Name', 'What stands there'], slots.map(({ name, description }) => [name || 'default', description]))}`)}
        ${section('Theming', html`
          <p>Everything takes <code>--prm-color-primary</code>, the page's font and <code>color-scheme</code>, and whatever else docs/theming.md names.</p>
          ${table('Custom properties', ['Name', 'What it is'], cssProperties.map(({ name, description }) => [name, description]))}`)}
        ${section('Events as they come', html`<p>From the element and its portal, newest first.</p><ol class="events" tabindex="0" aria-label="Events"></ol>`)}
        ${section('States', html`<p>Each is a story beside this one: with data, loading, empty, failed, unreachable, denied, signed out, not set up.</p>`)}
        ${section('Accessibility', html`
          <ul>
            <li>Everything can be done by keyboard alone; dialogs and menus close with Escape and give the focus back.</li>
            <li>Outcomes are spoken by a live region; a status is a word and never a colour alone.</li>
            <li>It reflows down to 280 px, follows forced colours and reduced motion, and reads from right to left in Arabic.</li>
          </ul>
          <p><button type="button" @click=${check}>Check it now with axe</button> <span class="found" role="status"></span></p>`)}
      </div>`;
    },
  };
}
