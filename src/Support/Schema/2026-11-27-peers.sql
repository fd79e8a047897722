-- Groups that help one another: what they offer and ask for, and who was brought together with whom.
CREATE TABLE support_peer_help (
    id              uuid        NOT NULL PRIMARY KEY,
    place_id        uuid        NOT NULL REFERENCES platform_place (id),
    organisation_id uuid        NOT NULL REFERENCES groups_organisation (id),
    side            text        NOT NULL,
    topic_id        uuid        NOT NULL REFERENCES support_topic (id),
    words           text        NOT NULL,
    written_at      timestamptz NOT NULL,
    ended_on        date,
    version         integer     NOT NULL
);
CREATE INDEX support_peer_help_of ON support_peer_help (organisation_id);

CREATE TABLE support_introduction (
    id                uuid        NOT NULL PRIMARY KEY,
    place_id          uuid        NOT NULL REFERENCES platform_place (id),
    helper_id         uuid        NOT NULL REFERENCES groups_organisation (id),
    helped_id         uuid        NOT NULL REFERENCES groups_organisation (id),
    topic_id          uuid        NOT NULL REFERENCES support_topic (id),
    words             text        NOT NULL,
    worker_id         uuid,
    state             text        NOT NULL,
    asked_at          timestamptz NOT NULL,
    helper_agreed_at  timestamptz,
    helped_agreed_at  timestamptz,
    introduced_at     timestamptz,
    minutes           integer     NOT NULL,
    version           integer     NOT NULL,
    CHECK (helper_id <> helped_id)
);
CREATE INDEX support_introduction_helper ON support_introduction (helper_id);
CREATE INDEX support_introduction_helped ON support_introduction (helped_id);

-- People who give their profession to groups, and what they did for which.
CREATE TABLE support_professional (
    id         uuid        NOT NULL PRIMARY KEY,
    place_id   uuid        NOT NULL REFERENCES platform_place (id),
    name       text        NOT NULL,
    email      text        NOT NULL,
    skills     text        NOT NULL,
    topic_id   uuid        NOT NULL REFERENCES support_topic (id),
    hours      integer,
    agreed_on  date        NOT NULL,
    until_on   date        NOT NULL,
    written_at timestamptz NOT NULL,
    version    integer     NOT NULL
);
CREATE INDEX support_professional_of ON support_professional (place_id);

-- What was agreed stays countable when the person is gone.
CREATE TABLE support_professional_work (
    id              uuid        NOT NULL PRIMARY KEY,
    place_id        uuid        NOT NULL REFERENCES platform_place (id),
    professional_id uuid        REFERENCES support_professional (id) ON DELETE SET NULL,
    organisation_id uuid        NOT NULL REFERENCES groups_organisation (id),
    topic_id        uuid        NOT NULL REFERENCES support_topic (id),
    what            text        NOT NULL,
    state           text        NOT NULL,
    offered_on      date        NOT NULL,
    ended_on        date,
    minutes         integer,
    version         integer     NOT NULL
);
CREATE INDEX support_professional_work_of ON support_professional_work (organisation_id);
