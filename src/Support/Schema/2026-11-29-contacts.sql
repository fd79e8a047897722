-- Somebody of a group whom the staff of the place turn to. Nothing of it is public. left_at is when they ceased to be it.
CREATE TABLE support_contact (
    id              uuid        NOT NULL PRIMARY KEY,
    place_id        uuid        NOT NULL REFERENCES platform_place (id),
    organisation_id uuid        NOT NULL REFERENCES groups_organisation (id),
    name            text,
    role            text,
    email           text,
    telephone       text,
    reach           text,
    written_at      timestamptz NOT NULL,
    left_at         timestamptz,
    import_id       uuid,
    version         integer     NOT NULL,
    CHECK (name IS NOT NULL OR role IS NOT NULL)
);
CREATE INDEX support_contact_of ON support_contact (organisation_id);
CREATE INDEX support_contact_in ON support_contact (place_id);
CREATE INDEX support_contact_import ON support_contact (import_id);
