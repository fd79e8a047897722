-- The body is encrypted with a key that lies outside the database, and emptied once the letter has gone.
CREATE TABLE platform_letter (
    id         uuid        NOT NULL PRIMARY KEY,
    place_id   uuid,
    person_id  uuid,
    email      text        NOT NULL,
    kind       text        NOT NULL,
    subject    text        NOT NULL,
    body       text        NOT NULL,
    state      text        NOT NULL,
    queued_at  timestamptz NOT NULL,
    due_at     timestamptz NOT NULL,
    attempts   integer     NOT NULL,
    sent_at    timestamptz,
    trouble    text,
    version    integer     NOT NULL
);
CREATE INDEX platform_letter_waiting ON platform_letter (due_at) WHERE state = 'Waiting';
