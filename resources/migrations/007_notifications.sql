CREATE TABLE notifications (
    id        TEXT PRIMARY KEY,
    user_id   TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    news_key  TEXT NOT NULL,
    body      TEXT NOT NULL,
    is_read   INTEGER NOT NULL,
    told_at   BIGINT NOT NULL,
    UNIQUE (user_id, news_key)
);

CREATE INDEX notifications_by_user ON notifications (user_id, id);
CREATE INDEX notifications_by_time ON notifications (told_at);

CREATE TABLE notification_choices (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind    TEXT NOT NULL,
    in_app  INTEGER NOT NULL,
    email   INTEGER NOT NULL,
    webhook INTEGER NOT NULL,
    PRIMARY KEY (user_id, kind)
);

-- The secret is sealed with the key file of the data folder.
CREATE TABLE webhooks (
    id            TEXT PRIMARY KEY,
    user_id       TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    channel_id    TEXT REFERENCES channels (id) ON DELETE CASCADE,
    url           TEXT NOT NULL,
    sealed_secret TEXT NOT NULL
);

CREATE INDEX webhooks_by_user ON webhooks (user_id, id);
CREATE INDEX webhooks_by_channel ON webhooks (channel_id, id);

-- Verified ones alone.
CREATE TABLE addresses (
    user_id TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    folded  TEXT NOT NULL UNIQUE
);

CREATE TABLE mailed_codes (
    code_hash  TEXT PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    purpose    TEXT NOT NULL CHECK (purpose IN ('verify', 'reset')),
    address    TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX mailed_codes_by_user ON mailed_codes (user_id, purpose);
