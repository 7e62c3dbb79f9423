import * as z from 'zod/mini';
import { id } from './identity.js';
import { operation } from './operation.js';
import { page, paging } from './paging.js';
import { actions } from './record.js';
import { partnerKinds } from './partners.js';
import { programmeAdmins, vendor } from './roles.js';
import { line, oneOf, slug } from './text.js';
import { instant } from './time.js';

const minor = z.int().check(z.minimum(0), z.maximum(1_000_000_000_000));

/** A registration that meets all conditions of one rule, and conflicts with nothing, is approved by itself. A condition that is left out holds for all. */
const automaticApproval = z.strictObject({
  key: slug,
  label: line(120),
  /** In minor units of the programme's currency. */
  maxValue: z.optional(minor),
  partnerKinds: z.optional(z.array(oneOf(partnerKinds)).check(z.minLength(1), z.maxLength(partnerKinds.length))),
  tiers: z.optional(z.array(slug).check(z.minLength(1), z.maxLength(20))),
  productIds: z.optional(z.array(id('product')).check(z.minLength(1), z.maxLength(200))),
  territoryIds: z.optional(z.array(id('territory')).check(z.minLength(1), z.maxLength(200))),
});
export type AutomaticApproval = z.infer<typeof automaticApproval>;

/** Above this value these people must agree, one after the other or in any order. */
const approvalRule = z.strictObject({ aboveValue: minor, order: oneOf(['sequential', 'parallel']), memberIds: z.array(id('member')).check(z.minLength(1), z.maxLength(10)) });
export type ApprovalRule = z.infer<typeof approvalRule>;

/** How the vendor decides. Partners never read these: from a threshold or a share they could tell what a decision means. */
export const programmeRules = z.strictObject({
  /** Seconds in which a decision can be taken back before anybody is told. */
  undoSeconds: z.int().check(z.minimum(0), z.maximum(600)),
  /** Minutes after submission before an automatic decision is released, whatever was found. */
  releaseMinutes: z.int().check(z.minimum(0), z.maximum(20_160)),
  /** Percent of clean registrations that people look at all the same, so that a review tells nothing. */
  sampledShare: z.int().check(z.minimum(0), z.maximum(100)),
  automaticApprovals: z.array(automaticApproval).check(z.maxLength(50)),
  approvals: z.array(approvalRule).check(z.maxLength(20)),
  /** Days that a manager may give in place of the programme's. */
  protectionDays: z.strictObject({ least: z.int().check(z.minimum(1), z.maximum(1_095)), most: z.int().check(z.minimum(1), z.maximum(1_095)) }),
  /** Never approved by themselves; a finding for the manager. */
  excludedAccountIds: z.array(id('account')).check(z.maxLength(500)),
  excludedProductIds: z.array(id('product')).check(z.maxLength(500)),
  /** Two claims on one account conflict only where these are the same too. */
  conflictsNarrowedBy: z.array(oneOf(['territory', 'project'])).check(z.maxLength(2)),
});
export type ProgrammeRules = z.infer<typeof programmeRules>;

/** The rules as they are now, and the names of what they point to. */
export const rulesRecord = z.object({ version: z.int(), changedAt: instant, changedBy: z.nullable(z.string()), note: z.nullable(z.string()), rules: programmeRules, actions });
export type RulesRecord = z.infer<typeof rulesRecord>;

export const rulesOperations = {
  read: operation({
    summary: 'Reads how the programme decides on deals, as it is now.',
    method: 'GET',
    path: '/v1/rules',
    who: vendor,
    answer: rulesRecord,
  }),
  change: operation({
    summary: 'Changes how the programme decides. Each rule that is sent replaces the one before; decisions remember the version they were made under.',
    method: 'PATCH',
    path: '/v1/rules',
    who: programmeAdmins,
    body: z.strictObject({ rules: z.partial(programmeRules), note: z.optional(line(300)) }),
    answer: rulesRecord,
    ifMatch: 'required',
    changes: ['rules', 'reviews'],
  }),
  listVersions: operation({
    summary: 'Lists all versions of the rules, the newest first.',
    method: 'GET',
    path: '/v1/rules/versions',
    who: vendor,
    query: z.strictObject({ cursor: paging.cursor, limit: paging.limit }),
    answer: page(z.object({ version: z.int(), changedAt: instant, changedBy: z.nullable(z.string()), note: z.nullable(z.string()), rules: programmeRules })),
  }),
};
