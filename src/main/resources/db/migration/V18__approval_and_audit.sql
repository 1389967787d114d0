-- Who has written at a draft: all of them, since none of them may approve of it.
ALTER TABLE draft ADD COLUMN writers text[] NOT NULL DEFAULT '{}';
UPDATE draft SET writers = CASE WHEN author = edited_by THEN ARRAY[author] ELSE ARRAY[author, edited_by] END;

-- The audit is not emptied as a whole either.
CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
