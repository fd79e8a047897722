-- What a list said that was taken back counts for nothing until the list says it again.
ALTER TABLE groups_source_record ADD COLUMN is_withdrawn boolean NOT NULL DEFAULT false;
