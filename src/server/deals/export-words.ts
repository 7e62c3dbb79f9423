import type { ProgrammeSettings } from '../../contract/index.js';
import type { ExportWords } from './export.js';

type Language = Omit<ExportWords, 'state'> & { states: Record<string, string> };

const en: Language = {
  name: 'Deal', customer: 'Customer', partner: 'Partner', member: 'Seller', review: 'Review', stage: 'Stage', value: 'Value', currency: 'Currency', closeOn: 'Expected close',
  closedOn: 'Closed on', protection: 'Protection', protectionEndsOn: 'Protected until', submittedAt: 'Submitted', reviewDueOn: 'Decision due', winConfirmedAt: 'Win confirmed', updatedAt: 'Last changed', id: 'Id',
  states: {
    'review.draft': 'Draft', 'review.submitted': 'Submitted', 'review.in_review': 'In review', 'review.action_required': 'Answer needed', 'review.approved': 'Approved', 'review.rejected': 'Rejected', 'review.withdrawn': 'Withdrawn',
    'stage.prospect': 'Prospect', 'stage.qualified': 'Qualified', 'stage.technical_validation': 'Technical validation', 'stage.business_validation': 'Business validation', 'stage.committed': 'Committed', 'stage.closed_won': 'Won', 'stage.closed_lost': 'Lost',
    'protection.none': 'None', 'protection.active': 'Protected', 'protection.expiring': 'Ends soon', 'protection.expired': 'Ended',
  },
};

const de: Language = {
  name: 'Deal', customer: 'Kunde', partner: 'Partner', member: 'Verkäufer', review: 'Prüfung', stage: 'Stufe', value: 'Wert', currency: 'Währung', closeOn: 'Erwarteter Abschluss',
  closedOn: 'Abgeschlossen am', protection: 'Schutz', protectionEndsOn: 'Geschützt bis', submittedAt: 'Eingereicht', reviewDueOn: 'Entscheidung bis', winConfirmedAt: 'Gewinn bestätigt', updatedAt: 'Zuletzt geändert', id: 'Id',
  states: {
    'review.draft': 'Entwurf', 'review.submitted': 'Eingereicht', 'review.in_review': 'In Prüfung', 'review.action_required': 'Antwort nötig', 'review.approved': 'Genehmigt', 'review.rejected': 'Abgelehnt', 'review.withdrawn': 'Zurückgezogen',
    'stage.prospect': 'Interessent', 'stage.qualified': 'Qualifiziert', 'stage.technical_validation': 'Technische Prüfung', 'stage.business_validation': 'Kaufmännische Prüfung', 'stage.committed': 'Zugesagt', 'stage.closed_won': 'Gewonnen', 'stage.closed_lost': 'Verloren',
    'protection.none': 'Keiner', 'protection.active': 'Geschützt', 'protection.expiring': 'Endet bald', 'protection.expired': 'Beendet',
  },
};

const languages = { en, de } as const;

/** The words of an exported table: the programme's own for stages, else the language's. */
export function exportWords(language: keyof typeof languages, { stageLabels }: Pick<ProgrammeSettings, 'stageLabels'>): ExportWords {
  const { states, ...heads } = languages[language];
  const own = (of: string, state: string) => (of === 'stage' ? stageLabels[state]?.[language] ?? stageLabels[state]?.en : undefined);
  return { ...heads, state: (of, state) => own(of, state) ?? states[`${of}.${state}`] ?? state };
}
