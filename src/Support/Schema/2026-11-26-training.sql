-- Training and events. Times are instants; whoever plans and reads them does so in the local time of Britain.
CREATE TABLE support_event (
    id               uuid        NOT NULL PRIMARY KEY,
    place_id         uuid        NOT NULL REFERENCES platform_place (id),
    slug             text        NOT NULL,
    title            text        NOT NULL,
    kind             text        NOT NULL,
    for_whom         text,
    about            text,
    topic_id         uuid        NOT NULL REFERENCES support_topic (id),
    venue            text,
    online_link      text,
    access           text,
    trainer          text,
    price_pence      bigint      NOT NULL CHECK (price_pence >= 0),
    questions        text,
    booking_opens_at  timestamptz,
    booking_closes_at timestamptz,
    planned_at       timestamptz NOT NULL,
    planned_by       uuid,
    changes          integer     NOT NULL,
    cancelled_at     timestamptz,
    cancelled_why    text,
    version          integer     NOT NULL,
    UNIQUE (place_id, slug)
);

-- entry_id is the entry of the support log that the attendance makes; it may name what has ended before.
CREATE TABLE support_event_session (
    id        uuid        NOT NULL PRIMARY KEY,
    event_id  uuid        NOT NULL REFERENCES support_event (id) ON DELETE CASCADE,
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    entry_id  uuid,
    CHECK (ends_at > starts_at)
);
CREATE INDEX support_event_session_of ON support_event_session (event_id, starts_at);
CREATE INDEX support_event_session_at ON support_event_session (starts_at);

-- What groups of a size pay instead of the usual price.
CREATE TABLE support_event_price (
    event_id  uuid   NOT NULL REFERENCES support_event (id) ON DELETE CASCADE,
    size_band text   NOT NULL,
    pence     bigint NOT NULL CHECK (pence >= 0),
    PRIMARY KEY (event_id, size_band)
);

-- The counter: a booking changes its row, so that bookings of an event come one after the other. No more are taken than there are, whatever the code does.
CREATE TABLE support_event_seats (
    event_id    uuid    NOT NULL PRIMARY KEY REFERENCES support_event (id) ON DELETE CASCADE,
    places      integer NOT NULL CHECK (places > 0),
    taken       integer NOT NULL,
    waiting     integer NOT NULL CHECK (waiting >= 0),
    last_number integer NOT NULL,
    CHECK (taken BETWEEN 0 AND places)
);

CREATE TABLE support_booking (
    id               uuid        NOT NULL PRIMARY KEY,
    place_id         uuid        NOT NULL REFERENCES platform_place (id),
    event_id         uuid        NOT NULL REFERENCES support_event (id),
    number           integer     NOT NULL,
    name             text        NOT NULL,
    same_as          text        NOT NULL,
    email            text        NOT NULL,
    group_name       text,
    organisation_id  uuid        REFERENCES groups_organisation (id),
    size_band        text,
    price_pence      bigint      NOT NULL,
    answers          text,
    state            text        NOT NULL,
    booked_at        timestamptz NOT NULL,
    offered_until    timestamptz,
    left_at          timestamptz,
    reminded_at      timestamptz,
    asked_at         timestamptz,
    certificate      text        UNIQUE,
    usefulness       integer     CHECK (usefulness BETWEEN 1 AND 5),
    usefulness_why   text,
    version          integer     NOT NULL,
    UNIQUE (event_id, number)
);
-- Whoever presses twice, or in two windows, has booked once.
CREATE UNIQUE INDEX support_booking_once ON support_booking (event_id, email, same_as) WHERE left_at IS NULL;
CREATE INDEX support_booking_group ON support_booking (organisation_id);
CREATE INDEX support_booking_email ON support_booking (email);
CREATE INDEX support_booking_offered ON support_booking (state, offered_until);

CREATE TABLE support_attendance (
    id         uuid        NOT NULL PRIMARY KEY,
    booking_id uuid        NOT NULL REFERENCES support_booking (id) ON DELETE CASCADE,
    session_id uuid        NOT NULL REFERENCES support_event_session (id) ON DELETE CASCADE,
    place_id   uuid        NOT NULL REFERENCES platform_place (id),
    came       boolean     NOT NULL,
    marked_at  timestamptz NOT NULL,
    marked_by  uuid,
    version    integer     NOT NULL,
    UNIQUE (booking_id, session_id)
);
CREATE INDEX support_attendance_of ON support_attendance (session_id);
