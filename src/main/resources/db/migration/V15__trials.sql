-- What must hold of a campaign, kept with it: each name a scenario file.
CREATE TABLE scenario (
  campaign   text COLLATE "C" NOT NULL,
  name       text COLLATE "C" NOT NULL,
  content    text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (campaign, name)
);

-- Logs of events to backtest against, in pieces, so that none is ever in memory as a whole.
CREATE TABLE event_log (
  name    text COLLATE "C" PRIMARY KEY,
  bytes   bigint NOT NULL,
  kept_at timestamptz NOT NULL
);
CREATE TABLE event_log_piece (
  log     text COLLATE "C" NOT NULL REFERENCES event_log ON DELETE CASCADE,
  ordinal integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (log, ordinal)
);

-- Backtests, asked for and done. log: none for the stored events. owner, beat_at: the instance that runs it, and when it
-- last said so; another one takes over where it falls silent.
CREATE TABLE backtest (
  id         text COLLATE "C" PRIMARY KEY,
  campaign   text COLLATE "C" NOT NULL,
  content    text NOT NULL,
  files      jsonb NOT NULL,
  log        text,
  since      timestamptz,
  until      timestamptz,
  state      text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  done       bigint NOT NULL DEFAULT 0,
  total      bigint NOT NULL DEFAULT 0,
  report     json,
  problems   text[] NOT NULL DEFAULT '{}',
  asked_at   timestamptz NOT NULL,
  started_at timestamptz,
  ended_at   timestamptz,
  owner      text,
  beat_at    timestamptz
);
CREATE INDEX backtest_open ON backtest (asked_at) WHERE state IN ('QUEUED', 'RUNNING');
CREATE INDEX backtest_asked ON backtest (asked_at);
