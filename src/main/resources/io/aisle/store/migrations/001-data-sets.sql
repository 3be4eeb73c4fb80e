-- Events, dictionaries and refused rows of a version stand in tables of its own, named after its
-- id and dropped whole with it; mass deletes would bloat the file.
create table dataset_version (
  id          bigint generated always as identity primary key,
  dataset     varchar(100) not null,
  version     int not null,
  source      varchar not null,
  plan        varchar not null,
  licence     varchar not null,
  state       varchar(16) not null,
  imported    timestamp with time zone not null,
  rows_read   bigint default 0 not null,
  events      bigint default 0 not null,
  users       int default 0 not null,
  items       int default 0 not null,
  first_time  bigint,
  last_time   bigint,
  fingerprint varchar(64) default '' not null,
  unique (dataset, version)
);

create table import_file (
  version_id bigint not null references dataset_version(id) on delete cascade,
  position   int not null,
  path       varchar not null,
  bytes      bigint not null,
  primary key (version_id, position)
);

-- Where an import stands: written in the transaction that holds the rows up to there.
create table import_position (
  version_id bigint primary key references dataset_version(id) on delete cascade,
  file_no    int not null,
  row_no     bigint not null,
  rows_read  bigint not null,
  row_hash   bigint not null
);

create table refusal_count (
  version_id bigint not null references dataset_version(id) on delete cascade,
  reason_no  int not null,
  reason     varchar(100) not null,
  refused    bigint not null,
  primary key (version_id, reason_no)
);
