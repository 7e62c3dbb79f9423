import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../parts/button.js';
import { checkbox, selectField, textField } from '../parts/field.js';
import { iconPlus } from '../parts/icons.js';
import { codeWord } from '../locale/code-word.js';
import { chips, chosenList } from './chosen-list.js';
import type { AccountPicker } from './account-picker.js';
import type { RuleNames } from './rules-names.js';
import { approvalSentence, automaticSentence, type EditorTranslate, type RulePart, type Speech } from './rules-sentences.js';
import { bookOf, type ApprovalValues, type AutomaticValues, type RulesValues } from './rules-values.js';

export interface FormParts extends Speech {
  readonly t: EditorTranslate;
  readonly locale: string;
  readonly values: RulesValues;
  readonly names: RuleNames;
  /** What stands under a field, by the pointer that the service names it by. */
  readonly problem: (pointer: string) => string | undefined;
  /** The rule that is being edited: `automatic 0`. */
  readonly opened: string | undefined;
  readonly open: (rule: string | undefined) => void;
  readonly set: (change: Partial<RulesValues>) => void;
  readonly picker: AccountPicker;
}

type NumberField = 'undoSeconds' | 'releaseMinutes' | 'sampledShare' | 'least' | 'most' | 'days' | 'expiringDays' | 'extensionDays' | 'maxExtensions' | 'reviewDays' | 'dailyQuota';

const kinds = ['distributor', 'reseller', 'dropshipper', 'licensee', 'referrer', 'service'];

/** The fields of one part of the rules. */
export function renderPart(part: RulePart, parts: FormParts): unknown {
  const { t, values, set, nameOf, names } = parts;
  const number = (name: NumberField, pointer: string, unit?: string): TemplateResult =>
    textField({ id: name, label: t(`field.${name}`), value: values[name], inputMode: 'numeric', maxLength: 6, required: true, ...(unit && { unit }), error: parts.problem(pointer), input: (text) => set({ [name]: text }) });
  const pair = (...fields: unknown[]) => html`<div class="pair">${fields}</div>`;
  switch (part) {
    case 'protection':
      return [
        pair(number('days', '/settings/protection/days', t('unit.days')), number('expiringDays', '/settings/protection/expiringDays', t('unit.days'))),
        pair(number('maxExtensions', '/settings/protection/maxExtensions'), number('extensionDays', '/settings/protection/extensionDays', t('unit.days'))),
        pair(number('least', '/rules/protectionDays/least', t('unit.days')), number('most', '/rules/protectionDays/most', t('unit.days'))),
      ];
    case 'review':
      return [pair(number('reviewDays', '/settings/reviewDays', t('unit.days'))), renderHolidays(parts)];
    case 'automatic':
      return [
        renderRules(values.automatic.map((rule, index) => ({
          id: `automatic ${index}`, name: rule.label || t('rule.new'), titled: true, sentence: sentenceOfAutomatic(parts, index),
          fields: () => renderAutomatic(parts, rule, index), remove: () => set({ automatic: values.automatic.toSpliced(index, 1) }),
        })), parts),
        button({ label: t('add.automatic'), icon: iconPlus, press: () => addAutomatic(parts) }),
      ];
    case 'approvals':
      return [
        renderRules(values.approvals.map((rule, index) => ({
          id: `approvals ${index}`, name: rule.aboveValue || t('rule.new'), sentence: sentenceOfApproval(parts, index),
          fields: () => renderApproval(parts, rule, index), remove: () => set({ approvals: values.approvals.toSpliced(index, 1) }),
        })), parts),
        button({ label: t('add.approval'), icon: iconPlus, press: () => addApproval(parts) }),
      ];
    case 'exclusions':
      return [
        parts.picker.render({ t, chosen: values.excludedAccountIds, add: (id) => set({ excludedAccountIds: [...values.excludedAccountIds, id] }) }),
        chips(values.excludedAccountIds, nameOf, (name) => t('remove.what', { name }), (excludedAccountIds) => set({ excludedAccountIds })),
        chosenList({
          id: 'excluded-products', label: t('field.products'), chosen: values.excludedProductIds, options: names.products, nameOf, add: t('add.more'),
          error: parts.problem('/rules/excludedProductIds'), remove: (name) => t('remove.what', { name }), change: (excludedProductIds) => set({ excludedProductIds }),
        }),
      ];
    case 'secrecy':
      return [
        pair(number('releaseMinutes', '/rules/releaseMinutes', t('unit.minutes')), number('sampledShare', '/rules/sampledShare', '%')),
        checkbox({ id: 'disclosed', label: t('field.disclosed'), help: t('field.disclosed.help'), checked: values.disclosed, change: (disclosed) => set({ disclosed }) }),
        values.disclosed ? pair(number('dailyQuota', '/settings/disclosure/dailyQuota')) : nothing,
      ];
    case 'undo':
      return pair(number('undoSeconds', '/rules/undoSeconds', t('unit.seconds')));
    case 'conflicts':
      return (['territory', 'project'] as const).map((what) => checkbox({
        id: `narrow-${what}`, label: t(`field.${what}`), checked: values.narrowedBy.includes(what),
        change: (checked) => set({ narrowedBy: toggled(values.narrowedBy, what, checked) }),
      }));
  }
}

