import type { ReactiveControllerHost } from 'lit';
import type * as Schemas from './deal-schema.js';

/** What is wrong with the form as it stands, by the pointer of a field; `complete` where what is missing is wrong too. Without the schemas the service alone checks the rest, which it does anyway. */
type Check = (complete: boolean, schemas: typeof Schemas | undefined) => ReadonlyMap<string, string>;

/** What the form says is wrong, by the pointer of its field. It is said once somebody has left a field, or has sent the form. */
export class FormProblems {
  said: ReadonlyMap<string, string> = new Map();
  readonly #host: ReactiveControllerHost;
  readonly #given: Check;
  #schemas: typeof Schemas | undefined;
  #reading: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost, check: Check) {
    this.#host = host;
    this.#given = check;
  }

  /** Reads the contract's schemas; the form is there without them, for nothing is checked before something was typed. */
  readSchemas(): void {
    if (!this.#schemas) this.#reading = import('./deal-schema.js').then((schemas) => void (this.#schemas = schemas), () => undefined);
  }

  say(problems: ReadonlyMap<string, string>): void {
    this.said = problems;
    this.#host.requestUpdate();
  }

  /** All that is wrong with the form, before it is sent; more may be known than its fields tell. */
  sayAll(more: Iterable<readonly [string, string]> = []): void {
    this.say(new Map([...this.#check(true), ...more]));
  }

  /** Says the same once more, in the words of another language. */
  sayAgain(ofService: ReadonlyMap<string, string>): void {
    if (this.said.size === 0) return;
    const now = new Map([...ofService, ...this.#check(true)]);
    this.say(new Map([...this.said.keys()].flatMap((pointer) => (now.has(pointer) ? [[pointer, now.get(pointer)!] as const] : []))));
  }

  /** Says what is wrong with a field that was left with something in it; what is missing may still come. */
  readonly left = (pointer: string): void => {
    this.#look(pointer);
    if (!this.#schemas) void this.#reading?.then(() => this.#look(pointer));
  };

  #look(pointer: string): void {
    const sentence = this.#check(false).get(pointer);
    if (sentence === this.said.get(pointer)) return;
    const problems = new Map(this.said);
    if (sentence) problems.set(pointer, sentence);
    this.say(problems);
  }

  #check(complete: boolean): ReadonlyMap<string, string> {
    return this.#given(complete, this.#schemas);
  }

  /** Values were changed: what was said of them is no longer true. */
  changed(keys: readonly string[]): void {
    if (this.said.size === 0) return;
    const touched = keys.flatMap((key) => (key === 'customerName' ? ['/customerId', '/customer'] : [`/${key}`]));
    this.say(new Map([...this.said].filter(([pointer]) => !touched.some((key) => pointer === key || pointer.startsWith(`${key}/`)))));
  }
}
