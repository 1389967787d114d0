-- What goes on in campaigns, added up by the batches, so that watching one does not read its past. A row for each partition:
-- none waits for another. name: the edge or entry that was followed, how a participation ended, what refused. node: where
-- it led to, or where it happened. in_minute belongs to minute, minute_before to the one before it.
CREATE TABLE campaign_flow (
  campaign      text COLLATE "C" NOT NULL,
  version       integer NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('MOVED', 'ENDED', 'REACHED', 'REFUSED')),
  name          text COLLATE "C" NOT NULL,
  node          text COLLATE "C" NOT NULL,
  partition     integer NOT NULL,
  total         bigint NOT NULL,
  minute        timestamptz NOT NULL,
  in_minute     bigint NOT NULL,
  minute_before bigint NOT NULL,
  PRIMARY KEY (campaign, version, kind, name, node, partition)
) WITH (fillfactor = 50);

-- What was before there were sums.
INSERT INTO campaign_flow (campaign, version, kind, name, node, partition, total, minute, in_minute, minute_before)
SELECT campaign, version, kind, CASE kind WHEN 'ENDED' THEN status ELSE split_part(rule, '/', 2) END,
  CASE kind WHEN 'MOVED' THEN to_node ELSE from_node END, partition, count(*), date_trunc('minute', now()), 0, 0
FROM transition WHERE kind IN ('MOVED', 'ENDED', 'REACHED') GROUP BY 1, 2, 3, 4, 5, 6
UNION ALL
SELECT campaign, version, 'REFUSED', reason, '', partition, count(*), date_trunc('minute', now()), 0, 0
FROM refusal GROUP BY 1, 2, 4, 6;

-- Orders of a campaign that did not go through, counted, and listed with the latest first.
CREATE INDEX orders_aside_campaign ON orders (campaign, status, ordered_at, key)
  WHERE status IN ('UNKNOWN', 'PARKED', 'FAILED');

-- Whom people look for by the beginning of a name. An event leaves the profile as it is, so it touches none of these.
CREATE INDEX user_state_name ON user_state (lower(profile ->> 'name') COLLATE "C");
CREATE INDEX user_state_email ON user_state (lower(profile ->> 'email') COLLATE "C");
CREATE INDEX user_state_phone ON user_state (lower(profile ->> 'phone') COLLATE "C");
