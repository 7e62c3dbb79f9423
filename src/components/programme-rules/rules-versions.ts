/** What changed from version to version: loaded when somebody asks. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PortalClient } from '../../client/index.js';
import { button } from '../parts/button.js';
import { skeletonLines } from '../parts/skeleton.js';
import { differences, type Speech } from './rules-sentences.js';

type Version = Awaited<ReturnType<PortalClient['rules']['listVersions']>>['data'][number];

const pageSize = 20;

/** The versions of the rules, the newest first, each with what it says that the one before it did not. */
export class RuleVersions {
  readonly #client: PortalClient;
  readonly #update: () => void;
  #versions: Version[] | undefined;
  #cursor: string | null = null;
  #failed = false;

  constructor(client: PortalClient, update: () => void) {
    this.#client = client;
    this.#update = update;
    void this.#load();
  }

  render(speech: Speech): TemplateResult {
    const { t } = speech;
    const versions = this.#versions;
    if (!versions) return this.#failed ? html`<p role="alert">${t('notice.partial')} ${button({ label: t('retry'), press: () => void this.#load() })}</p>` : html`${skeletonLines(4)}`;
    return html`
      <ol class="versions">${versions.map((version, index) => this.#renderVersion(speech, version, versions[index + 1]))}</ol>
      ${this.#cursor ? button({ label: t('versions.more'), press: () => void this.#load() }) : nothing}
    `;
  }

  #renderVersion(speech: Speech, { version, changedAt, changedBy, note, rules }: Version, before: Version | undefined): TemplateResult {
    const { t, format } = speech;
    const when = format.relativeDay(changedAt);
    const changed = before && differences(speech, before.rules, rules);
    const list = (word: string, sentences: readonly string[], name: string) =>
      sentences.length > 0 ? html`<dt>${word}</dt><dd><ul class=${name}>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul></dd>` : nothing;
    return html`<li>
      <p>
        <strong>${changedBy ? t('version.by', { number: version, who: changedBy, when }) : t('version', { number: version, when })}</strong>
        ${note ? html`<span class="note">${note}</span>` : nothing}
      </p>
      ${!changed
        ? this.#cursor ? nothing : html`<p class="muted">${t('versions.first')}</p>`
        : changed.gone.length + changed.come.length === 0
          ? html`<p class="muted">${t('versions.same')}</p>`
          : html`<dl class="changed">${list(t('versions.come'), changed.come, 'come')}${list(t('versions.gone'), changed.gone, 'gone')}</dl>`}
    </li>`;
  }

  async #load(): Promise<void> {
    this.#failed = false;
    try {
      const { data, nextCursor } = await this.#client.rules.listVersions({ limit: pageSize, ...(this.#cursor && { cursor: this.#cursor }) });
      this.#versions = [...(this.#versions ?? []), ...data];
      this.#cursor = nextCursor;
    } catch {
      this.#failed = true;
    }
    this.#update();
  }
}
