-- What somebody says is wrong with a group's entry, and what was done about it.
CREATE TABLE groups_problem (
    id              uuid        NOT NULL PRIMARY KEY,
    place_id        uuid        NOT NULL REFERENCES platform_place (id),
    organisation_id uuid        NOT NULL REFERENCES groups_organisation (id),
    what            text        NOT NULL,
    email           text,
    reported_at     timestamptz NOT NULL,
    done            text,
    answered_at     timestamptz,
    answered_by     uuid,
    version         integer     NOT NULL
);
CREATE INDEX groups_problem_waiting ON groups_problem (place_id, answered_at);

-- A change that somebody from outside proposes, field by field, and what became of each.
CREATE TABLE groups_proposal (
    id              uuid        NOT NULL PRIMARY KEY,
    place_id        uuid        NOT NULL REFERENCES platform_place (id),
    organisation_id uuid        NOT NULL REFERENCES groups_organisation (id),
    email           text        NOT NULL,
    proposed_at     timestamptz NOT NULL,
    decided_at      timestamptz,
    decided_by      uuid,
    reason          text,
    version         integer     NOT NULL
);
CREATE INDEX groups_proposal_waiting ON groups_proposal (place_id, decided_at);

CREATE TABLE groups_proposed_field (
    proposal_id uuid NOT NULL REFERENCES groups_proposal (id),
    field       text NOT NULL,
    before      text NOT NULL,
    after       text NOT NULL,
    verdict     text NOT NULL,
    PRIMARY KEY (proposal_id, field)
);

-- Somebody says that a group is theirs: how they prove it, and what was decided.
CREATE TABLE groups_claim (
    id              uuid        NOT NULL PRIMARY KEY,
    place_id        uuid        NOT NULL REFERENCES platform_place (id),
    organisation_id uuid        NOT NULL REFERENCES groups_organisation (id),
    person_id       uuid        NOT NULL REFERENCES platform_person (id),
    part            text        NOT NULL,
    proof           text        NOT NULL,
    state           text        NOT NULL,
    code_hash       text,
    code_ends_at    timestamptz,
    tries           integer     NOT NULL,
    claimed_at      timestamptz NOT NULL,
    decided_at      timestamptz,
    decided_by      uuid,
    reason          text,
    version         integer     NOT NULL
);
CREATE INDEX groups_claim_open ON groups_claim (organisation_id, state);
