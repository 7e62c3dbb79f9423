import type { ReactiveControllerHost } from 'lit';
import type { PortalClient, Programme, ProgrammeAppearance } from '../../client/index.js';
import type { DraftStore } from '../drafts/draft-store.js';
import { appearanceIn, appearanceOf, isSame, valuesOf, type FieldName, type StudioValues } from './studio-values.js';

interface Draft {
  readonly base: ProgrammeAppearance;
  readonly values: StudioValues;
}

const draftName = 'theme-studio';

/** What somebody chose, the way back, what it began with, and what is saved meanwhile. */
export class StudioEditor {
  values: StudioValues = {};
  restored = false;
  readonly #host: ReactiveControllerHost;
  readonly #drafts: () => DraftStore;
  #base: ProgrammeAppearance = {};
  #saved: Programme | undefined;
  #past: StudioValues[] = [];
  /** The field that was typed in last: a word is taken back at once, and not letter by letter. */
  #touched: FieldName | undefined;

  constructor(host: ReactiveControllerHost, drafts: () => DraftStore) {
    this.#host = host;
    this.#drafts = drafts;
  }

  get read() {
    return appearanceOf(this.values);
  }
  get isChanged(): boolean {
    const { appearance, problems } = this.read;
    return problems.size > 0 || !isSame(appearance, this.#base);
  }
  /** Somebody saved another look since this one was begun. */
  get isStale(): boolean {
    return !isSame(this.#base, this.#theirs) && !isSame(this.read.appearance, this.#theirs);
  }
  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get #theirs(): ProgrammeAppearance {
    return this.#saved ? appearanceIn(this.#saved) : {};
  }

  /** Takes what is saved: into the form where nothing was chosen yet, else beside it. */
  take(saved: Programme): void {
    const first = !this.#saved;
    this.#saved = saved;
    const draft = first ? this.#drafts().read<Draft>(draftName)?.value : undefined;
    if (draft) {
      this.#base = draft.base;
      this.values = draft.values;
      this.restored = this.isChanged;
    } else if (first || !this.isChanged) this.discard();
    if (isSame(this.read.appearance, this.#theirs)) this.#base = this.#theirs;
  }

  set(field: FieldName, text: string): void {
    this.#change({ ...this.values, [field]: text }, field);
  }

  /** Begins with another look, under the same logo; what was chosen can be had back. */
  begin(appearance: ProgrammeAppearance): void {
    const { logo } = this.values;
    this.#change({ ...(logo && { logo }), ...valuesOf(appearance) });
  }

  undo(): void {
    this.values = this.#past.pop() ?? this.values;
    this.#touched = undefined;
    this.#keep();
  }

  /** Back to what is saved. */
  discard(): void {
    this.#base = this.#theirs;
    this.values = valuesOf(this.#base);
    this.#past = [];
    this.#touched = undefined;
    this.restored = false;
    this.#drafts().remove(draftName);
    this.#host.requestUpdate();
  }

  /** Goes on with what was chosen, over what somebody else saved. */
  rebase(): void {
    this.#base = this.#theirs;
    this.#keep();
  }

  /** Saves it, unless another look was saved since; a programme that changed elsewhere is no reason to ask. */
  async save(client: PortalClient): Promise<Programme> {
    const { appearance } = this.read;
    const saveOver = ({ version }: Programme) => client.programme.change({ settings: { appearance, brand: {} } }, { version });
    let saved: Programme;
    try {
      saved = await saveOver(this.#saved!);
    } catch (error) {
      const { name, current } = error as { name: string; current?: Programme };
      if (name !== 'PreconditionFailedError' || !current) throw error;
      this.#saved = current;
      if (this.isStale) throw error;
      saved = await saveOver(current);
    }
    this.#saved = saved;
    this.discard();
    return saved;
  }

  #change(values: StudioValues, field?: FieldName): void {
    if (!field || field !== this.#touched) this.#past = [...this.#past.slice(-99), this.values];
    this.#touched = field;
    this.values = values;
    this.#keep();
  }

  #keep(): void {
    if (this.isChanged) this.#drafts().write(draftName, { base: this.#base, values: this.values } satisfies Draft);
    else this.#drafts().remove(draftName);
    this.#host.requestUpdate();
  }
}
