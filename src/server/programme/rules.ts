import { standardDealFields, stages, type FieldProblem, type ProgrammeSettings } from '../../contract/index.js';

const standard: readonly string[] = standardDealFields;

/** What a schema cannot say of a programme's rules: keys that repeat, choices without options, standard fields that do not exist. */
export function checkSettings(settings: ProgrammeSettings): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  settings.dealForm.sections.forEach((section, sectionIndex) => section.fields.forEach((field, index) => {
    const pointer = `/settings/dealForm/sections/${sectionIndex}/fields/${index}`;
    const say = (part: string, code: string, message: string) => problems.push({ pointer: `${pointer}/${part}`, code, message });
    if (seen.has(field.key)) say('key', 'duplicate', 'Another field has this key. Choose a new one.');
    seen.add(field.key);
    if ((field.type === 'standard') !== standard.includes(field.key)) {
      say('type', 'standard', field.type === 'standard' ? `Standard fields are ${standard.join(', ')}.` : 'This key belongs to a standard field. Set its type to standard or choose another key.');
    }
    if ((field.type === 'choice' || field.type === 'multi_choice') !== Boolean(field.options)) say('options', 'options', 'A choice needs options, and nothing else has them.');
  }));
  for (const key of Object.keys(settings.stageLabels)) {
    if (!(stages as readonly string[]).includes(key)) problems.push({ pointer: `/settings/stageLabels/${key}`, code: 'unknown', message: `There is no such stage. Stages are ${stages.join(', ')}.` });
  }
  for (const [list, reasons] of Object.entries(settings.reasons)) {
    if (new Set(reasons.map((reason) => reason.code)).size < reasons.length) problems.push({ pointer: `/settings/reasons/${list}`, code: 'duplicate', message: 'Two reasons have the same code.' });
  }
  return problems;
}
