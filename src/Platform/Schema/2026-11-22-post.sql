-- handed: how often the letter was given to the mail server with no answer whether it was taken.
ALTER TABLE platform_letter ADD COLUMN handed integer NOT NULL DEFAULT 0;
ALTER TABLE platform_letter ADD COLUMN may_wait boolean NOT NULL DEFAULT false;

-- Addresses that returned our letters; kept until somebody says that they work again.
CREATE TABLE platform_unreachable (
    email  text        NOT NULL PRIMARY KEY,
    since  timestamptz NOT NULL,
    reason text        NOT NULL
);

CREATE TABLE platform_consent (
    id           uuid        NOT NULL PRIMARY KEY,
    person_id    uuid        NOT NULL REFERENCES platform_person (id),
    purpose      text        NOT NULL,
    words        text        NOT NULL,
    given_at     timestamptz NOT NULL,
    withdrawn_at timestamptz,
    version      integer     NOT NULL
);
CREATE INDEX platform_consent_of ON platform_consent (person_id);

-- Whoever wants no news, known by a keyed hash only: it holds when everything else about them has been erased.
CREATE TABLE platform_suppressed (
    address_hash text        NOT NULL PRIMARY KEY,
    since        timestamptz NOT NULL
);

CREATE TABLE platform_letter_choice (
    person_id uuid NOT NULL PRIMARY KEY REFERENCES platform_person (id),
    digest    text NOT NULL
);

-- Keys that must stay the same for years, encrypted with the site's own keys, which lie outside the database.
CREATE TABLE platform_sealed_key (
    name   text NOT NULL PRIMARY KEY,
    sealed text NOT NULL
);
