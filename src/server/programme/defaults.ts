import type { ProgrammeSettings } from '../../contract/index.js';
import { defaultWords as words } from './default-words.js';

const reason = (code: keyof typeof words) => ({ code, label: words[code] });

/** The rules a new programme begins with; it may change every one of them. */
export const defaultSettings: ProgrammeSettings = {
  stageLabels: {},
  dealForm: {
    sections: [
      {
        key: 'opportunity',
        label: words.opportunity,
        fields: [
          { key: 'customerId', type: 'standard', label: words.customer, required: true },
          { key: 'name', type: 'standard', label: words.dealName, help: words.dealNameHelp, required: true },
          { key: 'value', type: 'standard', label: words.value, required: true },
          { key: 'closeOn', type: 'standard', label: words.closeOn, required: true },
        ],
      },
      {
        key: 'details',
        label: words.details,
        fields: [
          { key: 'lines', type: 'standard', label: words.lines, required: false },
          { key: 'territoryId', type: 'standard', label: words.territory, required: false },
          { key: 'note', type: 'standard', label: words.note, required: false },
        ],
      },
    ],
  },
  reasons: {
    leadDecline: [
      reason('problem_unclear'),
      reason('unable_to_support'),
      reason('duplicate'),
      reason('other'),
    ],
    leadClose: [
      reason('no_response'),
      reason('budget'),
      reason('timeline'),
      reason('other_vendor'),
      reason('spam'),
      reason('other'),
    ],
    dealLost: [
      reason('price'),
      reason('budget'),
      reason('timeline'),
      reason('other_vendor'),
      reason('no_decision'),
      reason('other'),
    ],
    dealReject: [
      reason('not_eligible'),
      reason('insufficient'),
      reason('outside_programme'),
      reason('other'),
    ],
  },
  protection: { days: 90, expiringDays: 14, extensionDays: 30, maxExtensions: 2 },
  disclosure: { mode: 'none', dailyQuota: 10 },
  reviewDays: 5,
  leadAnswerDays: 2,
  reminders: { protectionDays: [14, 7, 1], reviewDays: [1], leadDays: [1] },
  tiers: [
    { key: 'registered', label: words.registered },
    { key: 'silver', label: words.silver },
    { key: 'gold', label: words.gold },
  ],
  holidays: [],
  brand: {},
};