const toggled = (list: readonly string[], one: string, on: boolean): string[] => (on ? [...list, one] : list.filter((other) => other !== one));

const sentenceOfAutomatic = (parts: FormParts, index: number): string =>
  automaticSentence(parts, bookOf({ ...parts.values, automatic: [parts.values.automatic[index]!] }, parts).book.rules.automaticApprovals[0]!);

const sentenceOfApproval = (parts: FormParts, index: number): string =>
  approvalSentence(parts, bookOf({ ...parts.values, approvals: [parts.values.approvals[index]!] }, parts).book.rules.approvals[0]!);

interface RuleRow {
  id: string;
  name: string;
  /** Whether the name is shown before the sentence, and is not only that of its buttons. */
  titled?: boolean;
  sentence: string;
  fields: () => unknown;
  remove: () => void;
}

/** Rules as their sentences; the one that is being edited with its fields. */
const renderRules = (rows: readonly RuleRow[], { t, opened, open }: FormParts): TemplateResult | typeof nothing =>
  rows.length === 0
    ? nothing
    : html`<ul class="rule-list">
        ${rows.map(({ id, name, titled, sentence, fields, remove }) => html`<li>
          <div class="rule-head">
            <p>${titled ? html`<strong>${name}</strong> ` : nothing}${sentence}</p>
            ${opened === id
              ? button({ label: t('done.edit'), press: () => open(undefined) })
              : button({ label: t('edit.what', { name }), kind: 'plain', press: () => open(id) })}
            ${button({ label: t('remove.what', { name }), kind: 'plain', press: () => (open(undefined), remove()) })}
          </div>
          ${opened === id ? html`<div class="rule-fields">${fields()}</div>` : nothing}
        </li>`)}
      </ul>`;

function addAutomatic({ values, set, open }: FormParts): void {
  const taken = new Set(values.automatic.map(({ key }) => key));
  let number = values.automatic.length + 1;
  while (taken.has(`rule_${number}`)) number += 1;
  set({ automatic: [...values.automatic, { key: `rule_${number}`, label: '', maxValue: '', partnerKinds: [], tiers: [], productIds: [], territoryIds: [] }] });
  open(`automatic ${values.automatic.length}`);
}

function addApproval({ values, set, open }: FormParts): void {
  set({ approvals: [...values.approvals, { aboveValue: '', order: 'sequential', memberIds: [] }] });
  open(`approvals ${values.approvals.length}`);
}

