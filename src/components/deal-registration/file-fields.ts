import type { LitElement } from 'lit';
import type { PortalClient } from '../../client/index.js';
import { adoptLater } from '../parts/adopt-later.js';
import { FileField, type FileFieldOptions } from '../parts/file-field.js';
import { fileFieldStyles } from '../parts/file-field.styles.js';

/** The form's fields for files, each with its own uploads: loaded with a form that has one. */
export class FileFields {
  readonly #host: LitElement;
  readonly #client: () => PortalClient;
  readonly #say: (text: string) => void;
  readonly #fields = new Map<string, FileField>();

  constructor(host: LitElement, client: () => PortalClient, say: (text: string) => void) {
    this.#host = host;
    this.#client = client;
    this.#say = say;
    adoptLater(host, fileFieldStyles);
  }

  /** The pointers of the fields on whose files a submission waits. */
  get busy(): string[] {
    return [...this.#fields].filter(([, field]) => field.isBusy).map(([id]) => (id === 'deal-attachments' ? '/attachments' : `/custom/${id.replace('deal-', '')}`));
  }

  render(options: FileFieldOptions): unknown {
    const field = this.#fields.get(options.id) ?? new FileField(this.#host, this.#client, this.#say);
    this.#fields.set(options.id, field);
    return field.render(options);
  }
}
