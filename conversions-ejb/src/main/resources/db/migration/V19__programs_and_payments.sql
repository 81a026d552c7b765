-- Where partners' links lead, what partners were paid, and no more of what never had an effect.

-- There are no webhooks that it could turn on.
update workspace set payment_link_lead_webhooks = false;

-- url: where the links of partners lead that name no address; null for nowhere.
alter table program add column (
    url mediumtext
);

-- Every key may use every folder: no folder can be for reading only.
alter table folder drop column access_level;

-- ---------------------------------------------------------------- payments outside

-- What a partner was to be paid when commissions were marked as paid: earned less what was taken back of earlier ones.
create table commission_payment (
    id           varchar(40) not null primary key,
    workspace_id varchar(40) not null,
    partner_id   varchar(40) not null,
    mode         varchar(8)  not null,
    currency     varchar(3)  not null,
    earned       bigint      not null,
    absorbed     bigint      not null,
    paid_at      datetime(3) not null
) ${table};
create index commission_payment_partner on commission_payment (workspace_id, partner_id, id);

-- Which part of it was for which commission: negative for what was taken back of it and absorbed.
create table commission_payment_part (
    payment_id    varchar(40) not null,
    commission_id varchar(40) not null,
    earnings      bigint      not null,
    primary key (commission_id, payment_id)
) ${table};

-- Payments of before: for each partner and moment one, as far as the entries say.
insert into commission_payment (id, workspace_id, partner_id, mode, currency, earned, absorbed, paid_at)
    select concat('cpay_', min(e.id)), c.workspace_id, c.partner_id, c.mode, c.currency,
        sum(case when e.paid > 0 then e.paid else 0 end), sum(case when e.paid < 0 then -e.paid else 0 end), e.paid_at
    from commission_entry e join commission c on c.id = e.commission_id
    where e.paid <> 0 and e.paid_at is not null
    group by c.workspace_id, c.partner_id, c.mode, c.currency, e.paid_at;
insert into commission_payment_part (payment_id, commission_id, earnings)
    select p.id, c.id, sum(e.paid)
    from commission_entry e join commission c on c.id = e.commission_id
    join commission_payment p on p.workspace_id = c.workspace_id and p.partner_id = c.partner_id and p.mode = c.mode
        and p.currency = c.currency and p.paid_at = e.paid_at
    where e.paid <> 0
    group by p.id, c.id;
