-- Contents are never changed or removed: a version that names one can be loaded for ever.
CREATE TABLE attachment_content (
  hash    text COLLATE "C" PRIMARY KEY,
  content text NOT NULL
);

-- What a name has stood for at any time.
CREATE TABLE attachment_name (
  name text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL REFERENCES attachment_content,
  PRIMARY KEY (name, hash)
);

-- What it stands for now.
CREATE TABLE attachment (
  name       text COLLATE "C" PRIMARY KEY,
  hash       text COLLATE "C" NOT NULL REFERENCES attachment_content,
  characters bigint NOT NULL,
  kept_at    timestamptz NOT NULL
);

-- The files that a version names, and the hash of each, in one order.
ALTER TABLE campaign_version
  ADD COLUMN files       text[] NOT NULL DEFAULT '{}',
  ADD COLUMN file_hashes text[] NOT NULL DEFAULT '{}';
