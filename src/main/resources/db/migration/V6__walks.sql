-- Walks over users, one row each: how far it has come, and who is at it until when.
CREATE TABLE user_walk (
  name        text COLLATE "C" PRIMARY KEY,
  per_minute  integer,
  last_user   text COLLATE "C",
  done        bigint NOT NULL DEFAULT 0,
  total       bigint NOT NULL,
  state       text NOT NULL CHECK (state IN ('WALKING', 'DONE', 'GIVEN_UP', 'NOT_NEEDED')),
  begun_at    timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  resumes_at  timestamptz NOT NULL,
  owner       text,
  claimed_to  timestamptz
);

-- Versions that were published before there were backfills let nobody in afterwards.
INSERT INTO user_walk (name, total, state, begun_at, changed_at, resumes_at)
SELECT 'backfill/' || campaign || '@' || version, 0, 'NOT_NEEDED', published_at, published_at, published_at
FROM campaign_version;
