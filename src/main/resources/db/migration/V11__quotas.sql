-- Limits of all. spent_or_leased: users who have entered, and permits that partitions hold. A partition spends what it
-- holds inside its batch, so that a batch that is rolled back has spent nothing.
CREATE TABLE quota (
  campaign        text COLLATE "C" PRIMARY KEY,
  total           bigint NOT NULL,
  spent_or_leased bigint NOT NULL
);

CREATE TABLE quota_lease (
  campaign  text COLLATE "C" NOT NULL REFERENCES quota,
  partition integer NOT NULL,
  permits   bigint NOT NULL CHECK (permits >= 0),
  PRIMARY KEY (campaign, partition)
) WITH (fillfactor = 50);
