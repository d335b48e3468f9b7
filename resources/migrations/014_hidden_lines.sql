-- A ban or a time-out hides what somebody has said of late; recordings still replay it.
ALTER TABLE messages ADD COLUMN hidden_at BIGINT;

CREATE INDEX messages_by_hiding ON messages (channel_id, hidden_at) WHERE hidden_at IS NOT NULL;

-- Counted, and deleted piece by piece, without a look at what is deleted already.
DROP INDEX messages_by_user;

CREATE INDEX messages_by_user ON messages (channel_id, user_id, id) WHERE deleted_at IS NULL;
