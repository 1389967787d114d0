-- Every event that counted: neither a duplicate, nor late, nor dead. user_key is a hash of the user, narrow enough to be
-- indexed for every event; the text decides. nanos is what timestamptz cuts off the event time. Rows are only added.
CREATE TABLE history (
  user_key   bigint NOT NULL,
  log_offset bigint NOT NULL,
  at         timestamptz NOT NULL,
  partition  integer NOT NULL,
  nanos      smallint NOT NULL,
  user_id    text COLLATE "C" NOT NULL,
  source     text COLLATE "C" NOT NULL,
  event_id   text COLLATE "C" NOT NULL,
  type       text COLLATE "C" NOT NULL,
  properties jsonb NOT NULL
);
CREATE INDEX history_user ON history (user_key, log_offset);
