import type { ProgrammeRules, ProgrammeSettings } from '../../contract/index.js';
import { defaultSettings } from '../../server/programme/defaults.js';
import { defaultRules } from '../../server/rules/defaults.js';
import type { Plan } from './plan.js';

const option = (value: string, en: string, de: string) => ({ value, label: { en, de } });

/** Varnholt's rules: its own questions on the deal form, two working days to decide. */
export const demoSettings: ProgrammeSettings = {
  ...defaultSettings,
  stageLabels: {
    technical_validation: { en: 'Trial on site', de: 'Versuch vor Ort' },
    business_validation: { en: 'Quotation', de: 'Angebot' },
  },
  dealForm: {
    sections: [
      {
        key: 'opportunity',
        label: { en: 'Opportunity', de: 'Verkaufschance' },
        fields: [
          { key: 'customerId', type: 'standard', label: { en: 'Customer', de: 'Kunde' }, required: true },
          {
            key: 'name', type: 'standard', label: { en: 'Project', de: 'Projekt' }, required: true,
            help: { en: 'What you would call it on the telephone: “Line 4 retrofit”.', de: 'Wie Sie es am Telefon nennen würden: „Umbau Linie 4“.' },
          },
          { key: 'lines', type: 'standard', label: { en: 'Instruments', de: 'Geräte' }, required: false },
          { key: 'value', type: 'standard', label: { en: 'Expected value', de: 'Erwarteter Wert' }, required: true },
          { key: 'closeOn', type: 'standard', label: { en: 'Expected order', de: 'Erwarteter Auftrag' }, required: true },
        ],
      },
      {
        key: 'application',
        label: { en: 'Application', de: 'Anwendung' },
        fields: [
          {
            key: 'industry', type: 'choice', label: { en: 'Industry', de: 'Branche' }, required: true,
            options: [
              option('water', 'Water and waste water', 'Wasser und Abwasser'), option('food', 'Food and drink', 'Lebensmittel und Getränke'),
              option('chemicals', 'Chemicals', 'Chemie'), option('energy', 'Energy', 'Energie'), option('pharma', 'Pharmaceuticals', 'Pharma'),
              option('mining', 'Mining and metals', 'Bergbau und Metalle'), option('marine', 'Ships and ports', 'Schiffe und Häfen'), option('other', 'Other', 'Andere'),
            ],
          },
          {
            key: 'requirements', type: 'multi_choice', label: { en: 'Requirements', de: 'Anforderungen' }, required: false,
            options: [
              option('explosion', 'Explosion protection', 'Explosionsschutz'), option('hygienic', 'Hygienic design', 'Hygienegerecht'),
              option('sil', 'Functional safety (SIL)', 'Funktionale Sicherheit (SIL)'), option('custody', 'Custody transfer', 'Eichpflichtig'),
              option('offshore', 'Offshore', 'Offshore'),
            ],
          },
          { key: 'measuringPoints', type: 'number', label: { en: 'Measuring points', de: 'Messstellen' }, required: false },
          { key: 'competitor', type: 'text', label: { en: 'Who else is offering', de: 'Wer bietet noch an' }, required: false },
          { key: 'trialOn', type: 'date', label: { en: 'Trial planned for', de: 'Versuch geplant am' }, required: false },
          { key: 'territoryId', type: 'standard', label: { en: 'Territory', de: 'Gebiet' }, required: false },
          {
            key: 'brand', type: 'text', label: { en: 'Brand on the instruments', de: 'Marke auf den Geräten' }, required: true,
            help: { en: 'The name you sell them under.', de: 'Der Name, unter dem Sie verkaufen.' }, partnerKinds: ['licensee'],
          },
        ],
      },
      {
        key: 'agreement',
        label: { en: 'Agreement', de: 'Einverständnis' },
        fields: [
          { key: 'note', type: 'standard', label: { en: 'Anything we should know', de: 'Was wir wissen sollten' }, required: false },
          {
            key: 'customerAgrees', type: 'consent', required: true,
            label: { en: 'The customer knows that we pass this project on to Varnholt.', de: 'Der Kunde weiß, dass wir dieses Projekt an Varnholt weitergeben.' },
          },
        ],
      },
    ],
  },
  protection: { days: 90, expiringDays: 14, extensionDays: 30, maxExtensions: 2 },
  reviewDays: 2,
  leadAnswerDays: 2,
  tiers: [
    { key: 'registered', label: { en: 'Registered', de: 'Registriert' } },
    { key: 'silver', label: { en: 'Silver', de: 'Silber' } },
    { key: 'gold', label: { en: 'Gold', de: 'Gold' } },
  ],
};

/** How Varnholt decides: small deals of good partners by themselves, the largest with its head of sales. */
export const demoRules = ({ vendorPeople }: Pick<Plan, 'vendorPeople'>): ProgrammeRules => ({
  ...defaultRules,
  automaticApprovals: [{ key: 'small_gold', label: 'Small deals of gold partners', maxValue: 1_500_000, tiers: ['gold'] }],
  approvals: [{ aboveValue: 50_000_000, order: 'sequential', memberIds: vendorPeople.filter(({ role }) => role === 'programme_admin').slice(0, 1).map(({ id }) => id) }],
});
