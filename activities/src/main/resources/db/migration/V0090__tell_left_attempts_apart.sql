-- why: an attempt that a stopping worker left says nothing about its step, unlike one whose worker died in it.

alter table action_attempt add column is_left boolean not null default false;
