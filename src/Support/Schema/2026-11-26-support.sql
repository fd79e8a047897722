-- What help is about, in two levels. The key stays when the words change, so that reports of other years still compare.
CREATE TABLE support_topic (
    id         uuid        NOT NULL PRIMARY KEY,
    place_id   uuid        NOT NULL REFERENCES platform_place (id),
    key        text        NOT NULL,
    name       text        NOT NULL,
    parent_id  uuid        REFERENCES support_topic (id),
    position   integer     NOT NULL,
    retired_at timestamptz,
    version    integer     NOT NULL,
    UNIQUE (place_id, key)
);

-- One act of help. enquiry_id, action_id and import_id may name what has ended before.
CREATE TABLE support_entry (
    id         uuid        NOT NULL PRIMARY KEY,
    place_id   uuid        NOT NULL REFERENCES platform_place (id),
    on_day     date        NOT NULL,
    minutes    integer     CHECK (minutes BETWEEN 1 AND 1440),
    way        text        NOT NULL,
    topic_id   uuid        NOT NULL REFERENCES support_topic (id),
    worker_id  uuid,
    done       text        NOT NULL,
    next_step  text,
    next_on    date,
    enquiry_id uuid,
    action_id  uuid,
    criterion  text,
    is_shared  boolean     NOT NULL,
    written_at timestamptz NOT NULL,
    import_id  uuid,
    version    integer     NOT NULL
);
CREATE INDEX support_entry_of ON support_entry (place_id, on_day);
CREATE INDEX support_entry_by ON support_entry (worker_id, on_day);
CREATE INDEX support_entry_next ON support_entry (place_id, next_on);
CREATE INDEX support_entry_enquiry ON support_entry (enquiry_id);
CREATE INDEX support_entry_action ON support_entry (action_id);

CREATE TABLE support_entry_group (
    entry_id        uuid NOT NULL REFERENCES support_entry (id) ON DELETE CASCADE,
    organisation_id uuid NOT NULL REFERENCES groups_organisation (id),
    PRIMARY KEY (entry_id, organisation_id)
);
CREATE INDEX support_entry_group_of ON support_entry_group (organisation_id, entry_id);
