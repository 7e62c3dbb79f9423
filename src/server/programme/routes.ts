import { sql } from 'kysely';
import type { programmeOperations, programmesOperations, ProgrammeRules, ProgrammeSettings } from '../../contract/index.js';
import type { Handlers } from '../call.js';
import { changesBetween, remember } from '../history/entries.js';
import { defaultRules } from '../rules/defaults.js';
import { readRules } from '../rules/queries.js';
import { checkRules } from '../rules/rules.js';
import { invalid, requireVersion } from '../service-error.js';
import { defaultSettings } from './defaults.js';
import { presentProgramme, programmeFor, readProgramme } from './queries.js';
import { checkSettings } from './rules.js';

/** A new programme has no records that its rules could point to. */
const nothingYet = { accounts: new Set<string>(), products: new Set<string>(), territories: new Set<string>(), approvers: new Set<string>() };

/** The default bounds, wide enough for the programme's own days. */
const around = (days: number) => ({ least: Math.min(defaultRules.protectionDays.least, days), most: Math.max(defaultRules.protectionDays.most, days) });

export const programmeRoutes: Handlers<typeof programmeOperations> = {
  read: ({ tx, caller }) => programmeFor(tx, caller),

  async change(call) {
    const { tx, caller, body, ifMatch } = call;
    await tx.selectFrom('programmes').select('id').where('id', '=', caller.programmeId).forUpdate().execute();
    const before = await readProgramme(tx, caller.programmeId);
    await requireVersion(before, ifMatch, async () => presentProgramme(before, true));
    const settings = { ...before.settings, ...body.settings } as ProgrammeSettings;
    refuse(settings);
    const { rules: { protectionDays: { least, most } } } = await readRules(tx, caller.programmeId);
    const { days } = settings.protection;
    if (days < least || days > most) throw invalid('/settings/protection/days', 'range', `The rules allow ${least} to ${most} days.`);
    const after = { name: body.name ?? before.name, timeZone: body.timeZone ?? before.time_zone };
    await tx.updateTable('programmes')
      .set({ name: after.name, time_zone: after.timeZone, settings: JSON.stringify(settings) as never, version: before.version + 1, updated_at: sql`now()` })
      .where('id', '=', caller.programmeId).execute();
    await remember(call, {
      recordType: 'programme', recordId: before.id, action: 'changed', audience: 'vendor',
      changes: { ...changesBetween({ name: before.name, timeZone: before.time_zone }, after), ...changesBetween(before.settings, settings) },
    });
    return presentProgramme(await readProgramme(tx, caller.programmeId), true);
  },
};

/** Programmes as whoever runs the service sees them; these run with the service's own role. */
export const programmesRoutes: Handlers<typeof programmesOperations> = {
  async create({ tx, body }) {
    const settings = { ...defaultSettings, ...body.settings } as ProgrammeSettings;
    refuse(settings);
    const { id } = await tx.insertInto('programmes')
      .values({ name: body.name, currency: body.currency, time_zone: body.timeZone, settings: JSON.stringify(settings) as never })
      .returning('id').executeTakeFirstOrThrow();
    const rules = { ...defaultRules, protectionDays: around(settings.protection.days), ...body.rules } as ProgrammeRules;
    const [problem] = checkRules(rules, settings, nothingYet);
    if (problem) throw invalid(problem.pointer, problem.code, problem.message);
    await tx.insertInto('programme_rules').values({ programme_id: id, version: 1, rules: JSON.stringify(rules) }).execute();
    return presentProgramme(await readProgramme(tx, id), true);
  },

  async list({ tx }) {
    const rows = await tx.selectFrom('programmes').select(['id', 'version', 'created_at', 'updated_at', 'name', 'currency', 'time_zone']).orderBy('name').orderBy('id').execute();
    return {
      data: rows.map((row) => ({
        id: row.id, version: row.version, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
        name: row.name, currency: row.currency, timeZone: row.time_zone,
      })),
    };
  },
};

function refuse(settings: ProgrammeSettings): void {
  const [problem] = checkSettings(settings);
  if (problem) throw invalid(problem.pointer, problem.code, problem.message);
}
