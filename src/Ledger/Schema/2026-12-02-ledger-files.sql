-- A grant that stands in the files of other sources too: where it stands there, so that it stays when the file it was counted from no longer has it.
CREATE TABLE ledger_grant_elsewhere (
    grant_id  integer NOT NULL REFERENCES ledger_grant (id),
    intake_id integer NOT NULL REFERENCES ledger_intake (id),
    row       integer NOT NULL,
    sheet     text,
    PRIMARY KEY (grant_id, intake_id)
);

-- The organisation a funder or recipient was joined to before that one became part of organisation_id; empty where no merge came in between.
ALTER TABLE ledger_funder ADD COLUMN merged_from uuid;
ALTER TABLE ledger_recipient ADD COLUMN merged_from uuid;
