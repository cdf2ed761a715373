-- why: a server tells which networks it joined, and an order that moves elsewhere is checked against
-- those that are there.

alter table server add column networks text[] not null default '{}';

-- Orders written before know their networks too; the owner sees them in the platform's scope only.
select set_config('slipway.scope', '*', true);
update server set networks = array(
    select jsonb_array_elements_text(action.order_json -> 'networks'))
  from action
  where action.resource_id = server.id and action.type = 'create_server'
    and jsonb_typeof(action.order_json -> 'networks') = 'array';
