-- Which life of the server this is. PostgreSQL empties an UNLOGGED table after a crash and on a standby that is promoted, and keeps it over an
-- orderly restart: as long as the row is the same, an id of a transaction means the transaction that it meant before.
CREATE UNLOGGED TABLE store_life (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  life text NOT NULL
);
