-- What stands in a file that waits to be looked at; gone once it was brought in.
CREATE TABLE support_waiting_file (
    arrival_id uuid        NOT NULL PRIMARY KEY REFERENCES support_arrival (id) ON DELETE CASCADE,
    place_id   uuid        NOT NULL,
    content    blob        NOT NULL,
    arrived_at timestamptz NOT NULL
);
