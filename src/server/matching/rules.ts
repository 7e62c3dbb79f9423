import type { MatchingSettings } from '../../contract/index.js';

export type ReasonKind = 'name' | 'domain' | 'tax_number' | 'address';

/** One thing that speaks for an account being the company. `strength` is 0 to 1, before the programme's weights. */
export interface Reason {
  kind: ReasonKind;
  strength: number;
  detail: string;
}

/** What a programme begins with. Found on real names and checked on others: see `npm run bench -- matching`. */
export const defaultMatching: MatchingSettings = {
  weights: { name: 1, domain: 0.85, taxNumber: 0.97, address: 0.4 },
  automatic: 0.78,
  review: 0.5,
};

const weightOf = (kind: ReasonKind, { weights }: MatchingSettings): number => (kind === 'tax_number' ? weights.taxNumber : weights[kind]);

/**
 * How surely a candidate is the company, 0 to 1. Each reason takes its share of the doubt that the others leave, so reasons add up and never pass 1.
 * Two tax numbers that differ are two companies, or a mistake: people decide, whatever else agrees.
 */
export function scoreOf(reasons: readonly Reason[], settings: MatchingSettings, taxNumbersDiffer = false): number {
  const doubt = reasons.reduce((left, { kind, strength }) => left * (1 - strength * weightOf(kind, settings)), 1);
  const score = 1 - doubt;
  return rounded(taxNumbersDiffer ? Math.min(score, settings.automatic - 0.01) : score);
}

/** What may be done with a candidate: taken as the company, shown to people, or neither. */
export const verdictOf = (score: number, { automatic, review }: MatchingSettings): 'automatic' | 'review' | 'none' =>
  (score >= automatic ? 'automatic' : score >= review ? 'review' : 'none');

/** Scores go over the wire and are compared again there. */
export const rounded = (score: number): number => Math.round(Math.min(1, Math.max(0, score)) * 1_000) / 1_000;
