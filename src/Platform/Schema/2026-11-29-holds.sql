-- People of whom nothing may be ended or erased for now, since it is needed for a complaint, a claim or an inquiry.
CREATE TABLE platform_legal_hold (
    id        uuid        NOT NULL PRIMARY KEY,
    place_id  uuid        NOT NULL REFERENCES platform_place (id),
    person_id uuid        NOT NULL REFERENCES platform_person (id) ON DELETE CASCADE,
    reason    text        NOT NULL,
    since     timestamptz NOT NULL,
    by_id     uuid,
    ended_at  timestamptz,
    ended_by  uuid,
    version   integer     NOT NULL
);
CREATE UNIQUE INDEX platform_legal_hold_living ON platform_legal_hold (place_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX platform_legal_hold_person ON platform_legal_hold (person_id);

-- The document of the place's policy itself, beside its title and day.
ALTER TABLE platform_compartment ADD COLUMN policy_file_id uuid REFERENCES platform_file (id) ON DELETE SET NULL;
