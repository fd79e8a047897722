-- A bid that a group was helped with. What is not known is null, which is not nought.
CREATE TABLE support_bid (
    id              uuid        NOT NULL PRIMARY KEY,
    place_id        uuid        NOT NULL REFERENCES platform_place (id),
    organisation_id uuid        NOT NULL REFERENCES groups_organisation (id),
    worker_id       uuid,
    funder          text        NOT NULL,
    purpose         text        NOT NULL,
    asked_pence     bigint      CHECK (asked_pence >= 0),
    helped_on       date        NOT NULL,
    submitted_on    date,
    outcome         text        NOT NULL,
    decided_on      date,
    won_pence       bigint      CHECK (won_pence >= 0),
    written_at      timestamptz NOT NULL,
    version         integer     NOT NULL
);
CREATE INDEX support_bid_of ON support_bid (organisation_id);
CREATE INDEX support_bid_on ON support_bid (place_id, helped_on);
