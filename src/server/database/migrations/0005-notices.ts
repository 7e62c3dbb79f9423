import type { Migration } from './migration.js';

const id = 'text collate "C"';
// As in 0001-policies: in a sub-select a setting is read once for the statement, and '' stands for none.
const setting = (name: string) => `(select nullif(current_setting('prmkit.${name}', true), ''))`;
const own = `programme_id = ${setting('programme')} and member_id = ${setting('member')}`;
const withinMembers = 'foreign key (programme_id, member_id) references members (programme_id, id) on delete cascade';

/** A member sees its own rows; the service writes them. What is named besides, the member may do with them itself. */
const protect = (table: string, grants: string, ...policies: readonly string[]): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy ${table}_service on ${table} to prmkit_service using (true) with check (true)`,
  `grant select, insert, update, delete on ${table} to prmkit_service`,
  ...(grants ? [`grant ${grants} on ${table} to prmkit_app`] : []),
  ...policies.map((policy) => `create policy ${table}_${policy.split(' ')[0]} on ${table} for ${policy.split(' ')[0]} to prmkit_app ${policy.slice(policy.indexOf(' ') + 1)}`),
];

export const notices: Migration = {
  name: '0005-notices',
  statements: [
    // Nobody is told the same thing twice, whoever tells it and however often: `event_id` is the outgoing event that it comes from.
    `create table notices (
      programme_id ${id} not null, id ${id} not null default new_id('ntc'), member_id ${id} not null, event_id ${id} not null,
      kind text not null, record_type text not null, record_id ${id} not null, params jsonb not null default '{}',
      at timestamptz not null default clock_timestamp(), read_at timestamptz,
      primary key (programme_id, id), unique (programme_id, event_id, member_id), ${withinMembers})`,
    'create index on notices (programme_id, member_id, at, id)',
    'create index on notices (programme_id, member_id, at, id) where read_at is null',
    'create index on notices (programme_id, member_id, record_id)',
    'create index on notices (programme_id, member_id, read_at) where read_at is not null',

    `create table notice_emails (
      programme_id ${id} not null, notice_id ${id} not null, created_at timestamptz not null default now(),
      attempts int not null default 0, next_attempt_at timestamptz not null default now(), ended_at timestamptz,
      outcome text check (outcome in ('sent', 'unwanted', 'refused', 'given_up')),
      primary key (programme_id, notice_id), foreign key (programme_id, notice_id) references notices (programme_id, id) on delete cascade)`,
    'create index on notice_emails (next_attempt_at) where ended_at is null',

    `create table notice_preferences (
      programme_id ${id} not null, member_id ${id} not null, kind text not null, email boolean not null,
      primary key (programme_id, member_id, kind), ${withinMembers})`,

    // One row for each reminder that went out: of this record, for this day, so many days before.
    `create table reminders (
      programme_id ${id} not null references programmes, record_id ${id} not null, reminder text not null, days int not null, due_on date not null,
      created_at timestamptz not null default now(), primary key (programme_id, record_id, reminder, due_on, days))`,

    // Signs the links by which e-mails are unsubscribed from, and nothing else.
    `create table unsubscribe_keys (programme_id ${id} primary key references programmes, secret text not null, created_at timestamptz not null default now())`,

    ...protect('notices', 'select, update (read_at)', `select using (${own})`, `update using (${own}) with check (${own})`),
    ...protect('notice_emails', ''),
    ...protect('notice_preferences', 'select, insert, update', `select using (${own})`, `insert with check (${own})`, `update using (${own}) with check (${own})`),
    ...protect('reminders', ''),
    ...protect('unsubscribe_keys', ''),

    `update programmes set settings = settings || '{"reminders": {"protectionDays": [14, 7, 1], "reviewDays": [1], "leadDays": [1]}}' where not settings ? 'reminders'`,
  ],
};
