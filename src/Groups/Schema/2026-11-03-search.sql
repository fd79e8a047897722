-- What people looked for and did not find: the words only, nothing about who asked.
CREATE TABLE groups_search_miss (
    place_id  uuid        NOT NULL REFERENCES platform_place (id),
    words     text        NOT NULL,
    times     bigint      NOT NULL,
    latest_at timestamptz NOT NULL,
    PRIMARY KEY (place_id, words)
);

-- The place's own words beside those that come with Trellis: a group of phrases that mean the same (parted by "="), or a word too common to search for.
CREATE TABLE groups_search_words (
    id       uuid NOT NULL PRIMARY KEY,
    place_id uuid NOT NULL REFERENCES platform_place (id),
    kind     text NOT NULL,
    words    text NOT NULL,
    UNIQUE (place_id, kind, words)
);
