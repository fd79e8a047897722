-- The documents that a group keeps once and shows to whoever it allows.
CREATE TABLE groups_document (
    id              uuid    NOT NULL PRIMARY KEY,
    place_id        uuid    NOT NULL REFERENCES platform_place (id),
    organisation_id uuid    NOT NULL REFERENCES groups_organisation (id),
    file_id         uuid    NOT NULL UNIQUE REFERENCES platform_file (id) ON DELETE CASCADE,
    sort            text    NOT NULL,
    title           text,
    expires_on      date,
    readers         text    NOT NULL,
    warned          text    NOT NULL,
    version         integer NOT NULL
);
CREATE INDEX groups_document_of ON groups_document (organisation_id);
CREATE INDEX groups_document_expiring ON groups_document (warned, expires_on);
