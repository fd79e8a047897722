-- What is remembered of each job between its runs. A job in the code that has no row yet has never run.
CREATE TABLE platform_job (
    name       text        NOT NULL PRIMARY KEY,
    next_at    timestamptz NOT NULL,
    asked      boolean     NOT NULL,
    started_at timestamptz,
    ended_at   timestamptz,
    outcome    text,
    trouble    text,
    failures   integer     NOT NULL,
    parked_at  timestamptz
);

-- Goes up each time the holder says that it is alive: others watch it with their own stopwatch, so that no clock need agree with another.
ALTER TABLE platform_lease ADD COLUMN beat bigint NOT NULL DEFAULT 0;
ALTER TABLE platform_outbox ADD COLUMN due_at timestamptz;
