-- Files that somebody brought by the browser and looks at before they come in; gone once they did, and after a week.
CREATE TABLE platform_waiting_import (
    id         uuid        NOT NULL PRIMARY KEY,
    place_id   uuid        NOT NULL REFERENCES platform_place (id),
    file_name  text        NOT NULL,
    said       text        NOT NULL,
    looked     text        NOT NULL,
    arrived_at timestamptz NOT NULL,
    arrived_by uuid,
    version    integer     NOT NULL
);
CREATE INDEX platform_waiting_import_place ON platform_waiting_import (place_id);

CREATE TABLE platform_waiting_content (
    import_id  uuid        NOT NULL PRIMARY KEY REFERENCES platform_waiting_import (id) ON DELETE CASCADE,
    content    blob        NOT NULL,
    arrived_at timestamptz NOT NULL
);

CREATE INDEX platform_import_place ON platform_import (place_id);
