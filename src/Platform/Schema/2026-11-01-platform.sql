CREATE TABLE platform_stamp (
    name   text   NOT NULL PRIMARY KEY,
    number bigint NOT NULL
);

CREATE TABLE platform_outbox (
    id           uuid        NOT NULL PRIMARY KEY,
    at           timestamptz NOT NULL,
    type         text        NOT NULL,
    body         text        NOT NULL,
    delivered_at timestamptz,
    attempts     integer     NOT NULL,
    trouble      text
);
CREATE INDEX platform_outbox_waiting ON platform_outbox (id) WHERE delivered_at IS NULL;

CREATE TABLE platform_lease (
    name  text        NOT NULL PRIMARY KEY,
    owner uuid        NOT NULL,
    until timestamptz NOT NULL
);

CREATE TABLE platform_place (
    id         uuid    NOT NULL PRIMARY KEY,
    code       text    NOT NULL UNIQUE,
    name       text    NOT NULL,
    slug       text    NOT NULL UNIQUE,
    is_demo    boolean NOT NULL,
    version    integer NOT NULL
);

-- Coordinates are whole millionths of a degree (WGS 84), so that they compare exactly in both databases.
CREATE TABLE platform_area (
    id              uuid    NOT NULL PRIMARY KEY,
    place_id        uuid    NOT NULL REFERENCES platform_place (id),
    kind            text    NOT NULL,
    code            text    NOT NULL,
    name            text    NOT NULL,
    slug            text    NOT NULL,
    parent_code     text,
    boundary        text,
    latitude_micro  integer,
    longitude_micro integer,
    source_id       uuid,
    UNIQUE (place_id, kind, code),
    UNIQUE (place_id, kind, slug)
);

CREATE TABLE platform_area_figure (
    id        uuid   NOT NULL PRIMARY KEY,
    place_id  uuid   NOT NULL REFERENCES platform_place (id),
    area_code text   NOT NULL,
    measure   text   NOT NULL,
    period    text   NOT NULL,
    value     bigint NOT NULL,
    source_id uuid   NOT NULL,
    UNIQUE (place_id, measure, area_code, period)
);

CREATE TABLE platform_postcode (
    place_id        uuid    NOT NULL REFERENCES platform_place (id),
    postcode        text    NOT NULL,
    ward_code       text    NOT NULL,
    lsoa_code       text    NOT NULL,
    locality        text,
    latitude_micro  integer NOT NULL,
    longitude_micro integer NOT NULL,
    PRIMARY KEY (place_id, postcode)
);

-- Where a record came from: one row for each data set, renewed when a newer file of it comes in.
CREATE TABLE platform_source (
    id          uuid        NOT NULL PRIMARY KEY,
    place_id    uuid        NOT NULL REFERENCES platform_place (id),
    key         text        NOT NULL,
    title       text        NOT NULL,
    publisher   text        NOT NULL,
    licence     text        NOT NULL,
    licence_url text,
    attribution text        NOT NULL,
    url         text,
    as_of       date,
    format      text        NOT NULL,
    file_name   text        NOT NULL,
    sha256      text        NOT NULL,
    fetched_at  timestamptz NOT NULL,
    version     integer     NOT NULL,
    UNIQUE (place_id, key)
);

CREATE TABLE platform_import (
    id          uuid        NOT NULL PRIMARY KEY,
    place_id    uuid        NOT NULL REFERENCES platform_place (id),
    source_id   uuid        NOT NULL REFERENCES platform_source (id),
    format      text        NOT NULL,
    file_name   text        NOT NULL,
    sha256      text        NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    by_whom     text        NOT NULL,
    rows_in     bigint      NOT NULL,
    new         bigint      NOT NULL,
    updated     bigint      NOT NULL,
    unchanged   bigint      NOT NULL,
    waiting     bigint      NOT NULL,
    refused     bigint      NOT NULL,
    matched     bigint      NOT NULL,
    gone        bigint      NOT NULL
);

CREATE TABLE platform_finding (
    id        uuid    NOT NULL PRIMARY KEY,
    import_id uuid    NOT NULL REFERENCES platform_import (id),
    sheet     text,
    row       bigint,
    heading   text,
    value     text,
    severity  text    NOT NULL,
    wrong     text    NOT NULL,
    done      text    NOT NULL
);
CREATE INDEX platform_finding_import ON platform_finding (import_id);
