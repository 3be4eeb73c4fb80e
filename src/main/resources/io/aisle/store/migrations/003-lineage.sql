-- Where versions come from. A version without a row here was imported from files alone. The name of
-- the parent outlives it.
create table version_origin (
  version_id bigint primary key references dataset_version(id) on delete cascade,
  making     varchar(16) not null,
  parent_id  bigint references dataset_version(id) on delete set null,
  parent     varchar not null,
  steps      varchar not null
);

create table step_effect (
  version_id    bigint not null references dataset_version(id) on delete cascade,
  step_no       int not null,
  step          varchar(32) not null,
  events_before bigint not null,
  users_before  int not null,
  items_before  int not null,
  events_after  bigint not null,
  users_after   int not null,
  items_after   int not null,
  changed       bigint not null,
  primary key (version_id, step_no)
);

alter table dataset_version add column note varchar default '' not null;
