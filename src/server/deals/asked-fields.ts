import type { Deal, DealInput } from '../../contract/index.js';
import type { Call } from '../call.js';
import type { ProgrammeRow } from '../programme/queries.js';
import { ServiceError } from '../service-error.js';
import { fieldsFor, filledIn, refuseUnasked } from './form.js';
import { readPartnerKind, type WholeRow } from './queries.js';
import { fourPlaces } from './saving.js';

type Line = NonNullable<DealInput['lines']>[number];

/** Lines as they are compared: whether they were sent or read. */
const plain = ({ productId = null, description = null, quantity, unitPrice }: Line) => [productId, description, fourPlaces(quantity), fourPlaces(unitPrice)];

/** Holds a change of a deal that waits for the partner against what the vendor asked for, if it named anything. */
export async function requireAsked({ tx }: Pick<Call, 'tx'>, programme: ProgrammeRow, row: WholeRow, deal: Deal, body: DealInput): Promise<void> {
  if (!row.asked_fields.length) return;
  const fields = fieldsFor(programme.settings.dealForm, await readPartnerKind(tx, programme.id, row.partner_id));
  const lines = deal.lines.map(({ product, ...line }) => plain({ ...line, productId: product?.id }));
  const before = { ...filledIn(row, deal), lines, attachments: deal.attachments.map(({ id }) => id) };
  const { name = before.name, customerId = before.customerId, value = before.value, closeOn = before.closeOn, territoryId = before.territoryId, project = before.project, note = before.note, attachments = deal.attachments.map(({ id }) => id), custom = before.custom } = body;
  const after = { ...before, name, customerId, value, closeOn, territoryId, project, note, attachments, custom, lines: body.lines?.map(plain) ?? lines };
  const problems = refuseUnasked(fields, row.asked_fields, before, after);
  if (body.memberId !== undefined && body.memberId !== row.member_id) problems.push({ pointer: '/memberId', code: 'read_only', message: 'Hand the deal to a colleague once it is submitted.' });
  if (problems.length) throw new ServiceError('validation_failed', { fields: problems });
}
