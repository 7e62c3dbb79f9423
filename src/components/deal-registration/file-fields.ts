import type { LitElement } from 'lit';
import type { PortalClient } from '../../client/index.js';
import type { DraftStore } from '../drafts/draft-store.js';
import { adoptLater } from '../parts/adopt-later.js';
import { FileField, type FileFieldOptions, type KeptFiles } from '../parts/file-field.js';
import { fileFieldStyles } from '../parts/file-field.styles.js';
import type { LostFile } from '../parts/file-uploads.js';

/** One draft's fields for files, each with its own uploads: loaded with a form that has one. */
export class FileFields {
  readonly #host: LitElement;
  readonly #client: () => PortalClient;
  readonly #say: (text: string) => void;
  readonly #drafts: () => DraftStore;
  readonly #draft: string;
  #isLeft = false;
  readonly #fields = new Map<string, FileField>();

  /** `draft` is the name that what is typed in the form is kept under. */
  constructor(host: LitElement, client: () => PortalClient, say: (text: string) => void, drafts: () => DraftStore, draft: string) {
    this.#host = host;
    this.#client = client;
    this.#say = say;
    this.#drafts = drafts;
    this.#draft = draft;
    adoptLater(host, fileFieldStyles);
  }

  /** The pointers of the fields on whose files a submission waits. */
  get busy(): string[] {
    return [...this.#fields].filter(([, field]) => field.isBusy).map(([id]) => (id === 'deal-attachments' ? '/attachments' : `/custom/${id.replace('deal-', '')}`));
  }

  /** The form is done with. */
  clear(): void {
    for (const field of this.#fields.values()) field.clear();
  }

  /** Another draft takes the form's place: what is on its way ends, and is missed when this one is opened again. */
  leave(): void {
    this.#isLeft = true;
    this.clear();
  }

  #kept(id: string): KeptFiles {
    const name = `files:${this.#draft}:${id}`;
    return {
      read: () => this.#drafts().read<readonly LostFile[]>(name)?.value ?? [],
      write: (files) => {
        if (this.#isLeft) return;
        if (files.length > 0) this.#drafts().write(name, files);
        else this.#drafts().remove(name);
      },
    };
  }

  render(options: FileFieldOptions): unknown {
    const field = this.#fields.get(options.id) ?? new FileField(this.#host, this.#client, this.#say, this.#kept(options.id));
    this.#fields.set(options.id, field);
    return field.render({ ...options, change: (files) => void (this.#isLeft || options.change(files)) });
  }
}
