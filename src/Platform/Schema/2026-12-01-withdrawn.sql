-- A list that was taken back: since when; empty while it counts.
ALTER TABLE platform_source ADD COLUMN withdrawn_at timestamptz;
