import * as z from 'zod/mini';
import { appearance } from './appearance.js';
import { currency } from './money.js';
import { operation } from './operation.js';
import { actions, recordOf } from './record.js';
import { everyoneAlike, operators, programmeAdmins } from './roles.js';
import { programmeRules } from './rules.js';
import { line, localText, oneOf, slug } from './text.js';
import { day } from './time.js';
import { partnerKinds } from './partners.js';

/** A closed list of reasons, in the programme's order and words. */
const reasons = z.array(z.strictObject({ code: slug, label: localText })).check(z.minLength(1), z.maxLength(30));

/** The fields of a deal that the service itself knows. Others are the programme's own and live in `custom`. */
export const standardDealFields = ['name', 'customerId', 'lines', 'value', 'closeOn', 'territoryId', 'project', 'note', 'attachments'] as const;
export const fieldTypes = ['standard', 'text', 'long_text', 'number', 'money', 'date', 'choice', 'multi_choice', 'file', 'consent'] as const;

/** What a field of the deal form is known by. */
export const fieldKey = z.string().check(z.regex(/^[a-z][A-Za-z0-9_]{0,39}$/));

/** One field of the deal form. `standard` fields bear a name of `standardDealFields`; others any other key. */
export const formField = z.strictObject({
  key: fieldKey,
  type: oneOf(fieldTypes),
  label: localText,
  help: z.optional(localText),
  required: z.boolean(),
  /** Needed as well where another field, a choice or a consent, has one of these values; `true` for a consent that is given. */
  requiredIf: z.optional(z.strictObject({ field: fieldKey, values: z.array(slug).check(z.minLength(1), z.maxLength(100)) })),
  options: z.optional(z.array(z.strictObject({ value: slug, label: localText })).check(z.minLength(1), z.maxLength(100))),
  /** Only partners of these kinds are asked; everybody unless said. */
  partnerKinds: z.optional(z.array(oneOf(partnerKinds)).check(z.minLength(1), z.maxLength(partnerKinds.length))),
});
export type FormField = z.infer<typeof formField>;

export const dealForm = z.strictObject({
  sections: z.array(z.strictObject({ key: slug, label: localText, fields: z.array(formField).check(z.maxLength(60)) })).check(z.minLength(1), z.maxLength(20)),
});
export type DealForm = z.infer<typeof dealForm>;

const share = z.number().check(z.minimum(0), z.maximum(1));

/** How companies are matched to accounts. What a reason alone may bring a score to, and from which score a match is taken or shown. */
export const matchingSettings = z.strictObject({
  weights: z.strictObject({ name: share, domain: share, taxNumber: share, address: share }),
  automatic: share,
  review: share,
});
export type MatchingSettings = z.infer<typeof matchingSettings>;
/** None means no reminder; 0 is the last day itself. */
const reminderDays = z.array(z.int().check(z.minimum(0), z.maximum(365))).check(z.maxLength(10));

/** What the programme decides and the code does not. */
export const programmeSettings = z.strictObject({
  /** Labels of stages in the programme's words; a stage that is missing keeps the catalogue's. */
  stageLabels: z.record(z.string(), localText),
  dealForm,
  reasons: z.strictObject({ leadDecline: reasons, leadClose: reasons, dealLost: reasons, dealReject: reasons }),
  /** Days that an approved deal is protected, how long before the end it counts as expiring, and how often and how long it may be extended. */
  protection: z.strictObject({
    days: z.int().check(z.minimum(1), z.maximum(1_095)),
    expiringDays: z.int().check(z.minimum(0), z.maximum(365)),
    extensionDays: z.int().check(z.minimum(1), z.maximum(365)),
    maxExtensions: z.int().check(z.minimum(0), z.maximum(20)),
  }),
  /** Whether a partner may ask up front if an account is taken, and how often a company may in a day. */
  disclosure: z.strictObject({ mode: oneOf(['none', 'taken_or_free']), dailyQuota: z.int().check(z.minimum(1), z.maximum(1_000)) }),
  /** Working days the vendor takes to decide on a deal. */
  reviewDays: z.int().check(z.minimum(1), z.maximum(90)),
  /** Days a partner has to answer an offered lead. */
  leadAnswerDays: z.int().check(z.minimum(1), z.maximum(90)),
  /** Days before the end of a protection, of a review and of a lead's time to answer on which those concerned are reminded. */
  reminders: z.strictObject({ protectionDays: reminderDays, reviewDays: reminderDays, leadDays: reminderDays }),
  tiers: z.array(z.strictObject({ key: slug, label: localText })).check(z.maxLength(20)),
  holidays: z.array(day).check(z.maxLength(1_000)),
  /** The service's own unless said. */
  matching: z.optional(matchingSettings),
  /** How the programme's widgets look where the page that they stand in says nothing else. */
  appearance: z.optional(appearance),
  /** The brand's one colour, from before there was an `appearance`, which wins over it. */
  brand: z.strictObject({ colorPrimary: z.optional(z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/))) }),
});
export type ProgrammeSettings = z.infer<typeof programmeSettings>;

/** A vendor's partner programme, the tenant. `today` is the day it is there, by the service's clock. */
export const programme = z.object({
  ...recordOf('programme'),
  name: z.string(),
  currency,
  timeZone: z.string(),
  today: day,
  settings: programmeSettings,
  actions,
});
export type Programme = z.infer<typeof programme>;

const timeZone = z.string().check(z.maxLength(64), z.refine((zone) => {
  try { return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone })); } catch { return false; }
}, { error: 'Unknown IANA time zone' }));

/** The programme the caller belongs to. */
export const programmeOperations = {
  read: operation({
    summary: 'Reads the programme: name, currency, time zone and rules.',
    method: 'GET',
    path: '/v1/programme',
    who: everyoneAlike,
    answer: programme,
  }),
  change: operation({
    summary: 'Changes the programme. Each top-level setting that is sent replaces the one before.',
    method: 'PATCH',
    path: '/v1/programme',
    who: programmeAdmins,
    body: z.strictObject({ name: z.optional(line()), timeZone: z.optional(timeZone), settings: z.optional(z.partial(programmeSettings)) }),
    answer: programme,
    ifMatch: 'required',
    changes: ['programme'],
  }),
};

/** Programmes on this service, for whoever runs it. */
export const programmesOperations = {
  create: operation({
    summary: 'Creates a programme with sensible rules.',
    method: 'POST',
    path: '/v1/programmes',
    who: operators,
    body: z.strictObject({ name: line(), currency, timeZone, settings: z.optional(z.partial(programmeSettings)), rules: z.optional(z.partial(programmeRules)) }),
    answer: programme,
    status: 201,
  }),
  list: operation({
    summary: 'Lists all programmes on this service, by name.',
    method: 'GET',
    path: '/v1/programmes',
    who: operators,
    answer: z.object({ data: z.array(z.object({ ...recordOf('programme'), name: z.string(), currency, timeZone: z.string() })) }),
  }),
};
