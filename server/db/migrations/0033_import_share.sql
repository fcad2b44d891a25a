-- How much of the work on a file is done: rows alone do not say how long the rest takes.
alter table source_file add column share real not null default 0 check (share between 0 and 1);
