const versioned = ['programmes', 'partners', 'members', 'products', 'territories', 'accounts', 'customers', 'leads', 'deals'];
/** Records that a partner may write, but whose external key is the vendor's to give. */
const keyed = ['members', 'customers', 'leads', 'deals'];

const refuse = (what: string) => `raise insufficient_privilege using message = '${what}'`;

export const triggers: readonly string[] = [
  // The time is taken as the row is written, not when the transaction began.
  `create function touch() returns trigger language plpgsql as $$
  begin
    new.version := old.version + 1;
    new.updated_at := greatest(clock_timestamp(), old.updated_at);
    return new;
  end $$`,
  ...versioned.map((table) => `create trigger ${table}_touch before update on ${table} for each row execute function touch()`),
  `create function touch_contact() returns trigger language plpgsql as $$ begin new.updated_at := clock_timestamp(); return new; end $$`,
  `create trigger contacts_touch before update on contacts for each row execute function touch_contact()`,

  // The unique index on external keys reaches across partners: whoever may not see them all may not try one.
  `create function guard_external_key() returns trigger language plpgsql as $$
  begin
    if current_setting('prmkit.role', true) in ('partner_admin', 'partner_seller') and current_user = 'prmkit_app'
      and new.external_key is distinct from (case when tg_op = 'UPDATE' then old.external_key end) then
      ${refuse('Only the vendor gives external keys.')};
    end if;
    return new;
  end $$`,
  ...keyed.map((table) => `create trigger ${table}_guard before insert or update of external_key on ${table} for each row execute function guard_external_key()`),

  // Foreign keys look past the policies; this looks with the writer's eyes, so that a deal cannot be tied to what its writer does not see.
  `create function guard_deal_references() returns trigger language plpgsql as $$
  begin
    if current_user <> 'prmkit_app' then return new; end if;
    if new.customer_id is not null and (tg_op = 'INSERT' or new.customer_id is distinct from old.customer_id)
      and not exists (select from customers c where c.programme_id = new.programme_id and c.id = new.customer_id) then
      ${refuse('There is no such customer.')};
    end if;
    if new.lead_id is not null and (tg_op = 'INSERT' or new.lead_id is distinct from old.lead_id)
      and not exists (select from leads l where l.programme_id = new.programme_id and l.id = new.lead_id) then
      ${refuse('There is no such lead.')};
    end if;
    return new;
  end $$`,
  `create trigger deals_guard_references before insert or update of customer_id, lead_id on deals for each row execute function guard_deal_references()`,

  `create function guard_lead_deal() returns trigger language plpgsql as $$
  begin
    if current_user = 'prmkit_app' and new.deal_id is not null and new.deal_id is distinct from old.deal_id
      and not exists (select from deals d where d.programme_id = new.programme_id and d.id = new.deal_id) then
      ${refuse('There is no such deal.')};
    end if;
    return new;
  end $$`,
  `create trigger leads_guard_deal before update of deal_id on leads for each row execute function guard_lead_deal()`,

  // `deal_partners` says who sees a deal, so no partner may write it: the lead's row follows the deal, by the owner's rights.
  `create function keep_deal_partners() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if tg_op = 'INSERT' then
      insert into deal_partners (programme_id, deal_id, partner_id, member_id, role, deal_updated_at)
        values (new.programme_id, new.id, new.partner_id, new.member_id, 'lead', new.updated_at);
    else
      if new.partner_id <> old.partner_id then
        delete from deal_partners where programme_id = new.programme_id and deal_id = new.id and (role = 'lead' or partner_id = new.partner_id);
        insert into deal_partners (programme_id, deal_id, partner_id, member_id, role, deal_updated_at)
          values (new.programme_id, new.id, new.partner_id, new.member_id, 'lead', new.updated_at);
      end if;
      update deal_partners set deal_updated_at = new.updated_at, member_id = case when role = 'lead' then new.member_id else member_id end
        where programme_id = new.programme_id and deal_id = new.id;
      if new.words <> old.words then
        delete from deal_words where programme_id = new.programme_id and record_id = new.id;
        insert into deal_words (programme_id, partner_id, member_id, word, record_id)
          select distinct p.programme_id, p.partner_id, p.member_id, w.word, new.id
          from deal_partners p, unnest(new.words) as w (word) where p.programme_id = new.programme_id and p.deal_id = new.id;
      end if;
    end if;
    return null;
  end $$`,
  `create trigger deals_keep_partners after insert or update on deals for each row execute function keep_deal_partners()`,
  `create function keep_deal_words() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if tg_op <> 'INSERT' then
      delete from deal_words where programme_id = old.programme_id and record_id = old.deal_id and partner_id = old.partner_id;
    end if;
    if tg_op <> 'DELETE' then
      insert into deal_words (programme_id, partner_id, member_id, word, record_id)
        select distinct new.programme_id, new.partner_id, new.member_id, w.word, new.deal_id
        from deals d, unnest(d.words) as w (word) where d.programme_id = new.programme_id and d.id = new.deal_id;
    end if;
    return null;
  end $$`,
  `create trigger deal_partners_keep_words after insert or delete on deal_partners for each row execute function keep_deal_words()`,
  `create trigger deal_partners_move_words after update of partner_id, member_id on deal_partners for each row
    when (new.partner_id <> old.partner_id or new.member_id is distinct from old.member_id) execute function keep_deal_words()`,
];
