-- What is being drawn: one draft of a campaign at most, its text as it stands in the editor, broken or not.
-- A revision is never given twice, so that whoever holds one of a draft that is gone overwrites nothing.
CREATE SEQUENCE draft_revision;

CREATE TABLE draft (
  campaign     text COLLATE "C" PRIMARY KEY,
  text         text NOT NULL,
  revision     bigint NOT NULL,
  based_on     integer NOT NULL,
  author       text NOT NULL,
  edited_by    text NOT NULL,
  edited_at    timestamptz NOT NULL,
  submitted_by text,
  submitted_at timestamptz,
  rejected_by  text,
  rejected_at  timestamptz,
  comment      text NOT NULL
);

-- Where nodes stand on the canvas: campaign files do not say it.
CREATE TABLE layout (
  campaign text COLLATE "C" NOT NULL,
  node     text COLLATE "C" NOT NULL,
  x        double precision NOT NULL,
  y        double precision NOT NULL,
  PRIMARY KEY (campaign, node)
);
