CREATE TABLE platform_invitation (
    id           uuid        NOT NULL PRIMARY KEY,
    place_id     uuid        NOT NULL REFERENCES platform_place (id),
    role         text        NOT NULL,
    scope_id     uuid        NOT NULL,
    email        text        NOT NULL,
    invited_by   uuid        NOT NULL,
    invited_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    accepted_at  timestamptz,
    withdrawn_at timestamptz,
    version      integer     NOT NULL
);
CREATE INDEX platform_invitation_in ON platform_invitation (scope_id);

-- Where the place is found on the web, when the installation holds more than one; null for the first place.
ALTER TABLE platform_place ADD COLUMN host text;
CREATE UNIQUE INDEX platform_place_by_host ON platform_place (host);
