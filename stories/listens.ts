import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';
import { nothing } from 'lit';

/** Listens on an element for events whose names are known at run time only. */
class ListensDirective extends AsyncDirective {
  #listening?: AbortController;

  render(_names: readonly string[], _listener: (event: Event) => void): unknown {
    return nothing;
  }

  override update({ element }: ElementPart, [names, listener]: [readonly string[], (event: Event) => void]): unknown {
    this.#listening?.abort();
    this.#listening = new AbortController();
    for (const name of names) element.addEventListener(name, listener, this.#listening);
    return nothing;
  }

  protected override disconnected(): void {
    this.#listening?.abort();
  }
}

export const listens = directive(ListensDirective);
