import { html, nothing, type TemplateResult } from 'lit';
import type { TranslateShared } from '../locale/shared-words.js';
import { errorSentence } from '../locale/error-sentences.js';
import type { Portal } from '../portal/portal-context.js';
import { button } from './button.js';
import { icon } from './icon.js';
import { iconInbox, iconLock, iconLogIn, iconRotateCw, iconTriangleAlert, iconUnplug, iconWifiOff } from './icons.js';

/** What a widget shows instead of its data when it can have none. */
export type Face = 'outside' | 'unconfigured' | 'signed-out' | 'denied' | 'suspended' | 'unreachable' | 'failed';

const icons: Record<Face, string> = {
  outside: iconUnplug,
  unconfigured: iconUnplug,
  'signed-out': iconLogIn,
  denied: iconLock,
  suspended: iconLock,
  unreachable: iconWifiOff,
  failed: iconTriangleAlert,
};

/** The face that the portal's state calls for, or undefined where there is nothing in the way. */
export function faceOf(portal: Portal | undefined, outside: boolean): Exclude<Face, 'failed'> | undefined {
  if (!portal) return outside ? 'outside' : undefined;
  const { state, error } = portal;
  if (state === 'ready' || state === 'connecting') return undefined;
  return state === 'denied' && (error as { code?: string } | undefined)?.code === 'member_suspended' ? 'suspended' : state;
}

/** What happened, what to do, and small, for support, where to find it in the log. */
export function errorFace(t: TranslateShared, face: Face, error: unknown, retry: () => void): TemplateResult {
  const { text, reference } = errorSentence(t, error);
  const note = face === 'failed' || (face === 'denied' && error) ? text : t(`face.${face}.text`);
  const hopeless = face === 'outside' || face === 'unconfigured' || face === 'suspended';
  return html`
    <div class="face" role=${face === 'failed' ? 'alert' : 'group'} data-face=${face}>
      ${icon(icons[face])}
      <strong>${t(`face.${face}.title`)}</strong>
      <p>${note}</p>
      ${hopeless ? nothing : button({ label: t('retry'), icon: iconRotateCw, press: retry })}
      ${reference ? html`<small>${t('reference', { id: reference })}</small>` : nothing}
    </div>
  `;
}

/** Why there is nothing yet, and the first step. `action` is a `button`. */
export const emptyFace = (face: { title: string; text?: string; icon?: string; action?: unknown }): TemplateResult => html`
  <div class="face" data-face="empty">
    ${icon(face.icon ?? iconInbox)}
    <strong>${face.title}</strong>
    ${face.text ? html`<p>${face.text}</p>` : nothing} ${face.action ?? nothing}
  </div>
`;

/** A line above data that is there, but not as it should be. */
export const notice = (t: TranslateShared, kind: 'offline' | 'away' | 'stale' | 'partial' | 'signed-out', retry?: () => void): TemplateResult => html`
  <div class="notice" role="status" data-notice=${kind}>
    ${icon(kind === 'offline' || kind === 'away' ? iconWifiOff : kind === 'signed-out' ? iconLogIn : iconTriangleAlert)}
    <span>${t(`notice.${kind}`)}</span>
    ${retry ? button({ label: t('retry'), kind: 'plain', press: retry }) : nothing}
  </div>
`;
