-- why: a policy's condition is tried on every row. Given by an inner query, the scope is looked up once
-- per statement instead, which makes counting a long list about twice as fast.

-- Each parameter is used once, so that the planner can put the body in the function's place. It is a
-- CASE for the reason it was before: the planner takes a CASE for true of half the rows.
create function slipway_sees(scope text, tenant text) returns boolean
  language sql stable parallel safe
  return case scope when tenant then true when '*' then true else false end;

alter policy tenant_scope on tenant using (
  slipway_sees((select current_setting('slipway.scope', true)), id));
alter policy user_account_scope on user_account using (
  slipway_sees((select current_setting('slipway.scope', true)), tenant_id));
alter policy server_scope on server using (
  slipway_sees((select current_setting('slipway.scope', true)), tenant_id));
alter policy action_scope on action using (
  slipway_sees((select current_setting('slipway.scope', true)), tenant_id));
alter policy action_step_scope on action_step using (
  slipway_sees((select current_setting('slipway.scope', true)), tenant_id));
alter policy action_attempt_scope on action_attempt using (
  slipway_sees((select current_setting('slipway.scope', true)), tenant_id));
alter policy action_event_scope on action_event using (
  slipway_sees((select current_setting('slipway.scope', true)), tenant_id));
alter policy action_history_scope on action_history using (
  slipway_sees((select current_setting('slipway.scope', true)), tenant_id));
alter policy lane_scope on lane using (
  slipway_sees((select current_setting('slipway.scope', true)), tenant_id));
alter policy external_object_scope on external_object using (
  slipway_sees((select current_setting('slipway.scope', true)), tenant_id));
alter policy idempotency_key_scope on idempotency_key using (
  slipway_sees((select current_setting('slipway.scope', true)), tenant_id));
alter policy ssh_key_scope on ssh_key using (
  slipway_sees((select current_setting('slipway.scope', true)), tenant_id));
-- No tenant sees the failed sign-ins.
alter policy sign_in_failure_scope on sign_in_failure using (
  slipway_sees((select current_setting('slipway.scope', true)), 'none'));

drop function slipway_sees(text);
