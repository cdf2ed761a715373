-- why: row-level security means nothing to a role that owns the tables or stands above them, so the
-- application has a role of its own before the first table exists.

-- The migrating role makes the application's role where it may. Where it may not, an administrator
-- makes it once. It cannot log in by itself: give it a password, or make a login a member of it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'slipway_app') then
    create role slipway_app nologin;
  end if;
exception
  when insufficient_privilege then
    raise exception 'Slipway needs the role slipway_app, and % may not create roles', current_user
      using hint = 'As an administrator: create role slipway_app login password ''…''';
end
$$;

-- Tables and sequences of every later migration are for the application to use, never to alter.
alter default privileges grant select, insert, update, delete on tables to slipway_app;
alter default privileges grant usage, select on sequences to slipway_app;

-- The scope is set in the first statement of a transaction: one tenant's id, or * for the platform.
-- Unset, it sees nothing. It is a CASE because the planner takes a CASE for true of half the rows; a
-- comparison it takes for true of one in a hundred, and then it sorts whole tables instead of
-- reading the first page from an index.
create function slipway_sees(tenant text) returns boolean
  language sql stable parallel safe
  return case current_setting('slipway.scope', true)
    when '*' then true
    else current_setting('slipway.scope', true) = tenant
  end;
