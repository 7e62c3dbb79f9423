import { html } from 'lit';
import type { PortalClient } from '../../../src/client/index.js';
import { words } from '../../../src/components/locale/catalogue.js';
import { button } from '../../../src/components/parts/button.js';
import { ModalDialog } from '../../../src/components/parts/modal-dialog.js';
import { overlayStyles } from '../../../src/components/parts/overlay.styles.js';
import { skeletonLines } from '../../../src/components/parts/skeleton.js';
import { PortalWidget } from '../../../src/components/portal-widget.js';
import { register } from '../../../src/components/register.js';

const en = { title: 'All {@deals}', count: { one: '{count} {@deal}', other: '{count} {@deals}' } } as const;
const de = { title: 'Alle {@deals}', count: { one: '{count} {@deal}', other: '{count} {@deals}' } };

/** The smallest widget there can be: what the foundation's tests look at. */
export class SampleElement extends PortalWidget<readonly string[], typeof en> {
  static override styles = [PortalWidget.styles, overlayStyles];
  protected override readonly words = words({ en: async () => ({ default: en }), de: async () => ({ default: de }) });
  protected override readonly resources = ['deals'] as const;
  readonly dialog = new ModalDialog(this);

  protected override async load(client: PortalClient, signal: AbortSignal) {
    return (await client.deals.list({}, { signal })).data.map(({ name }) => name);
  }

  protected override renderSkeleton() {
    return skeletonLines(3);
  }

  protected override renderData(names: readonly string[]) {
    return html`<h2>${this.t('title')}</h2>
      <p>${this.t('count', { count: names.length })}</p>
      ${button({ label: 'Open', press: () => this.dialog.show() })}
      ${this.dialog.render(() => ({ title: 'Sample', close: this.t('close'), body: html`<input aria-label="Name" />` }))}`;
  }

  say(text: string) {
    this.announce(text);
  }
}

register('prm-sample', SampleElement);
