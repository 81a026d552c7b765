-- What a link may do beyond leading somewhere, the domains that links live on, and the tags and folders they are sorted
-- by. All times are UTC.

-- ---------------------------------------------------------------- link

-- password is sealed under the master key. geo and test_variants are JSON.
alter table link add column (
    folder_id         varchar(40),
    expires_at        datetime(3),
    expired_url       mediumtext,
    disabled_at       datetime(3),
    password          varchar(1000),
    title             varchar(1000),
    description       varchar(2000),
    image             mediumtext,
    video             mediumtext,
    proxy             boolean default false not null,
    rewrite           boolean default false not null,
    do_index          boolean default false not null,
    public_stats      boolean default false not null,
    ios               mediumtext,
    android           mediumtext,
    geo               mediumtext,
    test_variants     mediumtext,
    test_started_at   datetime(3),
    test_completed_at datetime(3)
);
create index link_folder on link (folder_id, id);
create index link_tenant on link (workspace_id, tenant_id, id);

-- ---------------------------------------------------------------- domain

-- A domain belongs to the workspace that has proved it; until then others may name it too, so a slug is unique among
-- the verified ones only. verified is true or null for that.
create table domain (
    id                         varchar(40)  not null primary key,
    workspace_id               varchar(40)  not null,
    slug                       varchar(190) not null,
    verified                   boolean,
    verification_token         varchar(64)  not null,
    primary_domain             boolean      not null,
    archived                   boolean      not null,
    placeholder                mediumtext,
    expired_url                mediumtext,
    not_found_url              mediumtext,
    logo                       mediumtext,
    asset_links                mediumtext,
    apple_app_site_association mediumtext,
    created_at                 datetime(3)  not null,
    updated_at                 datetime(3)  not null,
    constraint domain_of_workspace unique (workspace_id, slug),
    constraint domain_verified unique (slug, verified)
) ${table};

-- ---------------------------------------------------------------- tag and folder

create table tag (
    id           varchar(40)  not null primary key,
    workspace_id varchar(40)  not null,
    name         varchar(190) not null,
    color        varchar(16)  not null,
    created_at   datetime(3)  not null,
    constraint tag_name unique (workspace_id, name)
) ${table};

create table link_tag (
    link_id varchar(40) not null,
    tag_id  varchar(40) not null,
    primary key (link_id, tag_id)
) ${table};
create index link_tag_tag on link_tag (tag_id, link_id);

create table folder (
    id           varchar(40)   not null primary key,
    workspace_id varchar(40)   not null,
    name         varchar(190)  not null,
    description  varchar(2000),
    access_level varchar(16),
    created_at   datetime(3)   not null,
    updated_at   datetime(3)   not null,
    constraint folder_name unique (workspace_id, name)
) ${table};
