import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { lengthBounds } from '../../contract/appearance-patterns.js';
import type { Formats } from '../locale/format.js';
import type { TranslateWidget } from '../locale/shared-words.js';
import { button } from '../parts/button.js';
import { field, selectField, textField } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { iconInfo, iconTriangleAlert } from '../parts/icons.js';
import { segmented } from '../parts/segmented.js';
import type en from './en.js';
import type { Finding } from './studio-findings.js';
import { colors, schemes, type ColorName, type FieldName, type LengthName, type Scheme, type StudioValues, type ValueProblem } from './studio-values.js';

export type StudioTranslate = TranslateWidget<typeof en>;

export interface StudioForm {
  readonly t: StudioTranslate;
  readonly format: Formats;
  readonly values: StudioValues;
  readonly problems: ReadonlyMap<FieldName, ValueProblem>;
  readonly findings: readonly Finding[];
  /** The colour that a scheme shows, `#rrggbb`, chosen or not. */
  readonly shown: (name: ColorName, scheme: Scheme) => string;
  readonly set: (name: FieldName, text: string) => void;
}

const always = 3;

/** The colours, those that a brand begins with in view and the others behind a heading. */
export const renderColors = (form: StudioForm): TemplateResult => html`
  <div class="schemes" aria-hidden="true"><span></span>${schemes.map((scheme) => html`<small>${form.t(`scheme.${scheme}`)}</small>`)}</div>
  ${colors.slice(0, always).map((name) => renderColor(form, name))}
  <small>${form.t('colors.help')}</small>
  <details ?open=${colors.slice(always).some((name) => form.findings.some((finding) => finding.name === name && finding.trouble))}>
    <summary>${form.t('part.more')}</summary>
    <div class="more">${colors.slice(always).map((name) => renderColor(form, name))}</div>
  </details>
`;

function renderColor(form: StudioForm, name: ColorName): TemplateResult {
  const { t, findings } = form;
  const about = findings.filter((finding) => finding.name === name);
  return html`<div class="color" role="group" aria-labelledby="name-${name}">
    <span class="color-name" id="name-${name}">${t(name)}</span>
    ${schemes.map((scheme) => renderScheme(form, name, scheme, about.some((finding) => finding.scheme === scheme)))}
    ${about.length > 0 ? html`<ul class="findings" id="findings-${name}">${about.map((finding) => renderFinding(form, finding))}</ul>` : nothing}
  </div>`;
}

function renderScheme({ t, values, problems, shown, set }: StudioForm, name: ColorName, scheme: Scheme, hasFinding: boolean): TemplateResult {
  const key: FieldName = `${name}.${scheme}`;
  const names = { color: t(name), scheme: t(`scheme.${scheme}`) };
  const color = shown(name, scheme);
  return field({ id: `${name}-${scheme}`, label: t('color.in', names), labelHidden: true, error: problems.has(key) ? t('problem.color') : undefined }, ({ id, describedBy, invalid }) => {
    const described = [describedBy, hasFinding && `findings-${name}`].filter((one) => typeof one === 'string').join(' ');
    return html`<span class="swatch-field">
      <input type="color" aria-label=${t('color.pick', names)} .value=${live(color)} @input=${(event: Event) => set(key, (event.target as HTMLInputElement).value)} />
      <input class="control" id=${id} type="text" name=${id} autocomplete="off" spellcheck="false" maxlength="60" .value=${live(values[key] ?? '')} placeholder=${color}
        aria-describedby=${described || nothing} aria-invalid=${invalid} @input=${(event: Event) => set(key, (event.target as HTMLInputElement).value)} />
    </span>`;
  });
}

function renderFinding({ t, format, set }: StudioForm, { name, scheme, kind, trouble, ratio: value, instead = '' }: Finding): TemplateResult {
  // Never rounded up: 4.49 is not 4.5.
  const place = { scheme: t(`scheme.${scheme}`), ratio: format.number(Math.floor(value * 10) / 10), color: instead };
  return html`<li class=${trouble ? 'trouble' : nothing}>
    ${icon(trouble ? iconTriangleAlert : iconInfo)}
    <span>${t(`finding.${kind}`, place)} ${trouble && instead ? button({ label: t('finding.use', { color: instead }), kind: 'plain', press: () => set(`${name}.${scheme}`, instead) }) : nothing}</span>
  </li>`;
}

export const renderLogo = ({ t, values, problems, set }: StudioForm): TemplateResult => textField({
  id: 'logo', label: t('logo'), help: t('logo.help'), value: values.logo ?? '', type: 'url', inputMode: 'url', maxLength: 500, placeholder: 'https://',
  error: problems.has('logo') ? t('problem.image') : undefined, input: (address) => set('logo', address),
});

export const renderText = (form: StudioForm): TemplateResult => {
  const { t, values, problems, set } = form;
  return html`
    ${textField({
      id: 'fontFamily', label: t('fontFamily'), help: t('fontFamily.help'), value: values.fontFamily ?? '', maxLength: 300,
      error: problems.has('fontFamily') ? t('problem.font') : undefined, input: (text) => set('fontFamily', text),
    })}
    <div class="pair">
      ${length(form, 'fontSizeBase', '14')}
      ${selectField({
        id: 'fontWeightStrong', label: t('fontWeightStrong'), value: values.fontWeightStrong ?? '600', change: (weight) => set('fontWeightStrong', weight === '600' ? '' : weight),
        options: (['500', '600', '700'] as const).map((value) => ({ value, label: t(`weight.${value}`) })),
      })}
    </div>
  `;
};

export const renderShape = (form: StudioForm): TemplateResult => {
  const { t, values, set } = form;
  return html`
    ${choice(form, 'density', (['compact', 'normal', 'comfortable'] as const).map((value) => ({ value, label: t(`density.${value}`) })), 'normal')}
    ${choice(form, 'overlay', (['shadow', 'border'] as const).map((value) => ({ value, label: t(`overlay.${value}`) })), 'shadow')}
    <div class="pair">
      ${length(form, 'borderRadius', '6')}
      ${selectField({
        id: 'colorScheme', label: t('colorScheme'), value: values.colorScheme ?? '', change: (scheme) => set('colorScheme', scheme),
        options: (['', 'light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`colorScheme.${value || 'page'}`) })),
      })}
    </div>
  `;
};

function length({ t, values, problems, set }: StudioForm, name: LengthName, usual: string): TemplateResult {
  const [least, most] = lengthBounds[name];
  return textField({
    id: name, label: t(name), value: values[name] ?? '', type: 'number', inputMode: 'decimal', placeholder: usual, unit: 'px', min: String(least), max: String(most),
    error: problems.has(name) ? t('problem.range', { least, most }) : undefined, input: (text) => set(name, text),
  });
}

/** One of a few; the usual one is saved as nothing, so that a page or a later version may decide. */
function choice({ t, values, set }: StudioForm, name: 'density' | 'overlay', options: readonly { value: string; label: string }[], usual: string): TemplateResult {
  const label: string = t(name);
  return html`<div class="choice"><span aria-hidden="true">${label}</span>${segmented<string>({
    name, label, value: values[name] || usual, change: (value) => set(name, value === usual ? '' : value), options,
  })}</div>`;
}
