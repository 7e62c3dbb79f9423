import { standardDealFields, stages, type FieldProblem, type FormField, type ProgrammeSettings } from '../../contract/index.js';

/** Who sets what a programme asks and shows. */
export const mayChange = (role: string): boolean => role === 'programme_admin' || role === 'secret_key';

const standard: readonly string[] = standardDealFields;

/** What a schema cannot say of a programme's rules: keys that repeat, choices without options, standard fields that do not exist. */
export function checkSettings(settings: ProgrammeSettings): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  const fields = new Map<string, FormField>(settings.dealForm.sections.flatMap((section) => section.fields.map((field) => [field.key, field])));
  settings.dealForm.sections.forEach((section, sectionIndex) => section.fields.forEach((field, index) => {
    const pointer = `/settings/dealForm/sections/${sectionIndex}/fields/${index}`;
    const say = (part: string, code: string, message: string) => problems.push({ pointer: `${pointer}/${part}`, code, message });
    if (seen.has(field.key)) say('key', 'duplicate', 'Another field has this key. Choose a new one.');
    seen.add(field.key);
    if ((field.type === 'standard') !== standard.includes(field.key)) {
      say('type', 'standard', field.type === 'standard' ? `Standard fields are ${standard.join(', ')}.` : 'This key belongs to a standard field. Set its type to standard or choose another key.');
    }
    if ((field.type === 'choice' || field.type === 'multi_choice') !== Boolean(field.options)) say('options', 'options', 'A choice needs options, and nothing else has them.');
    if (field.requiredIf) problems.push(...checkCondition(field, fields.get(field.requiredIf.field)).map(([part, code, message]) => ({ pointer: `${pointer}/requiredIf/${part}`, code, message })));
  }));
  for (const key of Object.keys(settings.stageLabels)) {
    if (!(stages as readonly string[]).includes(key)) problems.push({ pointer: `/settings/stageLabels/${key}`, code: 'unknown', message: `There is no such stage. Stages are ${stages.join(', ')}.` });
  }
  for (const [list, reasons] of Object.entries(settings.reasons)) {
    if (new Set(reasons.map((reason) => reason.code)).size < reasons.length) problems.push({ pointer: `/settings/reasons/${list}`, code: 'duplicate', message: 'Two reasons have the same code.' });
  }
  if (settings.matching && settings.matching.review > settings.matching.automatic) {
    problems.push({ pointer: '/settings/matching/review', code: 'too_large', message: 'What is taken by itself must also be fit to be shown. Choose a review threshold that is not above the automatic one.' });
  }
  return problems;
}

/** What is wrong with a field that hangs on another one. */
function checkCondition({ key, requiredIf }: FormField, on: FormField | undefined): [part: string, code: string, message: string][] {
  if (!on) return [['field', 'unknown', 'The form has no such field.']];
  if (on.key === key) return [['field', 'self', 'A field cannot hang on itself.']];
  const values: readonly string[] | undefined = on.type === 'consent' ? ['true'] : on.options?.map(({ value }) => value);
  if (!values) return [['field', 'type', 'Only a choice or a consent can make another field needed.']];
  return requiredIf!.values.flatMap((value, index): [string, string, string][] =>
    (values.includes(value) ? [] : [[`values/${index}`, 'unknown', `The field has no such value. Use one of: ${values.join(', ')}.`]]));
}
