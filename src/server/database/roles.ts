import { sql, type Transaction } from 'kysely';
import type { Database } from './schema.js';

const roles = ['prmkit_app', 'prmkit_service'];

/**
 * Roles belong to the whole cluster, not to one database, so another database's migration may make them at the same moment.
 * The login role becomes a member of both, to be able to step into them; of `prmkit_service` it inherits the rights, since the gate and the
 * jobs run as the login role itself.
 */
export async function ensureRoles(tx: Transaction<Database>): Promise<void> {
  try {
    await sql.raw(createRoles).execute(tx);
  } catch (error) {
    if ((error as { code?: unknown }).code !== '42501') throw error;
    throw new Error(`The login role may not make itself a member of ${roles.join(' and ')}. Let a superuser create what is missing of them and grant them, with its name: `
      + roles.map((role) => `create role ${role} nologin; grant ${role} to "name";`).join(' '), { cause: error });
  }
}

const createRoles = `do $$
declare
  wanted text;
  server int := current_setting('server_version_num')::int;
  superuser boolean := (select rolsuper from pg_roles where rolname = current_user);
begin
  foreach wanted in array array['${roles.join(`', '`)}'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then
        null; -- another database's migration was quicker
      end;
    end if;
    -- Two grants of one role at a time collide in the catalogue; a cluster-wide order there is none, so: try again.
    for attempt in 1..20 loop
      begin
        if superuser then exit; end if;
        if server >= 160000 and not (pg_has_role(current_user, wanted, 'set') and (wanted <> 'prmkit_service' or pg_has_role(current_user, wanted, 'usage'))) then
          execute format('grant %I to current_user with inherit %s, set true', wanted, case wanted when 'prmkit_service' then 'true' else 'false' end);
        elsif server < 160000 and not pg_has_role(current_user, wanted, 'member') then
          execute format('grant %I to current_user', wanted);
        end if;
        exit;
      exception when internal_error then
        if attempt = 20 then raise; end if;
        perform pg_sleep(0.05);
      end;
    end loop;
  end loop;
end $$`;
