/**
 * Search by word prefixes: each searchable record has `words text[]`, and a table of single words beside it that the database keeps.
 * Partner and member stand in it too, so that a partner's search scans that partner's words alone and takes no longer for what rivals have.
 */
interface Source {
  record: string;
  table: string;
  /** The record's column for each. */
  partner?: string;
  member?: string;
}

export const searchable: readonly Source[] = [
  { record: 'partner', table: 'partners', partner: 'id' },
  { record: 'member', table: 'members', partner: 'partner_id' },
  { record: 'product', table: 'products' },
  { record: 'territory', table: 'territories' },
  { record: 'account', table: 'accounts' },
  { record: 'customer', table: 'customers', partner: 'partner_id', member: 'owner_member_id' },
  { record: 'lead', table: 'leads', partner: 'partner_id', member: 'member_id' },
  // A deal has words for each of its partners; 0001-triggers keeps them.
  { record: 'deal', table: 'deals' },
];

/** Without a foreign key: it would be checked for each word, and the triggers are the only ones to write. */
const wordTable = ({ record }: Source): string[] => [
  `create table ${record}_words (
    programme_id text collate "C" not null, partner_id text collate "C", member_id text collate "C", word text collate "C" not null,
    record_id text collate "C" not null)`,
  `create unique index ${record}_words_key on ${record}_words (programme_id, record_id, word, partner_id) nulls not distinct`,
  `create index on ${record}_words (programme_id, word, record_id)`,
  `create index on ${record}_words (programme_id, partner_id, word, record_id)`,
];

/** Runs with the writer's own rights: whoever may write the record may write its words. */
function keepWords({ record, table, partner = 'null', member = 'null' }: Source): string[] {
  const insert = `insert into ${record}_words (programme_id, partner_id, member_id, word, record_id)
      select distinct n.programme_id, ${partner === 'null' ? 'null' : `n.${partner}`}, ${member === 'null' ? 'null' : `n.${member}`}, w.word, n.id`;
  const same = [['words', 'words'], [partner, partner], [member, member]].filter(([column]) => column !== 'null')
    .map(([column]) => `n.${column} is not distinct from o.${column}`).join(' and ');
  const trigger = (event: string, referencing: string) => `create trigger ${record}_words_${event} after ${event} on ${table}
    referencing ${referencing} for each statement execute function keep_${record}_words()`;
  return [
    `create function keep_${record}_words() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        ${insert} from after n, unnest(n.words) as w (word);
      elsif tg_op = 'DELETE' then
        delete from ${record}_words d using before o where d.programme_id = o.programme_id and d.record_id = o.id;
      else
        delete from ${record}_words d using after n join before o on o.programme_id = n.programme_id and o.id = n.id
          where d.programme_id = n.programme_id and d.record_id = n.id and not (${same});
        ${insert} from after n join before o on o.programme_id = n.programme_id and o.id = n.id and not (${same}), unnest(n.words) as w (word);
      end if;
      return null;
    end $$`,
    trigger('insert', 'new table as after'),
    trigger('update', 'old table as before new table as after'),
    trigger('delete', 'old table as before'),
  ];
}

export const words: readonly string[] = [
  ...searchable.flatMap(wordTable),
  ...searchable.filter(({ record }) => record !== 'deal').flatMap(keepWords),
];
