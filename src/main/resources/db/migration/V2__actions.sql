-- first_attempt: from here the lifetime of the order's key at the other side is counted.
-- waits_for: what brings a parked order back by itself, such as coupon:WELCOME; none where a person must.
ALTER TABLE orders
  ADD COLUMN first_attempt timestamptz,
  ADD COLUMN waits_for     text COLLATE "C";

-- Kind first: a backlog of one channel is not in the way of another's orders.
DROP INDEX orders_due;
CREATE INDEX orders_due ON orders (kind, partition, next_attempt) WHERE status IN ('NEW', 'SENT');
CREATE INDEX orders_waiting ON orders (waits_for, ordered_at) WHERE waits_for IS NOT NULL;

-- At the till a code is a code, whatever pool it came from.
CREATE UNIQUE INDEX coupon_code ON coupon (code);
