-- What a group wants to get done next, and with whose help. A group has one plan that is going on, but for two groups that have become one.
CREATE TABLE support_plan (
    id              uuid        NOT NULL PRIMARY KEY,
    place_id        uuid        NOT NULL REFERENCES platform_place (id),
    organisation_id uuid        NOT NULL REFERENCES groups_organisation (id),
    worker_id       uuid,
    begun_on        date        NOT NULL,
    ended_on        date,
    version         integer     NOT NULL
);
CREATE INDEX support_plan_going_on ON support_plan (organisation_id, ended_on);
CREATE INDEX support_plan_of ON support_plan (place_id, begun_on);

-- document_id may name a document that the group has taken away since.
CREATE TABLE support_action (
    id              uuid        NOT NULL PRIMARY KEY,
    place_id        uuid        NOT NULL REFERENCES platform_place (id),
    plan_id         uuid        NOT NULL REFERENCES support_plan (id),
    title           text        NOT NULL,
    why             text        NOT NULL,
    lead_name       text        NOT NULL,
    help            text        NOT NULL,
    topic_id        uuid        NOT NULL REFERENCES support_topic (id),
    criterion       text,
    due_on          date        NOT NULL,
    state           text        NOT NULL,
    because         text,
    evidence        text,
    document_id     uuid,
    ended_on        date,
    told            text        NOT NULL,
    written_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    version         integer     NOT NULL
);
CREATE INDEX support_action_of ON support_action (plan_id);
CREATE INDEX support_action_due ON support_action (state, due_on);
