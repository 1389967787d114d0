-- Frequency caps, each version as a whole; the latest is in force. Publishing one moves campaign_revision, which every
-- change locks, so numbers follow each other.
CREATE TABLE caps_version (
  version      integer PRIMARY KEY,
  yaml         text NOT NULL,
  hash         text NOT NULL,
  published_at timestamptz NOT NULL
);
