-- Places of nodes that nobody has moved for longest are forgotten first.
ALTER TABLE layout ADD COLUMN moved_at timestamptz NOT NULL DEFAULT now();

-- What the files that a draft names were when it was submitted: a line for each, its hash and its name.
ALTER TABLE draft ADD COLUMN files text NOT NULL DEFAULT '';
