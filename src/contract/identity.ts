import * as z from 'zod/mini';

/** The prefix of each resource's ids: `deal_0193…`. Ids sort by creation. */
export const idPrefixes = {
  programme: 'prg', partner: 'ptn', member: 'mem', product: 'prd', territory: 'ter', account: 'acc', customer: 'cus', contact: 'con',
  lead: 'lead', deal: 'deal', decision: 'dec', extension: 'ext', message: 'msg', view: 'view', session: 'ses', key: 'key', history: 'his', notice: 'ntc', file: 'file',
} as const;

export type IdKind = keyof typeof idPrefixes;

/** An id of one kind: prefix, underscore, 32 hexadecimal digits (12 of them the creation time in milliseconds). */
export const id = (kind: IdKind) => z.string().check(z.regex(new RegExp(`^${idPrefixes[kind]}_[0-9a-f]{32}$`), { error: `There is no such ${kind}.` }));

/** Which kind of id a path or query parameter takes, by its name: `dealId` → `deal`. */
export const kindOfParameter = (name: string): IdKind | undefined => {
  const kind = name.replace(/Id$/, '');
  return kind in idPrefixes && kind !== name ? (kind as IdKind) : undefined;
};
