-- How often a backtest was begun: one that ends its instance must not end one after the other.
ALTER TABLE backtest ADD COLUMN attempts integer NOT NULL DEFAULT 0;
