-- What has been counted of all that a user has done, by tally. A state that lacks a tally is caught up from the history.
ALTER TABLE user_state ADD COLUMN lifetime jsonb NOT NULL DEFAULT '{}';
