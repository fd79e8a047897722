-- By which law and policy a place keeps confidential notes; without a row that is open, nothing confidential can be read or written there.
CREATE TABLE platform_compartment (
    id         uuid        NOT NULL PRIMARY KEY,
    place_id   uuid        NOT NULL UNIQUE REFERENCES platform_place (id),
    conditions text        NOT NULL,
    policy     text        NOT NULL,
    policy_on  date        NOT NULL,
    opened_at  timestamptz NOT NULL,
    closed_at  timestamptz,
    version    integer     NOT NULL
);

-- Which keys there have been, never the keys: they are kept outside the database.
CREATE TABLE platform_confidential_key (
    id         text        NOT NULL PRIMARY KEY,
    made_at    timestamptz NOT NULL,
    retired_at timestamptz
);
