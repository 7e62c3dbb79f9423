import { company, isPartner, policies, setting, vendorOr, withParent } from './0001-policies.js';
import type { Migration } from './migration.js';

const id = 'text collate "C"';
const uploader = `(${company} and ${isPartner} and member_id = ${setting('member')})`;
const seesDeal = withParent('files', 'deal_id', 'deals');
/** Only the lead's people change a deal, and only while it is theirs to change. A co-seller finds no row here: its partner is another. */
const changesDeal = `(${isPartner} and exists (select from deals d where d.programme_id = files.programme_id and d.id = files.deal_id
  and d.partner_id = ${setting('partner')} and d.review in ('draft', 'action_required')))`;

/*
 * What is known of a file. Its content is in a store outside; `content_key` says where. Nothing here is unique across partners, and nothing is
 * found by its hash: that two partners hold the same document is nobody's to know.
 */
export const files: Migration = {
  name: '0004-files',
  statements: [
    `create table files (
      programme_id ${id} not null references programmes, id ${id} not null default new_id('file'), version int not null default 1,
      created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
      partner_id ${id}, member_id ${id}, deal_id ${id},
      name text not null, size int not null check (size > 0), media_type text not null, sha256 text,
      state text not null default 'pending' check (state in ('pending', 'uploaded', 'clean', 'refused')), refusal text check (refusal in ('type', 'infected')),
      content_key ${id}, scan_after timestamptz,
      primary key (programme_id, id),
      check ((content_key is not null) = (state in ('uploaded', 'clean'))), check ((refusal is not null) = (state = 'refused')),
      foreign key (programme_id, member_id) references members (programme_id, id),
      foreign key (programme_id, partner_id, member_id) references members (programme_id, partner_id, id),
      foreign key (programme_id, deal_id) references deals (programme_id, id) on delete set null (deal_id))`,
    // Content that is in the store, or may be, and belongs to no file. Written before anything is stored, so that whoever dies in between leaves nothing behind.
    `create table contents_to_remove (
      programme_id ${id} not null references programmes, key ${id} not null, due_at timestamptz not null default now(), primary key (programme_id, key))`,
    'create index on files (programme_id, deal_id, created_at, id) where deal_id is not null',
    'create index on files (programme_id, member_id) where deal_id is null',
    'create index on files (created_at) where deal_id is null',
    `create index on files (scan_after) where state = 'uploaded'`,
    'create index on contents_to_remove (due_at)',
    'create trigger files_touch before update on files for each row execute function touch()',
    // Foreign keys look past the policies; this looks with the writer's eyes. A co-seller sees the deal, and adds nothing to it.
    `create function guard_file_deal() returns trigger language plpgsql as $$
    begin
      if current_user = 'prmkit_app' and new.deal_id is not null and (tg_op = 'INSERT' or new.deal_id is distinct from old.deal_id)
        and not exists (select from deals d where d.programme_id = new.programme_id and d.id = new.deal_id and d.partner_id is not distinct from new.partner_id) then
        raise insufficient_privilege using message = 'There is no such deal.';
      end if;
      return new;
    end $$`,
    'create trigger files_guard_deal before insert or update of deal_id on files for each row execute function guard_file_deal()',
    ...policies({
      table: 'files',
      see: vendorOr(`case when deal_id is null then ${uploader} else ${seesDeal} end`),
      add: vendorOr(uploader),
      change: vendorOr(uploader),
      remove: vendorOr(`case when deal_id is null then ${uploader} else ${changesDeal} end`),
    }),
    ...policies({ table: 'contents_to_remove' }),
  ],
};
