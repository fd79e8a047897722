-- The place's own words for groups, for everybody or for the staff alone.
CREATE TABLE groups_place_tag (
    id         uuid        NOT NULL PRIMARY KEY,
    place_id   uuid        NOT NULL REFERENCES platform_place (id),
    name       text        NOT NULL,
    is_public  boolean     NOT NULL,
    retired_at timestamptz,
    version    integer     NOT NULL,
    UNIQUE (place_id, name)
);

CREATE TABLE groups_tagging (
    id              uuid    NOT NULL PRIMARY KEY,
    place_id        uuid    NOT NULL REFERENCES platform_place (id),
    tag_id          uuid    NOT NULL REFERENCES groups_place_tag (id),
    organisation_id uuid    NOT NULL REFERENCES groups_organisation (id),
    version         integer NOT NULL
);
CREATE INDEX groups_tagging_of ON groups_tagging (organisation_id);
CREATE INDEX groups_tagging_with ON groups_tagging (tag_id);
