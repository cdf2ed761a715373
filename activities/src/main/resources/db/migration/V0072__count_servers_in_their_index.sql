-- why: every page of a tenant's servers is counted up to 1,001. Where the index says which are left out,
-- PostgreSQL counts in the index alone, about twice as fast.
create index server_tenant_present on server (tenant_id, created_at, id) where status <> 'destroyed';
