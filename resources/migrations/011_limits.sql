-- Jobs are taken kind by kind, and counted by whom they are for.
CREATE INDEX jobs_by_kind ON jobs (kind, state, due_at, id);

CREATE INDEX jobs_by_subject ON jobs (subject, kind, state);

-- Since when a webhook has taken nothing that it was sent, and when that was given up.
ALTER TABLE webhooks ADD COLUMN failing_since BIGINT;
ALTER TABLE webhooks ADD COLUMN suspended_at BIGINT;

-- What somebody has said, in all channels.
CREATE INDEX messages_of_user ON messages (user_id, id);

-- Up to which message a channel's chat was cleared: recordings still replay what was said before.
CREATE TABLE channel_clears (
    channel_id TEXT PRIMARY KEY REFERENCES channels (id) ON DELETE CASCADE,
    last_id    TEXT NOT NULL,
    cleared_by TEXT NOT NULL,
    cleared_at BIGINT NOT NULL
);

-- Whom others' notifications and messages speak of: found when they go.
ALTER TABLE notifications ADD COLUMN from_id TEXT;

UPDATE notifications SET from_id = json_extract(body, '$.from.id') WHERE json_valid(body);

CREATE INDEX notifications_by_other ON notifications (from_id) WHERE from_id IS NOT NULL;

CREATE INDEX messages_with_mentions ON messages (id) WHERE mentions <> '';
