-- People who may sign in. The stamp changes with roles, password and being disabled, and ends sessions of before.
CREATE TABLE account (
  user_name     text COLLATE "C" PRIMARY KEY,
  display_name  text NOT NULL,
  roles         text[] NOT NULL,
  disabled      boolean NOT NULL,
  password_hash text,
  stamp         text NOT NULL,
  since         timestamptz NOT NULL
);

-- Signed in. The secret itself is in the browser alone.
CREATE TABLE account_session (
  hash      text COLLATE "C" PRIMARY KEY,
  user_name text COLLATE "C" NOT NULL REFERENCES account ON DELETE CASCADE,
  stamp     text NOT NULL,
  means     text NOT NULL,
  begun_at  timestamptz NOT NULL,
  seen_at   timestamptz NOT NULL
);
CREATE INDEX account_session_user ON account_session (user_name);

-- Services that are let in. Revoked ones stay, so that the audit can be read.
CREATE TABLE api_key (
  id         text COLLATE "C" PRIMARY KEY,
  name       text NOT NULL,
  hash       text COLLATE "C" NOT NULL UNIQUE,
  scopes     text[] NOT NULL,
  creator    text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  used_at    timestamptz
);
CREATE UNIQUE INDEX api_key_name ON api_key (name) WHERE revoked_at IS NULL;

-- Who changed what. Added to, never changed.
CREATE TABLE audit (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at         timestamptz NOT NULL,
  who        text NOT NULL,
  means      text NOT NULL,
  action     text NOT NULL,
  subject    text NOT NULL,
  was        text,
  is_now     text
);
CREATE INDEX audit_subject ON audit (subject, id);
CREATE INDEX audit_who ON audit (who, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Expected the audit to be added to alone, but it was to be changed.';
END $$;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
