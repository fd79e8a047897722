-- A file out of another system. choices is what was said of its columns and words, as JSON, so that the next file of the place asks less.
CREATE TABLE support_arrival (
    id            uuid        NOT NULL PRIMARY KEY,
    place_id      uuid        NOT NULL REFERENCES platform_place (id),
    kind          text        NOT NULL,
    file_name     text        NOT NULL,
    sha256        text        NOT NULL,
    choices       text        NOT NULL,
    state         text        NOT NULL,
    arrived_at    timestamptz NOT NULL,
    arrived_by    uuid,
    brought_at    timestamptz,
    brought       integer     NOT NULL,
    stayed_out    integer     NOT NULL,
    taken_back_at timestamptz,
    taken_back    integer     NOT NULL,
    version       integer     NOT NULL
);
CREATE INDEX support_arrival_of ON support_arrival (place_id, arrived_at);

-- Who helped, as the other system names them, where they are nobody of the place; and by what a row is known again.
ALTER TABLE support_entry ADD COLUMN worker_name text;
ALTER TABLE support_entry ADD COLUMN brought_key text;
CREATE INDEX support_entry_import ON support_entry (import_id);
