-- What people looked for and did not find, day by day: the words only, nothing about who asked.
DROP TABLE groups_search_miss;
CREATE TABLE groups_search_miss (
    place_id uuid   NOT NULL REFERENCES platform_place (id),
    day      date   NOT NULL,
    words    text   NOT NULL,
    times    bigint NOT NULL,
    PRIMARY KEY (place_id, day, words)
);
