-- held_until: quiet hours end then; next_attempt is not before it. withheld: why the order is never performed; it is
-- settled from the beginning.
ALTER TABLE orders
  ADD COLUMN held_until timestamptz,
  ADD COLUMN withheld   text CHECK (withheld IN ('CONTROL', 'QUIET', 'CAPPED')),
  DROP CONSTRAINT orders_status_check,
  ADD CONSTRAINT orders_status_check
    CHECK (status IN ('NEW', 'SENT', 'DONE', 'FAILED', 'UNKNOWN', 'PARKED', 'WITHHELD')),
  ADD CONSTRAINT orders_withheld_why CHECK ((status = 'WITHHELD') = (withheld IS NOT NULL));

-- EXITED, REACHED: by the exit or the goal of the campaign. STOPPED also at the end of a schedule.
ALTER TABLE participation
  DROP CONSTRAINT participation_status_check,
  ADD CONSTRAINT participation_status_check
    CHECK (status IN ('ACTIVE', 'COMPLETED', 'EXITED', 'REACHED', 'STOPPED'));

-- REACHED: the goal was reached; the participation may go on.
ALTER TABLE transition
  DROP CONSTRAINT transition_kind_check,
  ADD CONSTRAINT transition_kind_check CHECK (kind IN ('MOVED', 'ENDED', 'SKIPPED', 'REACHED'));
