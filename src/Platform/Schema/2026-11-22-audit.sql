-- Append-only; each entry's hash covers the one before it. No value of a changed field is kept, only its name.
CREATE TABLE platform_audit (
    sequence    bigint      NOT NULL PRIMARY KEY,
    at          timestamptz NOT NULL,
    place_id    uuid,
    actor_id    uuid,
    session_id  uuid,
    act         text        NOT NULL,
    record_kind text        NOT NULL,
    record_id   uuid        NOT NULL,
    fields      text        NOT NULL,
    reason_hash text,
    previous    text        NOT NULL,
    hash        text        NOT NULL
);
CREATE INDEX platform_audit_of_record ON platform_audit (record_id, sequence);
CREATE INDEX platform_audit_of_actor ON platform_audit (actor_id, sequence);

-- Apart from the chain, which only knows its salted hash: what somebody wrote about a person can be erased and the chain still holds.
CREATE TABLE platform_audit_reason (
    sequence bigint NOT NULL PRIMARY KEY,
    salt     text   NOT NULL,
    reason   text   NOT NULL
);
