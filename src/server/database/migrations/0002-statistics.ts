import type { Migration } from './migration.js';

/*
 * The planner chooses among indexes by figures that an autovacuum keeps. The embedded PostgreSQL has none, and on any engine a large import runs
 * ahead of it: without figures all indexes of a table look alike, and a foreign key is checked by walking a programme's rows.
 * Whoever writes a lot may therefore ask for new figures; a table is looked at again once it has doubled, so most calls only compare sizes.
 */
export const statistics: Migration = {
  name: '0002-statistics',
  statements: [
    `create function refresh_statistics() returns void language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      grown text;
    begin
      for grown in
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and pg_relation_size(c.oid) / current_setting('block_size')::int > 2 * c.relpages + 4
        order by c.relname
      loop
        execute format('analyze %I', grown);
      end loop;
    end $$`,
    'revoke execute on function refresh_statistics() from public',
    'grant execute on function refresh_statistics() to prmkit_app, prmkit_service',
  ],
};