function renderAutomatic(parts: FormParts, rule: AutomaticValues, index: number): unknown {
  const { t, label, values, set, names, nameOf, tiers, currency } = parts;
  const at = `/rules/automaticApprovals/${index}`;
  const change = (more: Partial<AutomaticValues>) => set({ automatic: values.automatic.with(index, { ...rule, ...more }) });
  const boxes = (name: string, legend: string, options: readonly (readonly [value: string, label: string])[], chosen: readonly string[], pick: (chosen: string[]) => void) => html`<fieldset class="choices">
    <legend>${legend}</legend>
    <div>${options.map(([value, words]) => checkbox({ id: `${name}-${index}-${value}`, label: words, checked: chosen.includes(value), change: (on) => pick(toggled(chosen, value, on)) }))}</div>
  </fieldset>`;
  const list = (name: 'products' | 'territories', key: 'productIds' | 'territoryIds') => chosenList({
    id: `${name}-${index}`, label: t(`field.${name}`), help: t('field.all'), error: parts.problem(`${at}/${key}`), chosen: rule[key], options: names[name], nameOf,
    add: t('add.more'), remove: (one) => t('remove.what', { name: one }), change: (ids) => change({ [key]: ids }),
  });
  return [
    html`<div class="pair">
      ${textField({ id: `label-${index}`, label: t('field.label'), value: rule.label, maxLength: 120, required: true, error: parts.problem(`${at}/label`), input: (text) => change({ label: text }) })}
      ${textField({ id: `maxValue-${index}`, label: t('field.maxValue'), value: rule.maxValue, inputMode: 'decimal', unit: currency, optional: t('optional'), error: parts.problem(`${at}/maxValue`), input: (text) => change({ maxValue: text }) })}
    </div>`,
    boxes('kind', t('field.kinds'), kinds.map((kind) => [kind, codeWord(t, 'kind', kind)]), rule.partnerKinds, (partnerKinds) => change({ partnerKinds })),
    tiers.length > 0 ? boxes('tier', t('field.tiers'), tiers.map((tier) => [tier.key, label(tier.label) || tier.key]), rule.tiers, (chosen) => change({ tiers: chosen })) : nothing,
    names.products.length > 0 ? list('products', 'productIds') : nothing,
    names.territories.length > 0 ? list('territories', 'territoryIds') : nothing,
  ];
}

function renderApproval(parts: FormParts, rule: ApprovalValues, index: number): unknown {
  const { t, values, set, names, nameOf, currency } = parts;
  const at = `/rules/approvals/${index}`;
  const change = (more: Partial<ApprovalValues>) => set({ approvals: values.approvals.with(index, { ...rule, ...more }) });
  return [
    html`<div class="pair">
      ${textField({ id: `above-${index}`, label: t('field.aboveValue'), value: rule.aboveValue, inputMode: 'decimal', unit: currency, required: true, error: parts.problem(`${at}/aboveValue`), input: (text) => change({ aboveValue: text }) })}
      ${selectField({
        id: `order-${index}`, label: t('field.order'), value: rule.order, options: [{ value: 'sequential', label: t('order.sequential') }, { value: 'parallel', label: t('order.parallel') }],
        change: (order) => change({ order: order as ApprovalValues['order'] }),
      })}
    </div>`,
    chosenList({
      id: `members-${index}`, label: t('field.members'), error: parts.problem(`${at}/memberIds`), chosen: rule.memberIds, options: names.members, nameOf,
      add: t('add.more'), remove: (name) => t('remove.what', { name }), change: (memberIds) => change({ memberIds }),
    }),
  ];
}

function renderHolidays({ t, format, values, set, problem }: FormParts): unknown {
  const add = (day: string) => {
    if (/^\d{4}-\d\d-\d\d$/.test(day) && !values.holidays.includes(day)) set({ holidays: [...values.holidays, day].sort() });
  };
  return [
    html`<form
      class="add-holiday"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        const input = (event.currentTarget as HTMLFormElement).querySelector('input')!;
        add(input.value);
        input.value = '';
      }}
    >
      ${textField({ id: 'holiday', label: t('field.holiday'), type: 'date', value: '', error: problem('/settings/holidays'), input: () => {} })}
      ${button({ label: t('add'), type: 'submit' })}
    </form>`,
    chips(values.holidays, (day) => format.date(day), (name) => t('remove.what', { name }), (holidays) => set({ holidays })),
  ];
}
