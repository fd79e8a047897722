-- What one funder asks for, in its own words.
CREATE TABLE reports_framework (
    id         uuid    NOT NULL PRIMARY KEY,
    place_id   uuid    NOT NULL REFERENCES platform_place (id),
    name       text    NOT NULL,
    funder     text    NOT NULL,
    rhythm     text    NOT NULL,
    starts_on  date    NOT NULL,
    due_days   integer NOT NULL CHECK (due_days BETWEEN 0 AND 365),
    pays_pence bigint,
    sources    text,
    version    integer NOT NULL
);
CREATE INDEX reports_framework_of ON reports_framework (place_id);

-- One figure that is asked for; without an indicator it is typed in.
CREATE TABLE reports_framework_item (
    id           uuid    NOT NULL PRIMARY KEY,
    place_id     uuid    NOT NULL REFERENCES platform_place (id),
    framework_id uuid    NOT NULL REFERENCES reports_framework (id),
    position     integer NOT NULL,
    indicator    text,
    wording      text    NOT NULL,
    definition   text,
    unit         text    NOT NULL,
    target       bigint,
    aim          text    NOT NULL,
    baseline     bigint,
    breakdowns   text    NOT NULL,
    version      integer NOT NULL
);
CREATE INDEX reports_framework_item_of ON reports_framework_item (framework_id, position);

CREATE TABLE reports_return (
    id           uuid    NOT NULL PRIMARY KEY,
    place_id     uuid    NOT NULL REFERENCES platform_place (id),
    framework_id uuid    NOT NULL REFERENCES reports_framework (id),
    first_day    date    NOT NULL,
    last_day     date    NOT NULL,
    narrative    text,
    made_at      timestamptz NOT NULL,
    sent_at      timestamptz,
    sent_by      uuid,
    link_hash    text,
    link_made_at timestamptz,
    version      integer NOT NULL,
    UNIQUE (framework_id, first_day)
);
CREATE UNIQUE INDEX reports_return_link ON reports_return (link_hash);

CREATE TABLE reports_typed_figure (
    id        uuid    NOT NULL PRIMARY KEY,
    place_id  uuid    NOT NULL REFERENCES platform_place (id),
    return_id uuid    NOT NULL REFERENCES reports_return (id),
    item_id   uuid    NOT NULL,
    value     bigint  NOT NULL,
    version   integer NOT NULL,
    UNIQUE (return_id, item_id)
);

-- What a sent return said, and the records behind it as they were.
CREATE TABLE reports_frozen (
    return_id uuid NOT NULL PRIMARY KEY REFERENCES reports_return (id),
    place_id  uuid NOT NULL REFERENCES platform_place (id),
    sent_at   timestamptz NOT NULL,
    body      text NOT NULL
);

-- A story of a group, with the consent to show it.
CREATE TABLE reports_story (
    id               uuid NOT NULL PRIMARY KEY,
    place_id         uuid NOT NULL REFERENCES platform_place (id),
    organisation_id  uuid NOT NULL REFERENCES groups_organisation (id),
    title            text NOT NULL,
    words            text NOT NULL,
    written_at       timestamptz NOT NULL,
    author_id        uuid,
    consent_by       text NOT NULL,
    consent_on       date NOT NULL,
    consent_words    text NOT NULL,
    consent_ended_at timestamptz,
    version          integer NOT NULL
);
CREATE INDEX reports_story_of ON reports_story (place_id, written_at);

CREATE TABLE reports_return_story (
    id        uuid    NOT NULL PRIMARY KEY,
    place_id  uuid    NOT NULL REFERENCES platform_place (id),
    return_id uuid    NOT NULL REFERENCES reports_return (id),
    story_id  uuid    NOT NULL REFERENCES reports_story (id),
    version   integer NOT NULL,
    UNIQUE (return_id, story_id)
);
