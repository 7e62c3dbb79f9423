import { html, nothing, type TemplateResult } from 'lit';
import type { Deal, FormField } from '../../client/index.js';
import { facts } from '../parts/facts.js';
import { isAsked, isNeeded, pointerOf, type DealValues } from './deal-values.js';
import { fieldWord } from './field-word.js';
import { renderField, type FieldParts } from './registration-fields.js';

interface FormParts extends FieldParts {
  /** The partner's kind: some fields are asked of some kinds alone. */
  kind: string;
  deal: Deal | undefined;
  /** What the service has: a field that was empty there and is needed now may be filled in beside what was asked. */
  base: DealValues;
  /** The fields that the page wants, in its order. */
  chosen: readonly string[] | undefined;
}

/** The programme's form, section by section; or where the vendor asked for some fields, those, and the rest to read. */
export function renderSections(parts: FormParts): unknown {
  const { t, label, programme, kind, deal } = parts;
  const sections = programme.settings.dealForm.sections.map((section) => ({ ...section, fields: section.fields.filter((field) => isAsked(field, kind)) }));
  if (deal?.review !== 'action_required' || !deal.askedFields?.length) {
    return orderedAs(parts, sections).map((section) => (section.fields.length === 0 ? nothing : renderSection(label(section.label), section.fields, parts)));
  }
  const fields = sections.flatMap((section) => section.fields);
  const open = fields.filter((field) => mayAnswer(field, deal, parts));
  const rest = fields.filter((field) => !open.includes(field));
  return html`
    ${renderSection(t('asked.section'), open, parts)}
    ${rest.length > 0 ? html`<details class="rest">
      <summary>${t('asked.rest')}</summary>
      ${facts(rest.map((field) => [label(field.label), fieldWord(field, parts.values, parts)] as const))}
    </details>` : nothing}
  `;
}

/**
 * The sections as the page wants them: its fields first, in its order, each in its own section. What it leaves out still shows where a submission
 * needs it, where it holds something, and where something is wrong with it.
 */
function orderedAs<Section extends { fields: readonly FormField[] }>(parts: FormParts, sections: readonly Section[]): readonly Section[] {
  const { chosen } = parts;
  if (!chosen?.length) return sections;
  const place = ({ key }: FormField) => (chosen.includes(key) ? chosen.indexOf(key) : chosen.length);
  const isShown = (field: FormField) =>
    chosen.includes(field.key) || isNeeded(field, parts.values) || [parts.base, parts.values].some((values) => fieldWord(field, values, parts) !== '') || parts.problems.has(pointerOf(field));
  const first = ({ fields }: Section) => Math.min(...fields.map(place));
  return sections
    .map((section) => ({ ...section, fields: section.fields.filter(isShown).sort((one, other) => place(one) - place(other)) }))
    .sort((one, other) => first(one) - first(other));
}

/** What was asked for, what that makes needed, and what is wrong by the service's word: else it could not be put right. */
const mayAnswer = (field: FormField, { askedFields }: Deal, parts: FormParts): boolean =>
  askedFields.includes(field.key) || parts.problems.has(pointerOf(field)) || (isNeeded(field, parts.values) && fieldWord(field, parts.base, parts) === '');

const renderSection = (name: string, fields: readonly FormField[], parts: FieldParts): TemplateResult => html`<div class="section" role="group" aria-label=${name}>
  <h3>${name}</h3>
  ${fields.map((field) => renderField(field, parts))}
</div>`;
