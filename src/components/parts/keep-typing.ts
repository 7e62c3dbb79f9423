/**
 * What is typed into a field here is no shortcut of the page's: its handlers see the widget, and not that it is a field.
 * Those that catch keys on their way down come first, and nothing helps against them.
 */
export function keepTyping(event: KeyboardEvent): void {
  const isTyped = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (isTyped && (event.composedPath()[0] as Element).matches('input, select, textarea')) event.stopPropagation();
}
