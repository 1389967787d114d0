-- Why a user moved or was refused, cell by cell with the values seen; at most some kilobytes each.
ALTER TABLE transition ADD COLUMN why jsonb;
ALTER TABLE refusal ADD COLUMN why jsonb;
