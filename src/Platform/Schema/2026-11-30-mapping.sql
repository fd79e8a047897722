-- What somebody said of the columns of a file, for the next file of the same name: {"Club": "name"}.
ALTER TABLE platform_source ADD COLUMN mapping text;
