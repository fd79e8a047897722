-- What people say of a group, beyond what lists say: see groups_source_record for who said it.
ALTER TABLE groups_organisation ADD COLUMN helps text;
ALTER TABLE groups_organisation ADD COLUMN contact text;
ALTER TABLE groups_organisation ADD COLUMN languages text;
ALTER TABLE groups_organisation ADD COLUMN accessibility text;

-- How often a group wants to be asked whether its entry is still right, and how it answered.
CREATE TABLE groups_freshness (
    organisation_id uuid        NOT NULL PRIMARY KEY REFERENCES groups_organisation (id),
    every_months    integer,
    asked_at        timestamptz,
    unanswered      integer     NOT NULL,
    version         integer     NOT NULL
);
