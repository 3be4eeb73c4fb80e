-- What does not join of the files of a version. Queries, triples and reviews stand in tables of
-- their own, made only for versions that have any.
create table unjoined (
  version_id bigint not null references dataset_version(id) on delete cascade,
  position   int not null,
  what       varchar(40) not null,
  found      bigint not null,
  among      bigint not null,
  examples   varchar not null,
  primary key (version_id, position)
);
