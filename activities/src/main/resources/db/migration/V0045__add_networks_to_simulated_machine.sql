-- why: the networks an order names must be seen on the machine it made.

alter table sim_machine add column networks text[] not null default '{}';
