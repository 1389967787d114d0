-- Instants: a timestamptz holds microseconds. Where an instant decides something its exact value stands in a
-- state (jsonb); columns are for finding and showing. wake_at is rounded up, so that nothing wakes early.
-- Texts that are keys sort by byte, as every index of them does.

-- ------------------------------------------------------------------ campaigns

-- One row, locked by every change: a reader who has seen revision n has seen everything up to n.
-- (A sequence could hand out n + 1 and let it commit before n.)
CREATE TABLE campaign_revision (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  revision bigint NOT NULL
);
INSERT INTO campaign_revision (revision) VALUES (0);

CREATE TABLE campaign (
  id         text COLLATE "C" PRIMARY KEY,
  version    integer NOT NULL,
  status     text NOT NULL CHECK (status IN ('RUNNING', 'PAUSED', 'ENDED')),
  changed_at timestamptz NOT NULL
);

CREATE TABLE campaign_version (
  campaign     text COLLATE "C" NOT NULL,
  version      integer NOT NULL,
  yaml         text NOT NULL,
  hash         text NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (campaign, version)
);

-- ------------------------------------------------------------------ the run protocol

-- The fence. Every batch locks its row first.
CREATE TABLE partition_owner (
  partition   integer PRIMARY KEY,
  epoch       bigint NOT NULL,
  next_offset bigint NOT NULL,
  batch_seq   bigint NOT NULL,
  owner       text NOT NULL,
  claimed_at  timestamptz NOT NULL
) WITH (fillfactor = 20);

-- Double entry: n_in = n_applied + n_no_match + n_duplicate + n_late + n_illegal + n_dead in every row; offsets abut;
-- batch_seq has no gaps.
CREATE TABLE ledger (
  partition   integer NOT NULL,
  batch_seq   bigint NOT NULL,
  epoch       bigint NOT NULL,
  from_offset bigint NOT NULL,
  to_offset   bigint NOT NULL CHECK (to_offset >= from_offset),
  n_in        bigint NOT NULL,
  n_applied   bigint NOT NULL,
  n_no_match  bigint NOT NULL,
  n_duplicate bigint NOT NULL,
  n_late      bigint NOT NULL,
  n_illegal   bigint NOT NULL,
  n_dead      bigint NOT NULL,
  n_signals   bigint NOT NULL,
  n_moves     bigint NOT NULL,
  n_orders    bigint NOT NULL,
  book_hash   text NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (partition, batch_seq)
);

-- Every event that was read, once per offset. key is a hash of user, source and id: narrow enough to be indexed for
-- every event; the texts decide. nanos is what timestamptz cuts off the event time.
CREATE TABLE seen (
  key        bigint NOT NULL,
  log_offset bigint NOT NULL,
  at         timestamptz NOT NULL,
  partition  integer NOT NULL,
  nanos      smallint NOT NULL,
  user_id    text COLLATE "C" NOT NULL,
  source     text COLLATE "C" NOT NULL,
  event_id   text COLLATE "C" NOT NULL,
  outcome    text NOT NULL,
  PRIMARY KEY (partition, log_offset)
);
CREATE INDEX seen_key ON seen (key);

CREATE TABLE dead_event (
  partition  integer NOT NULL,
  log_offset bigint NOT NULL,
  user_id    text COLLATE "C" NOT NULL,
  payload    text NOT NULL,
  error      text NOT NULL,
  at         timestamptz NOT NULL,
  status     text NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'RETRIED', 'RESOLVED', 'SKIPPED')),
  settled_at timestamptz,
  settled_by text,
  PRIMARY KEY (partition, log_offset)
);
CREATE INDEX dead_event_open ON dead_event (at) WHERE status = 'OPEN';

-- ------------------------------------------------------------------ users

