-- A list of groups with a name: a question to the search, kept as it stands in the address bar, or, where there is none, groups picked by hand.
CREATE TABLE groups_list (
    id       uuid        NOT NULL PRIMARY KEY,
    place_id uuid        NOT NULL REFERENCES platform_place (id),
    name     text        NOT NULL,
    question text,
    made_at  timestamptz NOT NULL,
    version  integer     NOT NULL
);
CREATE INDEX groups_list_of ON groups_list (place_id);

CREATE TABLE groups_list_member (
    id              uuid    NOT NULL PRIMARY KEY,
    place_id        uuid    NOT NULL REFERENCES platform_place (id),
    list_id         uuid    NOT NULL REFERENCES groups_list (id),
    organisation_id uuid    NOT NULL REFERENCES groups_organisation (id),
    version         integer NOT NULL
);
CREATE INDEX groups_list_member_of ON groups_list_member (list_id);
CREATE INDEX groups_list_member_with ON groups_list_member (organisation_id);

-- A letter of news that went to the contacts of a list's groups: how many there were, and of how many groups nobody got it, and why.
CREATE TABLE groups_mailing (
    id          uuid        NOT NULL PRIMARY KEY,
    place_id    uuid        NOT NULL REFERENCES platform_place (id),
    list_id     uuid        NOT NULL,
    list_name   text        NOT NULL,
    subject     text        NOT NULL,
    body        text        NOT NULL,
    by_id       uuid,
    queued_at   timestamptz NOT NULL,
    groups      integer     NOT NULL,
    no_contact  integer     NOT NULL,
    not_asked   integer     NOT NULL,
    unreachable integer     NOT NULL,
    version     integer     NOT NULL
);
CREATE INDEX groups_mailing_of ON groups_mailing (place_id, list_id);

CREATE TABLE groups_mailed_letter (
    mailing_id uuid NOT NULL REFERENCES groups_mailing (id) ON DELETE CASCADE,
    letter_id  uuid NOT NULL,
    PRIMARY KEY (mailing_id, letter_id)
);
