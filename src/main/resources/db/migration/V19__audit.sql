-- Sessions that are over are found without looking at all of them.
CREATE INDEX account_session_begun ON account_session (begun_at);
CREATE INDEX account_session_seen ON account_session (seen_at);

-- From where people have signed in: there nobody else's wrong passwords keep them out.
CREATE TABLE account_network (
  user_name text COLLATE "C" NOT NULL REFERENCES account ON DELETE CASCADE,
  network   text COLLATE "C" NOT NULL,
  seen_at   timestamptz NOT NULL,
  PRIMARY KEY (user_name, network)
);
CREATE INDEX account_network_seen ON account_network (seen_at);
