import { policies, vendorAlone } from './0001-policies.js';
import type { Migration } from './migration.js';

/*
 * What accounts are matched by. The service reads a name in TypeScript and writes its form and keys; everything that follows from these is kept
 * here, by triggers. Names are kept once however many accounts bear them, so a bucket is filled by different names alone. No partner sees any of it.
 */
const id = 'text collate "C" not null';

/** A word that stands in so many names is common, and is counted no further: nobody queues for the row of a word that everybody uses. */
const commonAt = 1_000;

const tables = [
  `alter table accounts add tax_number text, add street text, add postal_code text`,
  // A row without a form is still to be read: the account was written by somebody else than the service.
  `create table account_matching (
    programme_id ${id}, account_id ${id}, form text collate "C", keys text[] not null default '{}',
    domain text collate "C", tax_number text collate "C", address text collate "C",
    primary key (programme_id, account_id), foreign key (programme_id, account_id) references accounts (programme_id, id) on delete cascade)`,
  `create index on account_matching (programme_id, form, account_id)`,
  `create index on account_matching (programme_id, domain) where domain is not null`,
  `create index on account_matching (programme_id, tax_number) where tax_number is not null`,
  `create index on account_matching (programme_id, address) where address is not null`,
  `create index account_matching_unread on account_matching (programme_id, account_id) where form is null`,

  // Each different name, and how many accounts bear it.
  `create table account_names (programme_id ${id}, form ${id}, accounts int not null, primary key (programme_id, form))`,
  // The buckets. In a bucket the shortest names stand first: of a full one, those are read that say the least besides.
  `create table account_name_keys (programme_id ${id}, key ${id}, rank smallint not null, form ${id}, primary key (programme_id, key, rank, form))`,
  // In how many names a word stands: by its sound, and marked with a quotation mark as it is spelt.
  `create table account_name_words (programme_id ${id}, sound ${id}, names int not null, primary key (programme_id, sound))`,
  `create table account_name_spellings (programme_id ${id}, key ${id}, sound ${id}, primary key (programme_id, key, sound))`,
];

const lookups = [
  // A short word is found through every word that lacks one of its letters, a long one by its beginning or its end.
  `create function spelling_keys(sound text) returns setof text language sql immutable parallel safe as $$
    select left(sound, n - 1) || substr(sound, n + 1) from generate_series(1, length(sound)) n where length(sound) between 4 and 8
    union select sound where length(sound) between 4 and 8
    union select '<' || length(sound) || left(sound, 5) where length(sound) >= 8
    union select '>' || length(sound) || right(sound, 5) where length(sound) >= 8
  $$`,
  `create function asked_spelling_keys(sound text) returns setof text language sql immutable parallel safe as $$
    select spelling_keys(sound)
    union select side || size || case side when '<' then left(sound, 5) else right(sound, 5) end
      from unnest(array['<', '>']) side, generate_series(greatest(8, length(sound) - 2), length(sound) + 2) size where length(sound) >= 7
  $$`,
];

/** Short names first. */
const rank = (form: string) => `array_length(string_to_array(${form}, ' '), 1)`;

/** Takes away what nobody bears any more. Rows are locked in order: two who write the same names wait for each other instead of both for ever. */
const forget = (which: string) => `
    with gone as (
      select o.programme_id, o.form, min(o.keys) as keys, count(*) as accounts from before o ${which} group by o.programme_id, o.form
    ), locked as (
      select t.programme_id, t.form from account_names t join gone g on g.programme_id = t.programme_id and g.form = t.form order by t.programme_id, t.form for update of t
    ), counted as (
      update account_names t set accounts = t.accounts - g.accounts from gone g join locked l on l.programme_id = g.programme_id and l.form = g.form
      where t.programme_id = g.programme_id and t.form = g.form returning t.programme_id, t.form, t.accounts, g.keys
    ), unused as (
      select distinct c.programme_id, c.form, its.key from counted c, unnest(c.keys) as its (key) where c.accounts <= 0
    ), emptied as (
      delete from account_name_keys k using unused u where k.programme_id = u.programme_id and k.key = u.key and k.rank = ${rank('u.form')} and k.form = u.form
    )
    update account_name_words w set names = w.names - u.names
      from (select programme_id, key, count(*) as names from unused group by programme_id, key) u
      where w.programme_id = u.programme_id and w.sound = u.key and w.names < ${commonAt};
    delete from account_names t using before o where t.programme_id = o.programme_id and t.form = o.form and t.accounts <= 0;`;

