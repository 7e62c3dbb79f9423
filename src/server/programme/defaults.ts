import type { ProgrammeSettings } from '../../contract/index.js';

const reason = (code: string, en: string, de: string) => ({ code, label: { en, de } });

/** The rules a new programme begins with; it may change every one of them. */
export const defaultSettings: ProgrammeSettings = {
  stageLabels: {},
  dealForm: {
    sections: [
      {
        key: 'opportunity',
        label: { en: 'Opportunity', de: 'Verkaufschance' },
        fields: [
          { key: 'customerId', type: 'standard', label: { en: 'Customer', de: 'Kunde' }, required: true },
          { key: 'name', type: 'standard', label: { en: 'Deal name', de: 'Name des Deals' }, help: { en: 'What you would call it in a call: “Line 4 retrofit”.', de: 'Wie Sie ihn am Telefon nennen würden: „Umbau Linie 4“.' }, required: true },
          { key: 'value', type: 'standard', label: { en: 'Expected value', de: 'Erwarteter Wert' }, required: true },
          { key: 'closeOn', type: 'standard', label: { en: 'Expected close', de: 'Erwarteter Abschluss' }, required: true },
        ],
      },
      {
        key: 'details',
        label: { en: 'Details', de: 'Einzelheiten' },
        fields: [
          { key: 'lines', type: 'standard', label: { en: 'Products', de: 'Produkte' }, required: false },
          { key: 'territoryId', type: 'standard', label: { en: 'Territory', de: 'Gebiet' }, required: false },
          { key: 'note', type: 'standard', label: { en: 'Anything we should know', de: 'Was wir wissen sollten' }, required: false },
        ],
      },
    ],
  },
  reasons: {
    leadDecline: [
      reason('problem_unclear', 'Customer problem unclear', 'Anliegen des Kunden unklar'),
      reason('unable_to_support', 'Unable to support', 'Können wir nicht betreuen'),
      reason('duplicate', 'Duplicate of own deal', 'Doppelt zu eigenem Deal'),
      reason('other', 'Other', 'Anderes'),
    ],
    leadClose: [
      reason('no_response', 'No response', 'Keine Antwort'),
      reason('budget', 'Budget', 'Budget'),
      reason('timeline', 'Timeline', 'Zeitplan'),
      reason('other_vendor', 'Chose another vendor', 'Anderer Anbieter gewählt'),
      reason('spam', 'Spam', 'Spam'),
      reason('other', 'Other', 'Anderes'),
    ],
    dealLost: [
      reason('price', 'Price', 'Preis'),
      reason('budget', 'Budget', 'Budget'),
      reason('timeline', 'Timeline', 'Zeitplan'),
      reason('other_vendor', 'Chose another vendor', 'Anderer Anbieter gewählt'),
      reason('no_decision', 'No decision', 'Keine Entscheidung'),
      reason('other', 'Other', 'Anderes'),
    ],
    dealReject: [
      reason('not_eligible', 'Not eligible for registration', 'Nicht registrierbar'),
      reason('insufficient', 'Not enough information', 'Zu wenige Angaben'),
      reason('outside_programme', 'Outside the programme', 'Außerhalb des Programms'),
      reason('other', 'Other', 'Anderes'),
    ],
  },
  protection: { days: 90, expiringDays: 14, extensionDays: 30, maxExtensions: 2 },
  disclosure: { mode: 'none', dailyQuota: 10 },
  reviewDays: 5,
  leadAnswerDays: 2,
  reminders: { protectionDays: [14, 7, 1], reviewDays: [1], leadDays: [1] },
  tiers: [
    { key: 'registered', label: { en: 'Registered', de: 'Registriert' } },
    { key: 'silver', label: { en: 'Silver', de: 'Silber' } },
    { key: 'gold', label: { en: 'Gold', de: 'Gold' } },
  ],
  holidays: [],
  brand: {},
};
