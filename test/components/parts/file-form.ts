import { html } from 'lit';
import { state } from 'lit/decorators.js';
import { words } from '../../../src/components/locale/catalogue.js';
import { fieldStyles } from '../../../src/components/parts/field.styles.js';
import { FileField, type UploadedFile } from '../../../src/components/parts/file-field.js';
import { fileFieldStyles } from '../../../src/components/parts/file-field.styles.js';
import type en from '../../../src/components/parts/file-words/en.js';
import { PortalWidget } from '../../../src/components/portal-widget.js';
import { register } from '../../../src/components/register.js';

/** The smallest form with a field for files. */
export class FileFormElement extends PortalWidget<true, typeof en> {
  static override styles = [PortalWidget.styles, fieldStyles, fileFieldStyles];
  protected override readonly words = words({
    en: () => import('../../../src/components/parts/file-words/en.js'), de: () => import('../../../src/components/parts/file-words/de.js'),
  });
  @state() files: readonly UploadedFile[] = [];
  @state() error?: string;
  readonly field = new FileField(this, () => this.client, (text) => this.announce(text));

  protected override async load(): Promise<true> {
    return true;
  }

  protected override renderSkeleton() {
    return '';
  }

  protected override renderData() {
    return html`<form>
      ${this.field.render({
        id: 'files', label: 'Attachments', optional: this.t('optional'), error: this.error, t: this.t, format: this.format, files: this.files, most: 4,
        change: (files) => (this.files = files),
      })}
    </form>`;
  }
}

register('prm-file-form', FileFormElement);
