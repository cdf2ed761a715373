-- why: the same decision may be written by two attempts; it is one event.
create unique index action_event_once on action_event (action_id, at, kind, parking);
