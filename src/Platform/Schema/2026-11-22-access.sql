-- Secrets (codes, links, session tokens) are kept as SHA-256 only: who reads the database can sign in as nobody.
CREATE TABLE platform_person (
    id          uuid        NOT NULL PRIMARY KEY,
    name        text        NOT NULL,
    email       text        NOT NULL UNIQUE,
    created_at  timestamptz NOT NULL,
    disabled_at timestamptz,
    is_sample   boolean     NOT NULL,
    version     integer     NOT NULL
);

CREATE TABLE platform_session (
    id            uuid        NOT NULL PRIMARY KEY,
    person_id     uuid        NOT NULL REFERENCES platform_person (id),
    token_hash    text        NOT NULL UNIQUE,
    way           text        NOT NULL,
    device        text        NOT NULL,
    created_at    timestamptz NOT NULL,
    seen_at       timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL,
    stepped_up_at timestamptz NOT NULL,
    ended_at      timestamptz
);
CREATE INDEX platform_session_of ON platform_session (person_id);

CREATE TABLE platform_sign_in_code (
    id           uuid        NOT NULL PRIMARY KEY,
    email        text        NOT NULL,
    code_hash    text        NOT NULL,
    browser_hash text        NOT NULL UNIQUE,
    expires_at   timestamptz NOT NULL,
    tries        integer     NOT NULL,
    used_at      timestamptz
);
CREATE INDEX platform_sign_in_code_end ON platform_sign_in_code (expires_at);

-- scope_id is the place, the organisation or the fund that the role is held in; all zeros for the whole installation.
CREATE TABLE platform_appointment (
    id         uuid        NOT NULL PRIMARY KEY,
    person_id  uuid        NOT NULL REFERENCES platform_person (id),
    role       text        NOT NULL,
    scope_id   uuid        NOT NULL,
    place_id   uuid        REFERENCES platform_place (id),
    since      timestamptz NOT NULL,
    given_by   uuid,
    ended_at   timestamptz,
    version    integer     NOT NULL
);
CREATE INDEX platform_appointment_of ON platform_appointment (person_id);
CREATE INDEX platform_appointment_in ON platform_appointment (scope_id);

CREATE TABLE platform_one_time_link (
    id         uuid        NOT NULL PRIMARY KEY,
    token_hash text        NOT NULL UNIQUE,
    purpose    text        NOT NULL,
    place_id   uuid,
    subject_id uuid,
    email      text,
    about      text,
    made_at    timestamptz NOT NULL,
    made_by    uuid,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    version    integer     NOT NULL
);

CREATE TABLE platform_rate (
    key_hash text        NOT NULL PRIMARY KEY,
    since    timestamptz NOT NULL,
    number   integer     NOT NULL
);
