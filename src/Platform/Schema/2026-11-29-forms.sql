-- Forms that did something, each by a hash of what was sent: the same form, sent twice, does it once. Kept in the transaction of what it did.
CREATE TABLE platform_sent_form (
    hash    text        NOT NULL PRIMARY KEY,
    request uuid        NOT NULL,
    sent_at timestamptz NOT NULL
);
CREATE INDEX platform_sent_form_at ON platform_sent_form (sent_at);
