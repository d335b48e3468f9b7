-- Whose job it is: nobody has more than one of a kind under way, whatever its subjects.
ALTER TABLE jobs ADD COLUMN owner TEXT NOT NULL DEFAULT '';

UPDATE jobs SET owner = COALESCE((SELECT user_id FROM webhooks WHERE webhooks.id = jobs.subject), subject);
