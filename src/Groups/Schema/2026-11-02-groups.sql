-- What is shown of an organisation, composed from its source records. changed is the number of the stamp "groups" at its latest change.
CREATE TABLE groups_organisation (
    id              uuid        NOT NULL PRIMARY KEY,
    place_id        uuid        NOT NULL REFERENCES platform_place (id),
    slug            text        NOT NULL,
    name            text        NOT NULL,
    kind            text        NOT NULL,
    legal_form      text,
    status          text        NOT NULL,
    is_listed       boolean     NOT NULL,
    purpose         text,
    cause           text,
    reach           text,
    website         text,
    email           text,
    telephone       text,
    address         text,
    postcode        text,
    ward_code       text,
    lsoa_code       text,
    locality        text,
    latitude_micro  integer,
    longitude_micro integer,
    registered_on   date,
    removed_on      date,
    income_pence    bigint,
    income_year     integer,
    size_band       text        NOT NULL,
    confirmed_at    timestamptz,
    merged_into_id  uuid REFERENCES groups_organisation (id),
    changed         bigint      NOT NULL,
    version         integer     NOT NULL,
    UNIQUE (place_id, slug)
);
CREATE INDEX groups_organisation_changed ON groups_organisation (changed);
CREATE INDEX groups_organisation_ward ON groups_organisation (place_id, ward_code);

-- One source's statement about one organisation: said is what we read from it, raw is the row as it came (both JSON).
CREATE TABLE groups_source_record (
    id              uuid    NOT NULL PRIMARY KEY,
    source_id       uuid    NOT NULL REFERENCES platform_source (id),
    key             text    NOT NULL,
    organisation_id uuid REFERENCES groups_organisation (id),
    said            text    NOT NULL,
    raw             text    NOT NULL,
    sheet           text,
    row             bigint  NOT NULL,
    content         bigint  NOT NULL,
    first_import_id uuid    NOT NULL,
    last_import_id  uuid    NOT NULL,
    gone_on         date,
    matched_by      text,
    reason          text,
    version         integer NOT NULL,
    UNIQUE (source_id, key)
);
CREATE INDEX groups_source_record_organisation ON groups_source_record (organisation_id);

CREATE TABLE groups_name (
    id              uuid NOT NULL PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES groups_organisation (id),
    text            text NOT NULL,
    kind            text NOT NULL,
    UNIQUE (organisation_id, text, kind)
);

CREATE TABLE groups_identifier (
    place_id        uuid NOT NULL REFERENCES platform_place (id),
    code            text NOT NULL,
    organisation_id uuid NOT NULL REFERENCES groups_organisation (id),
    PRIMARY KEY (place_id, code)
);
CREATE INDEX groups_identifier_organisation ON groups_identifier (organisation_id);

-- Further causes than the main one: UK-CAT tags.
CREATE TABLE groups_tag (
    organisation_id uuid NOT NULL REFERENCES groups_organisation (id),
    code            text NOT NULL,
    PRIMARY KEY (organisation_id, code)
);

-- Something offered to people at a spot: a food bank session, a community hub, a library.
CREATE TABLE groups_service (
    id               uuid    NOT NULL PRIMARY KEY,
    place_id         uuid    NOT NULL REFERENCES platform_place (id),
    organisation_id  uuid REFERENCES groups_organisation (id),
    source_record_id uuid    NOT NULL REFERENCES groups_source_record (id),
    slug             text    NOT NULL,
    name             text    NOT NULL,
    kind             text    NOT NULL,
    description      text,
    opening_times    text,
    how_to_get_it    text,
    website          text,
    email            text,
    telephone        text,
    address          text,
    postcode         text,
    ward_code        text,
    lsoa_code        text,
    locality         text,
    latitude_micro   integer,
    longitude_micro  integer,
    is_listed        boolean NOT NULL,
    changed          bigint  NOT NULL,
    version          integer NOT NULL,
    UNIQUE (place_id, slug)
);

CREATE INDEX groups_service_organisation ON groups_service (organisation_id);
CREATE INDEX groups_service_changed ON groups_service (changed);

-- A building or piece of land that groups use or could use, with who owns it and how it is held.
CREATE TABLE groups_premises (
    id               uuid    NOT NULL PRIMARY KEY,
    place_id         uuid    NOT NULL REFERENCES platform_place (id),
    owner_id         uuid REFERENCES groups_organisation (id),
    source_record_id uuid    NOT NULL REFERENCES groups_source_record (id),
    slug             text    NOT NULL,
    name             text    NOT NULL,
    kind             text    NOT NULL,
    tenure           text,
    tenure_detail    text,
    address          text,
    postcode         text,
    ward_code        text,
    lsoa_code        text,
    locality         text,
    latitude_micro   integer,
    longitude_micro  integer,
    is_listed        boolean NOT NULL,
    changed          bigint  NOT NULL,
    version          integer NOT NULL,
    UNIQUE (place_id, slug)
);

CREATE INDEX groups_premises_owner ON groups_premises (owner_id);
CREATE INDEX groups_premises_changed ON groups_premises (changed);

-- Two that look alike, and what a person decided about them, so that they are not asked again.
CREATE TABLE groups_likeness (
    id               uuid        NOT NULL PRIMARY KEY,
    source_record_id uuid        NOT NULL REFERENCES groups_source_record (id),
    organisation_id  uuid        NOT NULL REFERENCES groups_organisation (id),
    score            integer     NOT NULL,
    reasons          text        NOT NULL,
    decision         text        NOT NULL,
    decided_at       timestamptz,
    decided_by       text,
    UNIQUE (source_record_id, organisation_id)
);

-- Old addresses, which go on leading to the page.
CREATE TABLE groups_former_slug (
    place_id        uuid NOT NULL REFERENCES platform_place (id),
    slug            text NOT NULL,
    organisation_id uuid NOT NULL REFERENCES groups_organisation (id),
    PRIMARY KEY (place_id, slug)
);

-- Two organisations that a person made one, and what moved then, so that it can be put back exactly.
CREATE TABLE groups_merge (
    id         uuid        NOT NULL PRIMARY KEY,
    place_id   uuid        NOT NULL REFERENCES platform_place (id),
    kept_id    uuid        NOT NULL REFERENCES groups_organisation (id),
    merged_id  uuid        NOT NULL REFERENCES groups_organisation (id),
    at         timestamptz NOT NULL,
    by_whom    text        NOT NULL,
    reason     text        NOT NULL,
    undone_at  timestamptz,
    undone_by  text
);

CREATE TABLE groups_merge_item (
    merge_id uuid NOT NULL REFERENCES groups_merge (id),
    item_id  uuid NOT NULL,
    kind     text NOT NULL,
    PRIMARY KEY (merge_id, item_id)
);
