-- Public money: what funders granted and what the council paid, joined to the place's organisations.
-- Numbers instead of uuids for what comes by the million: a payment takes about 150 bytes with its indexes.

-- One file that brought rows; each payment and grant says by this number which file and row it stands in.
CREATE TABLE ledger_intake (
    id        integer NOT NULL PRIMARY KEY,
    place_id  uuid    NOT NULL REFERENCES platform_place (id),
    source_id uuid    NOT NULL REFERENCES platform_source (id),
    import_id uuid    NOT NULL,
    file_name text    NOT NULL,
    first_id  integer NOT NULL,
    last_id   integer NOT NULL
);

CREATE TABLE ledger_funder (
    id              integer NOT NULL PRIMARY KEY,
    place_id        uuid    NOT NULL REFERENCES platform_place (id),
    key             text    NOT NULL,
    name            text    NOT NULL,
    organisation_id uuid,
    UNIQUE (place_id, key)
);

-- Who got money, as a file names them; organisation_id is empty where nobody known is meant.
CREATE TABLE ledger_recipient (
    id              integer NOT NULL PRIMARY KEY,
    place_id        uuid    NOT NULL REFERENCES platform_place (id),
    key             text    NOT NULL,
    name            text    NOT NULL,
    identifiers     text    NOT NULL,
    postcode        text,
    is_redacted     boolean NOT NULL,
    organisation_id uuid,
    matched_by      text,
    reason          text,
    UNIQUE (place_id, key)
);
CREATE INDEX ledger_recipient_organisation ON ledger_recipient (organisation_id);

-- A recipient's numbers with the payer: their own supplier number and the VAT registration.
CREATE TABLE ledger_payee (
    id           integer NOT NULL PRIMARY KEY,
    recipient_id integer NOT NULL REFERENCES ledger_recipient (id),
    number       text,
    vat_number   text
);

-- What money was for: a grant programme, or for payments a category of the ProClass list.
CREATE TABLE ledger_programme (
    id       integer NOT NULL PRIMARY KEY,
    place_id uuid    NOT NULL REFERENCES platform_place (id),
    kind     text    NOT NULL,
    key      text    NOT NULL,
    label    text    NOT NULL,
    code     text,
    UNIQUE (place_id, kind, key)
);

-- The part of the payer that paid.
CREATE TABLE ledger_unit (
    id       integer NOT NULL PRIMARY KEY,
    place_id uuid    NOT NULL REFERENCES platform_place (id),
    label    text    NOT NULL,
    code     text
);

-- All rows of one kind, funder, year, recipient, programme and area, with their sum: every total is made of these.
CREATE TABLE ledger_account (
    id           integer NOT NULL PRIMARY KEY,
    place_id     uuid    NOT NULL REFERENCES platform_place (id),
    kind         text    NOT NULL,
    funder_id    integer NOT NULL REFERENCES ledger_funder (id),
    year         integer NOT NULL,
    recipient_id integer NOT NULL REFERENCES ledger_recipient (id),
    programme_id integer NOT NULL REFERENCES ledger_programme (id),
    area_code    text    NOT NULL,
    row_count    integer NOT NULL,
    pence        bigint  NOT NULL,
    UNIQUE (recipient_id, year, programme_id, funder_id, kind, area_code)
);

-- content is a fingerprint of the row as it came: how a newer file is compared with this one.
CREATE TABLE ledger_payment (
    id           integer NOT NULL PRIMARY KEY,
    intake_id    integer NOT NULL,
    row          integer NOT NULL,
    account_id   integer NOT NULL,
    unit_id      integer,
    payee_id     integer,
    paid_on      date    NOT NULL,
    period_on    date,
    amount_pence bigint  NOT NULL,
    vat_pence    bigint,
    reference    text,
    invoice      text,
    purpose      text,
    content      bigint  NOT NULL,
    gone_on      date
);
-- Lists are read from these alone: by account where few rows are meant, down the days where many are.
CREATE INDEX ledger_payment_account ON ledger_payment (account_id, paid_on) WHERE gone_on IS NULL;
CREATE INDEX ledger_payment_paid_on ON ledger_payment (paid_on, account_id) WHERE gone_on IS NULL;

CREATE TABLE ledger_grant (
    id               integer NOT NULL PRIMARY KEY,
    place_id         uuid    NOT NULL,
    intake_id        integer NOT NULL,
    row              integer NOT NULL,
    sheet            text,
    identifier       text    NOT NULL,
    account_id       integer NOT NULL,
    title            text    NOT NULL,
    description      text,
    awarded_on       date    NOT NULL,
    amount_pence     bigint  NOT NULL,
    applied_pence    bigint,
    disbursed_pence  bigint,
    starts_on        date,
    ends_on          date,
    months           integer,
    beneficiary_name text,
    beneficiary_code text,
    url              text,
    content          bigint  NOT NULL,
    gone_on          date,
    UNIQUE (place_id, identifier)
);
CREATE INDEX ledger_grant_account ON ledger_grant (account_id, awarded_on) WHERE gone_on IS NULL;
CREATE INDEX ledger_grant_awarded_on ON ledger_grant (awarded_on, account_id) WHERE gone_on IS NULL;
