import type { Deal } from '../../contract/index.js';
import { changesBetween } from '../history/entries.js';

/** The fields of a form, as history tells of them. Of lines, those that differ. */
export function formChanges(before: Partial<Deal>, after: Deal): ReturnType<typeof changesBetween> {
  const { name, customer, member, value, closeOn, territoryId, project, note, custom } = after;
  const changes = changesBetween(before, { name, customer, member, value, closeOn, territoryId, project, note, custom });
  const [from, to] = [before.lines ?? [], after.lines];
  const differs = (lines: Deal['lines'], others: Deal['lines']) => lines.filter((line, index) => JSON.stringify(line) !== JSON.stringify(others[index]));
  const lines = { from: differs(from, to), to: differs(to, from) };
  const files = changesBetween({ attachments: before.attachments?.map(({ name: file }) => file) }, { attachments: after.attachments.map(({ name: file }) => file) });
  if (files.attachments && (before.attachments?.length || after.attachments.length)) Object.assign(changes, files);
  return lines.from.length || lines.to.length ? { ...changes, lines } : changes;
}
