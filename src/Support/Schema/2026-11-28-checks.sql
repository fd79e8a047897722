-- The text of an instrument as it was when first used: a check can be read long after its file has gone.
CREATE TABLE support_instrument (
    id      uuid        NOT NULL PRIMARY KEY,
    key     text        NOT NULL,
    version text        NOT NULL,
    print   text        NOT NULL,
    content text        NOT NULL,
    kept_at timestamptz NOT NULL,
    UNIQUE (key, version)
);

CREATE TABLE support_assessment (
    id                uuid        NOT NULL PRIMARY KEY,
    place_id          uuid        NOT NULL REFERENCES platform_place (id),
    organisation_id   uuid        NOT NULL REFERENCES groups_organisation (id),
    instrument_id     uuid        NOT NULL REFERENCES support_instrument (id),
    before_id         uuid        REFERENCES support_assessment (id),
    started_at        timestamptz NOT NULL,
    started_by        uuid,
    answers_closed_at timestamptz,
    finished_at       timestamptz,
    is_sample         boolean     NOT NULL,
    version           integer     NOT NULL
);
CREATE INDEX support_assessment_of ON support_assessment (organisation_id, started_at);
CREATE INDEX support_assessment_finished ON support_assessment (place_id, finished_at);

-- Somebody asked by link. The link works again and again until they have finished or the answers are closed.
CREATE TABLE support_respondent (
    id            uuid        NOT NULL PRIMARY KEY,
    assessment_id uuid        NOT NULL REFERENCES support_assessment (id) ON DELETE CASCADE,
    name          text        NOT NULL,
    part          text        NOT NULL,
    email         text,
    token_hash    text        NOT NULL,
    asked_at      timestamptz NOT NULL,
    asked_by      uuid,
    finished_at   timestamptz,
    version       integer     NOT NULL,
    UNIQUE (token_hash)
);
CREATE INDEX support_respondent_of ON support_respondent (assessment_id);
CREATE INDEX support_respondent_email ON support_respondent (email);

CREATE TABLE support_answer (
    id            uuid        NOT NULL PRIMARY KEY,
    respondent_id uuid        NOT NULL REFERENCES support_respondent (id) ON DELETE CASCADE,
    item          text        NOT NULL,
    said          text,
    then_said     text,
    why           text,
    answered_at   timestamptz NOT NULL,
    UNIQUE (respondent_id, item)
);

CREATE TABLE support_agreed (
    id            uuid        NOT NULL PRIMARY KEY,
    place_id      uuid        NOT NULL REFERENCES platform_place (id),
    assessment_id uuid        NOT NULL REFERENCES support_assessment (id) ON DELETE CASCADE,
    item          text        NOT NULL,
    said          text        NOT NULL,
    reason        text        NOT NULL,
    evidence      text,
    agreed_at     timestamptz NOT NULL,
    agreed_by     uuid,
    version       integer     NOT NULL,
    UNIQUE (assessment_id, item)
);

-- For whom the group opened a check; without a row nobody but the group sees it.
CREATE TABLE support_check_consent (
    id            uuid        NOT NULL PRIMARY KEY,
    place_id      uuid        NOT NULL REFERENCES platform_place (id),
    assessment_id uuid        NOT NULL REFERENCES support_assessment (id) ON DELETE CASCADE,
    audience      text        NOT NULL,
    funder        text,
    token_hash    text,
    on_word_of    text,
    given_at      timestamptz NOT NULL,
    given_by      uuid,
    withdrawn_at  timestamptz,
    version       integer     NOT NULL
);
CREATE INDEX support_check_consent_of ON support_check_consent (assessment_id, audience);
CREATE UNIQUE INDEX support_check_consent_token ON support_check_consent (token_hash);
