import { html, nothing, type LitElement, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { PortalClient } from '../../client/index.js';
import { fileTypes, largestFile } from '../../contract/file-types.js';
import { errorSentence } from '../locale/error-sentences.js';
import type { Formats } from '../locale/format.js';
import type { TranslateWidget } from '../locale/shared-words.js';
import { button } from './button.js';
import { field, type FieldOptions } from './field.js';
import type en from './file-words/en.js';
import { FileUploads, type LostFile, type Upload, type UploadedFile } from './file-uploads.js';
import { icon } from './icon.js';
import { iconCircleAlert, iconFile, iconRotateCw, iconX } from './icons.js';
import { saveFile } from './save-file.js';

export type { UploadedFile } from './file-uploads.js';

export interface FileFieldOptions extends FieldOptions {
  readonly t: TranslateWidget<typeof en>;
  readonly format: Formats;
  /** The files that the form has, those on a saved deal included. */
  readonly files: readonly UploadedFile[];
  /** How many it may have; 20 unless said. */
  readonly most?: number;
  readonly change: (files: readonly UploadedFile[]) => void;
}

/** Where the names of files on their way are kept, for a page that goes before they arrive. */
export interface KeptFiles {
  readonly read: () => readonly LostFile[];
  readonly write: (files: readonly LostFile[]) => void;
}

type Host = ReactiveControllerHost & Pick<LitElement, 'renderRoot'>;

const accepted = Object.values(fileTypes).flat().map((ending) => `.${ending}`).join();

/**
 * A field for files: a native file input in a place to drop them, and a list of what is there and on its way. It uploads by itself; the form keeps
 * the ids and names them when it saves. One for each field of a form that takes files.
 */
export class FileField {
  readonly #host: Host;
  readonly #client: () => PortalClient;
  readonly #say: (text: string) => void;
  readonly #uploads: FileUploads;
  #options: FileFieldOptions | undefined;
  #over = false;

  constructor(host: Host, client: () => PortalClient, say: (text: string) => void, kept?: KeptFiles) {
    this.#host = host;
    this.#client = client;
    this.#say = say;
    this.#uploads = new FileUploads(host, client, { arrived: (file) => this.#arrived(file), failed: (upload) => this.#failed(upload), ...(kept && { awaited: kept.write }) });
    this.#uploads.miss(kept?.read() ?? []);
  }

  /** Whether something is still on its way: a form waits with its submission. */
  get isBusy(): boolean {
    return this.#uploads.all.some(({ phase }) => phase !== 'failed');
  }

  /** The form is done with: what did not arrive is not wanted any more. */
  clear(): void {
    this.#uploads.clear();
  }

  render(options: FileFieldOptions): TemplateResult {
    this.#options = options;
    const { t, files } = options;
    const help = options.help ?? t('file.accepts', { limit: this.#size(largestFile) });
    return html`<div class="file-field">
      ${field({ ...options, help }, ({ id, describedBy, invalid }) => html`
        <div
          class="file-drop" ?data-over=${this.#over}
          @dragenter=${this.#dragged} @dragover=${this.#dragged} @dragleave=${this.#left} @drop=${this.#dropped}
        >
          <span aria-hidden="true">${t('file.choose')}</span>
          <input
            id=${id} type="file" multiple accept=${accepted} ?required=${options.required && files.length === 0}
            aria-describedby=${describedBy} aria-invalid=${invalid} @change=${this.#chosen}
          />
        </div>`)}
      <ul class="files" aria-label=${t('file.list')} ?hidden=${files.length + this.#uploads.all.length === 0}>
        ${files.map((file) => this.#renderFile(file, t))} ${this.#uploads.all.map((upload) => this.#renderUpload(upload, t))}
      </ul>
    </div>`;
  }

  #renderFile(file: UploadedFile, t: FileFieldOptions['t']): TemplateResult {
    const { name } = file;
    return html`<li>
      ${icon(iconFile)}
      <button class="file-name" type="button" title=${t('file.save', { name })} aria-label=${t('file.save', { name })} @click=${() => void this.#save(file)}>${name}</button>
      <small class="number">${this.#size(file.size)}</small>
      ${button({ label: t('file.remove', { name }), icon: iconX, iconOnly: true, press: () => this.#remove(file) })}
    </li>`;
  }

  #renderUpload(upload: Upload, t: FileFieldOptions['t']): TemplateResult {
    const { file: { name, size }, phase, share } = upload;
    const failed = phase === 'failed';
    const retryable = failed && (upload.problem === 'interrupted' || (!upload.problem && errorSentence(t, upload.error).retryable));
    const state = { waiting: t('file.waiting'), sending: this.#options!.format.percent(share), checking: t('file.checking'), failed: this.#size(size) }[phase];
    return html`<li ?data-failed=${failed}>
      ${icon(failed ? iconCircleAlert : iconFile)}
      <span class="file-name">${name}</span>
      <small class="number">${state}</small>
      ${retryable ? button({ label: t('file.retry', { name }), icon: iconRotateCw, iconOnly: true, press: () => this.#uploads.retry(upload) }) : nothing}
      ${button({ label: t(failed ? 'file.dismiss' : 'file.cancel', { name }), icon: iconX, iconOnly: true, press: () => this.#drop(upload) })}
      ${failed
        ? html`<p class="field-error">${this.#sentence(upload)}</p>`
        : html`<progress aria-label=${t('file.progress', { name })} max="1" .value=${share}></progress>`}
    </li>`;
  }

  #sentence({ problem, error }: Upload): string {
    const { t, most = defaultMost } = this.#options!;
    if (problem === 'large') return t('file.error.large', { limit: this.#size(largestFile) });
    if (problem === 'many') return t('file.error.many', { limit: most });
    return problem ? t(`file.error.${problem}`) : errorSentence(t, error).text;
  }

  readonly #size = (bytes: number): string => {
    const [unit, one] = bytes >= 1_048_576 ? ['megabyte', 1_048_576] : ['kilobyte', 1_024];
    return this.#options!.format.number(Math.max(bytes / one!, 0.1), { style: 'unit', unit: unit as string, maximumFractionDigits: 1 });
  };

  readonly #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#add([...(input.files ?? [])]);
    // So that the same file, put right, can be chosen again.
    input.value = '';
  };

  readonly #dragged = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.#setOver(true);
  };

  readonly #left = (event: DragEvent): void => {
    if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) this.#setOver(false);
  };

  readonly #dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.#setOver(false);
    this.#add([...(event.dataTransfer?.files ?? [])]);
  };

  #setOver(over: boolean): void {
    if (this.#over === over) return;
    this.#over = over;
    this.#host.requestUpdate();
  }

  #add(added: readonly File[]): void {
    if (added.length === 0) return;
    const { t, files, most = defaultMost } = this.#options!;
    const under = this.#uploads.all.filter(({ phase }) => phase !== 'failed').length;
    this.#uploads.add(added, most - files.length - under);
    const sent = this.#uploads.all.filter(({ phase }) => phase !== 'failed').length - under;
    if (sent > 0) this.#say(t('file.started', { count: sent }));
  }

  #arrived(file: UploadedFile): void {
    const { t, files, change } = this.#options!;
    change([...files, file]);
    // The next one may arrive before the form has drawn this one.
    this.#options = { ...this.#options!, files: [...files, file] };
    this.#say(t('file.added', { name: file.name }));
  }

  #failed(upload: Upload): void {
    this.#say(`${upload.file.name}: ${this.#sentence(upload)}`);
  }

  #drop(upload: Upload): void {
    if (upload.phase !== 'failed') this.#say(this.#options!.t('file.cancelled', { name: upload.file.name }));
    this.#uploads.drop(upload);
    void this.#focusInput();
  }

  #remove(file: UploadedFile): void {
    const { t, files, change } = this.#options!;
    change(files.filter(({ id }) => id !== file.id));
    // The saved form will name it no more, and then it goes in any case.
    void this.#client().files.remove(file.id).catch(() => undefined);
    this.#say(t('file.removed', { name: file.name }));
    void this.#focusInput();
  }

  async #save(file: UploadedFile): Promise<void> {
    await saveFile(this.#client(), file).catch((error: unknown) => this.#say(errorSentence(this.#options!.t, error).text));
  }

  /** The button that was pressed is gone. */
  async #focusInput(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`#${this.#options!.id}`)?.focus();
  }
}

const defaultMost = 20;
