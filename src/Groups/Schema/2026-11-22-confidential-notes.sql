-- What only few may know of a group. The text is encrypted; its key is outside the database.
CREATE TABLE groups_confidential_note (
    id              uuid        NOT NULL PRIMARY KEY,
    place_id        uuid        NOT NULL REFERENCES platform_place (id),
    organisation_id uuid        NOT NULL REFERENCES groups_organisation (id),
    author_id       uuid,
    subject_id      uuid,
    sealed_text     text        NOT NULL,
    written_at      timestamptz NOT NULL
);
CREATE INDEX groups_confidential_note_of ON groups_confidential_note (organisation_id, written_at);
