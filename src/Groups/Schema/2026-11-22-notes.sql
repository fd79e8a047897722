-- What the staff write down about a group. adds_to is the note that one of them adds to; it may have ended before.
CREATE TABLE groups_note (
    id              uuid        NOT NULL PRIMARY KEY,
    place_id        uuid        NOT NULL REFERENCES platform_place (id),
    organisation_id uuid        NOT NULL REFERENCES groups_organisation (id),
    author_id       uuid,
    written_at      timestamptz NOT NULL,
    text            text        NOT NULL,
    adds_to         uuid,
    corrected_at    timestamptz,
    version         integer     NOT NULL
);
CREATE INDEX groups_note_of ON groups_note (organisation_id, written_at);
