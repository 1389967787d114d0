-- When operators let a campaign rest: what would have fallen due then is judged by it for ever after.
CREATE TABLE campaign_pause (
  campaign text COLLATE "C" NOT NULL,
  from_at  timestamptz NOT NULL,
  to_at    timestamptz,
  PRIMARY KEY (campaign, from_at),
  CHECK (to_at >= from_at)
);

-- Those that rest now have done so since they were told to.
INSERT INTO campaign_pause (campaign, from_at)
SELECT id, changed_at FROM campaign WHERE status = 'PAUSED';