-- state: version, latest, clock, entered and the participations in their order. Room is left on each page, so that
-- the update that every event makes stays on its page and touches no index.
CREATE TABLE user_state (
  user_id   text COLLATE "C" PRIMARY KEY,
  partition integer NOT NULL,
  version   bigint NOT NULL,
  latest    timestamptz,
  state     jsonb NOT NULL,
  profile   jsonb NOT NULL,
  memories  jsonb NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

-- live: part of its user's state. state: the whole participation; the columns are for finding and showing.
CREATE TABLE participation (
  id         text COLLATE "C" PRIMARY KEY,
  user_id    text COLLATE "C" NOT NULL,
  partition  integer NOT NULL,
  campaign   text COLLATE "C" NOT NULL,
  version    integer NOT NULL,
  key_value  text,
  node       text COLLATE "C" NOT NULL,
  status     text NOT NULL CHECK (status IN ('ACTIVE', 'COMPLETED', 'STOPPED')),
  entered_at timestamptz NOT NULL,
  since      timestamptz NOT NULL,
  ended_at   timestamptz,
  moves      integer NOT NULL,
  wake_at    timestamptz,
  live       boolean NOT NULL,
  state      jsonb NOT NULL
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
CREATE INDEX participation_user ON participation (user_id, live);
CREATE INDEX participation_wake ON participation (partition, wake_at) WHERE live AND wake_at IS NOT NULL;
CREATE INDEX participation_node ON participation (campaign, version, node) WHERE live;

-- ------------------------------------------------------------------ what happened

-- partition and log_offset: the record that caused it, event or not.
CREATE TABLE transition (
  kind          text NOT NULL CHECK (kind IN ('MOVED', 'ENDED', 'SKIPPED')),
  user_id       text COLLATE "C" NOT NULL,
  participation text COLLATE "C" NOT NULL,
  campaign      text COLLATE "C" NOT NULL,
  version       integer NOT NULL,
  rule          text,
  from_node     text COLLATE "C",
  to_node       text COLLATE "C",
  moves         integer,
  ordinal       integer,
  action        text COLLATE "C",
  status        text,
  at            timestamptz NOT NULL,
  cause_source  text COLLATE "C",
  cause_id      text COLLATE "C",
  partition     integer NOT NULL,
  log_offset    bigint NOT NULL
);
CREATE INDEX transition_user ON transition (user_id, log_offset);
CREATE INDEX transition_at ON transition USING brin (at);

CREATE TABLE refusal (
  user_id      text COLLATE "C" NOT NULL,
  campaign     text COLLATE "C" NOT NULL,
  version      integer NOT NULL,
  rule         text NOT NULL,
  reason       text NOT NULL,
  detail       text NOT NULL,
  at           timestamptz NOT NULL,
  cause_source text COLLATE "C",
  cause_id     text COLLATE "C",
  partition    integer NOT NULL,
  log_offset   bigint NOT NULL
);
CREATE INDEX refusal_user ON refusal (user_id, log_offset);
CREATE INDEX refusal_at ON refusal USING brin (at);

-- ------------------------------------------------------------------ actions

-- The outbox. key: participation:moves:ordinal, so the orders of a participation are a range of the primary key.
CREATE TABLE orders (
  key           text COLLATE "C" PRIMARY KEY,
  partition     integer NOT NULL,
  log_offset    bigint NOT NULL,
  user_id       text COLLATE "C" NOT NULL,
  participation text COLLATE "C" NOT NULL,
  campaign      text COLLATE "C" NOT NULL,
  version       integer NOT NULL,
  node          text COLLATE "C" NOT NULL,
  action        text COLLATE "C" NOT NULL,
  kind          text COLLATE "C" NOT NULL,
  -- json, not jsonb: a retry must send the bytes of the first attempt, so the order of keys counts
  parameters    json NOT NULL,
  ordered_at    timestamptz NOT NULL,
  cause_source  text COLLATE "C",
  cause_id      text COLLATE "C",
  status        text NOT NULL DEFAULT 'NEW'
                CHECK (status IN ('NEW', 'SENT', 'DONE', 'FAILED', 'UNKNOWN', 'PARKED')),
  attempts      integer NOT NULL DEFAULT 0,
  next_attempt  timestamptz NOT NULL,
  result        jsonb,
  settled_at    timestamptz,
  reported      boolean NOT NULL DEFAULT false,
  reason        text
) WITH (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.05);
CREATE INDEX orders_due ON orders (partition, next_attempt) WHERE status IN ('NEW', 'SENT');
CREATE INDEX orders_unreported ON orders (partition) WHERE settled_at IS NOT NULL AND NOT reported;
CREATE INDEX orders_aside ON orders (ordered_at) WHERE status IN ('UNKNOWN', 'PARKED', 'FAILED');
CREATE INDEX orders_record ON orders (partition, log_offset);

CREATE TABLE coupon_pool (
  id         text COLLATE "C" PRIMARY KEY,
  created_at timestamptz NOT NULL
);

CREATE TABLE coupon (
  pool      text COLLATE "C" NOT NULL REFERENCES coupon_pool,
  code      text COLLATE "C" NOT NULL,
  order_key text COLLATE "C" UNIQUE,
  user_id   text COLLATE "C",
  issued_at timestamptz,
  PRIMARY KEY (pool, code)
);
CREATE INDEX coupon_free ON coupon (pool, code) WHERE order_key IS NULL;
