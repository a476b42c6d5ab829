-- Which feedback a dead letter is of, where its bytes still tell it, so that a feedback is counted once whatever its revisions.
ALTER TABLE dead_letters ADD COLUMN feedback_id text;
ALTER TABLE dead_letters ADD COLUMN sample boolean NOT NULL DEFAULT false;
CREATE INDEX dead_letters_by_feedback ON dead_letters (feedback_id) WHERE feedback_id IS NOT NULL;
