-- By which key values were replaced by pseudonyms: where it stands, and a word that tells keys apart.
create table version_key (
  version_id bigint primary key references dataset_version(id) on delete cascade,
  key_file   varchar not null,
  key_check  varchar(32) not null
);

-- Users that were erased. Their names stand here only until everything of them is gone.
create table erasure (
  id      bigint generated always as identity primary key,
  state   varchar(16) not null,
  names   varchar not null,
  dataset varchar not null,
  begun   timestamp with time zone not null,
  ended   timestamp with time zone,
  events  bigint default 0 not null,
  runs    varchar default '' not null
);

-- What a version was before a user was erased from it, so that its runs are still known.
create table version_erasure (
  version_id  bigint not null references dataset_version(id) on delete cascade,
  erasure_id  bigint not null references erasure(id) on delete cascade,
  fingerprint varchar(64) not null,
  primary key (version_id, erasure_id)
);
