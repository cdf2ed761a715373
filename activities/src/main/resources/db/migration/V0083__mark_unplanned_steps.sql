-- why: a step that was not previewed stands last, though others come after it; nothing follows from where it stands.

alter table action_step add column is_unplanned boolean not null default false;
