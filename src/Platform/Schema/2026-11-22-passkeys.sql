-- A passkey's private half never leaves its owner's device; what is kept here signs nobody in.
CREATE TABLE platform_passkey (
    id                 uuid        NOT NULL PRIMARY KEY,
    person_id          uuid        NOT NULL REFERENCES platform_person (id),
    credential_id      text        NOT NULL UNIQUE,
    public_key         text        NOT NULL,
    name               text        NOT NULL,
    created_at         timestamptz NOT NULL,
    last_used_at       timestamptz,
    sign_count         bigint      NOT NULL,
    transports         text        NOT NULL,
    is_user_verified   boolean     NOT NULL,
    is_backup_eligible boolean     NOT NULL,
    is_backed_up       boolean     NOT NULL
);
CREATE INDEX platform_passkey_of ON platform_passkey (person_id);

CREATE TABLE platform_passkey_challenge (
    id           uuid        NOT NULL PRIMARY KEY,
    browser_hash text        NOT NULL,
    purpose      text        NOT NULL,
    person_id    uuid,
    state        text        NOT NULL,
    expires_at   timestamptz NOT NULL,
    used_at      timestamptz
);
CREATE INDEX platform_passkey_challenge_end ON platform_passkey_challenge (expires_at);

-- Browsers that somebody has signed in with before; of their cookie only the hash.
CREATE TABLE platform_known_device (
    id           uuid        NOT NULL PRIMARY KEY,
    person_id    uuid        NOT NULL REFERENCES platform_person (id),
    token_hash   text        NOT NULL,
    last_seen_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX platform_known_device_of ON platform_known_device (person_id, token_hash);

ALTER TABLE platform_session ADD COLUMN passkey_at timestamptz;
