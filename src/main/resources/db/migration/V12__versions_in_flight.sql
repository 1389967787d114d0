-- Whoever goes on under another version does not arrive anew: the place is renamed.
ALTER TABLE transition DROP CONSTRAINT transition_kind_check;
ALTER TABLE transition
  ADD CONSTRAINT transition_kind_check CHECK (kind IN ('MOVED', 'ENDED', 'SKIPPED', 'REACHED', 'MIGRATED')),
  ADD COLUMN former_version integer;

-- Walks over those at a node go by user.
DROP INDEX participation_node;
CREATE INDEX participation_node ON participation (campaign, version, node, user_id) WHERE live;
