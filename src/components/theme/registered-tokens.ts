/**
 * The colours that are derived from others. A property that a browser knows as a colour is computed once, on the widget, and is
 * short from then on; one that it does not know is text, and each element that is drawn with it would derive it again: nearly a
 * quarter of what a list took to appear. Such a property belongs to the page, and so its name is nobody else's.
 */
const derived = [
  'text', 'on-primary', 'primary-strong', 'ground', 'accent', 'danger-text', 'warning-text', 'success-text', 'muted',
  'shade', 'sunken', 'hover', 'pressed', 'selected', 'raised', 'line', 'control-line',
];
let known = false;

/** Makes them known to the page that a widget stands in; once, and where the browser can. Without it all looks the same. */
export function registerTokens(): void {
  if (known) return;
  known = true;
  for (const name of derived) {
    try {
      CSS.registerProperty({ name: `--_prm-${name}`, syntax: '<color>', inherits: false, initialValue: 'transparent' });
    } catch {
      // Another copy of prmkit has done it, or the browser is too old.
    }
  }
}
