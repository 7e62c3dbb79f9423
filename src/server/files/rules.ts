import { fileTypes, roles, type FileState, type FileType } from '../../contract/index.js';
import { availability, type ActionRule } from '../actions.js';
import type { Caller } from '../caller.js';

/** What a rule looks at: the file, the caller's part in it, and the deal that it is on. */
export interface FileSituation {
  state: FileState;
  /** Whether the caller declared it. */
  own: boolean;
  attached: boolean;
  /** Whether the caller's company leads the deal and may change it now. */
  dealOpen: boolean;
}

export type FileAction = 'upload' | 'download' | 'remove';

const everybody = roles.filter((role) => role !== 'operator');

/** Every action on a file: who may take it, and what stands in its way. */
export const fileActions: readonly ActionRule<FileSituation, FileAction>[] = [
  { name: 'upload', roles: everybody, refuse: ({ own, state }) => (!own ? 'not_yours' : state === 'pending' ? undefined : `state_${state}`) },
  { name: 'download', roles: everybody, refuse: ({ state }) => (state === 'clean' ? undefined : `state_${state}`) },
  { name: 'remove', roles: everybody, refuse: ({ attached, own, dealOpen }) => (attached ? (dealOpen ? undefined : 'deal_not_open') : own ? undefined : 'not_yours') },
];

export const fileAvailability = (situation: FileSituation, role: Caller['role']) => availability(fileActions, situation, role);

/** Whether a name ends as its type's names do. A text that is called `.bat` would be run by whoever opens it. */
export function endsLike(name: string, type: FileType): boolean {
  const lower = name.toLowerCase();
  return fileTypes[type].some((ending) => lower.endsWith(`.${ending}`) && lower.length > ending.length + 1);
}

/** How an answer says that it is to be saved, and under which name: RFC 6266, with a plain spelling for those who know no other. */
export const attachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)}`;

/** Files that wait to be added to a deal, for one person. Whoever has so many has forgotten them, or means harm. */
export const mostWaiting = 100;
/** Files on one deal. */
export const mostOnDeal = 50;
