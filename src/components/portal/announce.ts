import { directionOf, langOf } from '../locale/language.js';

/*
 * One live region per place where it can be heard. Some readers do not hear regions in shadow roots, so outcomes are
 * spoken in the light DOM; but while a modal dialog is open all else is inert, so then inside that dialog.
 */
const regions = new WeakMap<Element, HTMLElement>();
const waiting = new WeakMap<HTMLElement, string[]>();

/** Speaks an outcome to a screen reader, in a language, without moving focus. `from` is the element that it happened in. */
export function announce(text: string, from: Element, language: string): void {
  const place = openDialogAround(from) ?? document.body;
  let region = regions.get(place);
  if (!region?.isConnected) regions.set(place, (region = createRegion(place)));
  const queue = waiting.get(region);
  if (queue) return void queue.push(text);

  const queued = [text];
  waiting.set(region, queued);
  region.textContent = '';
  // A region is heard when it changes: empty first, so that the same words twice are two changes.
  const target = region;
  target.lang = langOf(language);
  target.dir = directionOf(language);
  setTimeout(() => {
    waiting.delete(target);
    // A dialog that opened or closed meanwhile has taken the place where it would be heard along.
    if ((openDialogAround(from) ?? document.body) !== place) announce(queued.join(' '), from, language);
    else target.textContent = queued.join(' ');
  }, 100);
}

function createRegion(place: Element): HTMLElement {
  const region = document.createElement('div');
  region.setAttribute('role', 'status');
  region.setAttribute('aria-live', 'polite');
  Object.assign(region.style, { position: 'absolute', inlineSize: '1px', blockSize: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' });
  place.append(region);
  return region;
}

/** The modal dialog that is open in an element's shadow root, or around it, through shadow boundaries. */
function openDialogAround(from: Element): Element | null {
  const inside = from.shadowRoot?.querySelector('dialog:modal');
  if (inside) return inside;
  for (let element: Element | null = from; element; element = hostOf(element)) {
    const around: Element | null = element.closest('dialog:modal');
    if (around) return around;
  }
  return null;
}

const hostOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};
