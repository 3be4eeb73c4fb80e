-- Queries and grades of a version stand in tables of its own, as its events do.
alter table dataset_version add column queries int default 0 not null;
alter table dataset_version add column judgements bigint default 0 not null;