const triggers = [
  `create function mark_account_matching() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      insert into account_matching (programme_id, account_id) select programme_id, id from after;
    else
      update account_matching m set form = null from after n join before o on o.programme_id = n.programme_id and o.id = n.id
        where m.programme_id = n.programme_id and m.account_id = n.id
          and (n.name, n.domain, n.country, n.tax_number, n.street, n.postal_code) is distinct from (o.name, o.domain, o.country, o.tax_number, o.street, o.postal_code);
    end if;
    return null;
  end $$`,
  `create trigger accounts_mark_insert after insert on accounts referencing new table as after for each statement execute function mark_account_matching()`,
  `create trigger accounts_mark_update after update on accounts referencing old table as before new table as after for each statement execute function mark_account_matching()`,

  // The form is always written by an update: an insert marks what is to be read.
  `create function keep_account_names() returns trigger language plpgsql as $$
  begin
    ${forget('left join after n on n.programme_id = o.programme_id and n.account_id = o.account_id where o.form is not null and o.form is distinct from n.form')}
    with came as (
      select n.programme_id, n.form, min(n.keys) as keys, count(*) as accounts from after n join before o on o.programme_id = n.programme_id and o.account_id = n.account_id
      where n.form is not null and n.form is distinct from o.form group by n.programme_id, n.form
    ), counted as (
      insert into account_names as t (programme_id, form, accounts) select programme_id, form, accounts from came order by programme_id, form
      on conflict (programme_id, form) do update set accounts = t.accounts + excluded.accounts returning t.programme_id, t.form, t.xmax = 0 as fresh
    ), fresh as (
      select distinct c.programme_id, c.form, its.key from counted c join came on came.programme_id = c.programme_id and came.form = c.form, unnest(came.keys) as its (key) where c.fresh
    ), filed as (
      insert into account_name_keys (programme_id, key, rank, form) select programme_id, key, ${rank('form')}, form from fresh where left(key, 1) <> '"' on conflict do nothing
    ), words as (
      select programme_id, key as sound, count(*) as names from fresh where left(key, 1) not in ('+', '=') group by programme_id, key
    ), spelled as (
      insert into account_name_spellings (programme_id, key, sound)
        select w.programme_id, s.key, w.sound from words w, spelling_keys(w.sound) as s (key)
        where left(w.sound, 1) <> '"' and not exists (select from account_name_words known where known.programme_id = w.programme_id and known.sound = w.sound) on conflict do nothing
    )
    insert into account_name_words as t (programme_id, sound, names) select programme_id, sound, names from words order by programme_id, sound
      on conflict (programme_id, sound) do update set names = t.names + excluded.names where t.names < ${commonAt};
    return null;
  end $$`,
  `create trigger account_matching_keep after update on account_matching referencing old table as before new table as after
    for each statement execute function keep_account_names()`,
  `create function release_account_names() returns trigger language plpgsql as $$
  begin
    ${forget('where o.form is not null')}
    return null;
  end $$`,
  `create trigger account_matching_release after delete on account_matching referencing old table as before for each statement execute function release_account_names()`,
];

export const matching: Migration = {
  name: '0003-matching',
  statements: [
    ...tables, ...lookups, ...triggers,
    ...['account_matching', 'account_names', 'account_name_keys', 'account_name_words', 'account_name_spellings'].flatMap((table) => policies({ table, ...vendorAlone })),
    `insert into account_matching (programme_id, account_id) select programme_id, id from accounts`,
  ],
};
