-- Somebody asks for help: a group, or a person without one yet. merged_into_id may name what has ended before.
CREATE TABLE support_enquiry (
    id              uuid        NOT NULL PRIMARY KEY,
    place_id        uuid        NOT NULL REFERENCES platform_place (id),
    organisation_id uuid        REFERENCES groups_organisation (id),
    who             text        NOT NULL,
    email           text,
    telephone       text,
    channel         text        NOT NULL,
    topic_id        uuid        REFERENCES support_topic (id),
    text            text        NOT NULL,
    received_at     timestamptz NOT NULL,
    owner_id        uuid,
    due_on          date,
    remind_on       date,
    state           text        NOT NULL,
    outcome         text,
    answered_at     timestamptz,
    satisfaction    text,
    merged_into_id  uuid,
    version         integer     NOT NULL
);
CREATE INDEX support_enquiry_of ON support_enquiry (place_id, state, due_on);
CREATE INDEX support_enquiry_group ON support_enquiry (organisation_id);
CREATE INDEX support_enquiry_day ON support_enquiry (place_id, received_at);

-- What was said about an enquiry among the staff: why it was handed over or opened again.
CREATE TABLE support_enquiry_note (
    id         uuid        NOT NULL PRIMARY KEY,
    enquiry_id uuid        NOT NULL REFERENCES support_enquiry (id) ON DELETE CASCADE,
    author_id  uuid,
    written_at timestamptz NOT NULL,
    kind       text        NOT NULL,
    text       text        NOT NULL
);
CREATE INDEX support_enquiry_note_of ON support_enquiry_note (enquiry_id, written_at);
