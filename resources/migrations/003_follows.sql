CREATE TABLE follows (
    user_id     TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    channel_id  TEXT NOT NULL REFERENCES channels (id) ON DELETE CASCADE,
    followed_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, channel_id)
);

CREATE INDEX follows_by_channel ON follows (channel_id, user_id);
