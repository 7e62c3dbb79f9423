/** What a key does here. */
export type DeskCommand = 'next' | 'previous' | 'approve' | 'reject' | 'request_action' | 'undo' | 'choose' | 'search' | 'help';

const commands: Readonly<Record<string, DeskCommand>> = {
  j: 'next', k: 'previous', a: 'approve', r: 'reject', m: 'request_action', u: 'undo', x: 'choose', '/': 'search', '?': 'help',
};

/** Where letters are typed, a letter is no command: a select finds its options by them. */
const typing = 'input:not([type="radio"], [type="checkbox"]), select, textarea, [contenteditable], [role="menu"] *';

/** The command of a key that was pressed inside the widget, if it is one. Held keys and keys with Ctrl, Alt or Command are not. */
export function commandOf(event: KeyboardEvent): DeskCommand | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return undefined;
  const target = event.composedPath()[0] as Element;
  const command = target.matches(typing) ? undefined : commands[event.key.toLowerCase()];
  return event.repeat && command !== 'next' && command !== 'previous' ? undefined : command;
}
