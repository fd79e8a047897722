-- Files that people gave. What stands in them lies apart, so that a list reads nothing of it.
CREATE TABLE platform_file (
    id        uuid        NOT NULL PRIMARY KEY,
    place_id  uuid        NOT NULL REFERENCES platform_place (id),
    scope_id  uuid        NOT NULL,
    name      text        NOT NULL,
    kind      text        NOT NULL,
    bytes     bigint      NOT NULL,
    sha256    text        NOT NULL,
    stored_at timestamptz NOT NULL,
    stored_by uuid
);
CREATE INDEX platform_file_of ON platform_file (place_id, scope_id);

CREATE TABLE platform_file_content (
    file_id uuid NOT NULL PRIMARY KEY REFERENCES platform_file (id) ON DELETE CASCADE,
    content bytea NOT NULL
);
ALTER TABLE platform_file_content ALTER COLUMN content SET STORAGE EXTERNAL; -- packed already
