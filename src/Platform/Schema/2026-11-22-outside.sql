CREATE TABLE platform_outside_identity (
    id         uuid        NOT NULL PRIMARY KEY,
    person_id  uuid        NOT NULL REFERENCES platform_person (id),
    issuer     text        NOT NULL,
    subject    text        NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX platform_outside_identity_of ON platform_outside_identity (issuer, subject);
CREATE INDEX platform_outside_identity_person ON platform_outside_identity (person_id);
