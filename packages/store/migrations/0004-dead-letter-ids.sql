-- Two groups may put the same record aside, and a message of a queue stands in no topic: the dead letter's own id names it.
ALTER TABLE dead_letters
  ADD COLUMN id text,
  ADD COLUMN consumer_group text NOT NULL DEFAULT '',
  ADD COLUMN headers jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN queue jsonb,
  -- When it was last put back where it came from.
  ADD COLUMN replayed_at timestamptz,
  -- The dead letter that it was put back from, where it failed again.
  ADD COLUMN replay_of text,
  -- Whether somebody was told of it.
  ADD COLUMN told boolean NOT NULL DEFAULT false;
-- Those of before are named by their place; one group reads each of the topics they are of.
UPDATE dead_letters SET
  id = topic || '/' || partition || '/' || log_offset,
  consumer_group = CASE topic WHEN 'feedback.received.v1' THEN 'redress.scorer' ELSE 'redress.notifier' END;
ALTER TABLE dead_letters
  DROP CONSTRAINT dead_letters_pkey,
  ADD PRIMARY KEY (id),
  ALTER COLUMN topic DROP NOT NULL,
  ALTER COLUMN partition DROP NOT NULL,
  ALTER COLUMN log_offset DROP NOT NULL;
CREATE INDEX dead_letters_by_time ON dead_letters (recorded_at DESC, id DESC);
CREATE INDEX dead_letters_by_replay ON dead_letters (replay_of) WHERE replay_of IS NOT NULL;
