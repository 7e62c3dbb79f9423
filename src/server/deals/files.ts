import type { Deal, DealInput } from '../../contract/index.js';
import type { Call } from '../call.js';
import { attachFiles, type NamedFiles } from '../files/attachments.js';
import type { ProgrammeRow } from '../programme/queries.js';
import { filesIn } from './form.js';
import { readPartnerKind } from './queries.js';

/** Makes the files that a form named the deal's own, those of its attachments and of the programme's file fields. Nothing is done where it names none anew. */
export async function attachNamed(call: Pick<Call, 'tx' | 'caller' | 'reach'>, programme: ProgrammeRow, dealId: string, body: DealInput, before: Pick<Deal, 'attachments' | 'custom'>): Promise<void> {
  if (body.attachments === undefined && body.custom === undefined) return;
  const { tx, caller } = call;
  const kind = await readPartnerKind(tx, programme.id, caller.partnerId!);
  const ofForm = (custom: Record<string, unknown>) => filesIn(programme.settings.dealForm, kind, custom);
  const inFields = new Set(ofForm(before.custom).flatMap(({ ids }) => ids));
  const attachments = body.attachments ?? before.attachments.map(({ id }) => id).filter((id) => !inFields.has(id));
  const named: NamedFiles[] = [{ pointer: '/attachments', ids: attachments }, ...ofForm(body.custom ?? before.custom)];
  await attachFiles(tx, call, dealId, named);
}
