-- When time alone may let a user into a campaign: an event leaves a window that an entry looks at. The exact instant
-- stands in the user's memories; wake_at is rounded up.
CREATE TABLE entry_wake (
  user_id   text COLLATE "C" NOT NULL,
  campaign  text COLLATE "C" NOT NULL,
  partition integer NOT NULL,
  wake_at   timestamptz NOT NULL,
  PRIMARY KEY (user_id, campaign)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
CREATE INDEX entry_wake_at ON entry_wake (partition, wake_at);
