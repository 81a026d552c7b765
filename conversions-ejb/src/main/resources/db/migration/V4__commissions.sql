-- Commissions are settled: what they should come to follows from the sale or the leads as they are known by now, and the
-- entries that are missing are added. All times are UTC, all amounts minor units of the currency beside them.

-- ---------------------------------------------------------------- partner

-- The conditions under which other amounts are promised, as JSON; null when there are none.
alter table reward add column (
    modifiers mediumtext
);

-- ---------------------------------------------------------------- commission

-- commission_key is what a partner earns by once: a sale, and for leads the buyer. sold and earned are as by now, before
-- anything was taken back. verdict is the operator's word, which settling leaves alone.
alter table commission add column (
    commission_key varchar(40) default '' not null,
    lead_id        varchar(40),
    sold           bigint      default 0 not null,
    earned         bigint      default 0 not null,
    verdict        varchar(16),
    paid_at        datetime(3)
);
update commission set commission_key = sale_id,
    sold = (select coalesce(sum(e.amount), 0) from commission_entry e
            where e.commission_id = commission.id and e.kind = 'earned'),
    earned = (select coalesce(sum(e.earnings), 0) from commission_entry e
              where e.commission_id = commission.id and e.kind = 'earned');
alter table commission drop constraint commission_once;
alter table commission add constraint commission_of_partner unique (commission_key, partner_id);

-- entry_key keeps two that are added at once apart. paid is what of the earnings was paid out; of what is taken back after
-- that, what a later payment absorbed, negative.
alter table commission_entry add column (
    entry_key varchar(40) default '' not null,
    paid      bigint      default 0 not null,
    paid_at   datetime(3)
);
update commission_entry set entry_key = sale_entry_id;
alter table commission_entry drop constraint commission_entry_once;
alter table commission_entry drop column sale_entry_id;
alter table commission_entry add constraint commission_entry_key unique (commission_id, entry_key);
