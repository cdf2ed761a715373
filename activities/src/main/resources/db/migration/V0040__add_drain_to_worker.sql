-- why: an operator's wish to drain a worker must reach it in whatever process it runs.

alter table worker add column drain_asked_at timestamptz;
