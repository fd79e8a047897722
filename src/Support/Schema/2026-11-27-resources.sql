-- What helps groups to help themselves.
CREATE TABLE support_resource (
    id         uuid        NOT NULL PRIMARY KEY,
    place_id   uuid        NOT NULL REFERENCES platform_place (id),
    key        text,
    kind       text        NOT NULL,
    title      text        NOT NULL,
    summary    text        NOT NULL,
    url        text,
    file_id    uuid        REFERENCES platform_file (id) ON DELETE SET NULL,
    topic_id   uuid        NOT NULL REFERENCES support_topic (id),
    criterion  text,
    stage      text        NOT NULL,
    checked_on date        NOT NULL,
    review_on  date        NOT NULL,
    edition    integer     NOT NULL,
    retired_at timestamptz,
    version    integer     NOT NULL,
    UNIQUE (place_id, key)
);
CREATE INDEX support_resource_topic ON support_resource (topic_id);

CREATE TABLE support_resource_edition (
    resource_id uuid        NOT NULL REFERENCES support_resource (id),
    edition     integer     NOT NULL,
    title       text        NOT NULL,
    summary     text        NOT NULL,
    url         text,
    file_name   text,
    made_at     timestamptz NOT NULL,
    PRIMARY KEY (resource_id, edition)
);

CREATE TABLE support_action_resource (
    action_id   uuid NOT NULL REFERENCES support_action (id) ON DELETE CASCADE,
    resource_id uuid NOT NULL REFERENCES support_resource (id),
    PRIMARY KEY (action_id, resource_id)
);
CREATE INDEX support_action_resource_of ON support_action_resource (resource_id);

-- How a link was found when it was last looked at.
CREATE TABLE support_link (
    resource_id uuid        NOT NULL PRIMARY KEY REFERENCES support_resource (id),
    url         text        NOT NULL,
    state       text        NOT NULL,
    said        text        NOT NULL,
    looked_at   timestamptz NOT NULL
);
