-- why: two operators of one name were one assignee.

-- Who is meant by assignee, and nothing where that is null; null where it was written down before.
alter table action add column assignee_id text;
