-- Each statement ends with a semicolon at the end of its line. SQL that SQLite and PostgreSQL both read.
-- Ids are UUIDv7 as text and sort by time; times are UTC in milliseconds.
CREATE TABLE users (
    id            TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    name_folded   TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    role          TEXT NOT NULL CHECK (role IN ('member', 'owner')),
    created_at    BIGINT NOT NULL
);

CREATE TABLE channels (
    id          TEXT PRIMARY KEY,
    owner_id    TEXT REFERENCES users (id),
    name        TEXT NOT NULL,
    name_folded TEXT NOT NULL UNIQUE,
    title       TEXT NOT NULL,
    created_at  BIGINT NOT NULL
);

CREATE TABLE stream_keys (
    channel_id TEXT PRIMARY KEY REFERENCES channels (id),
    key_hash   TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);

CREATE TABLE sessions (
    id         TEXT PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES users (id),
    token_hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE broadcasts (
    id         TEXT PRIMARY KEY,
    channel_id TEXT NOT NULL REFERENCES channels (id),
    title      TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at   BIGINT
);

CREATE INDEX broadcasts_by_channel ON broadcasts (channel_id, started_at);

CREATE TABLE messages (
    id         TEXT PRIMARY KEY,
    channel_id TEXT NOT NULL REFERENCES channels (id),
    user_id    TEXT NOT NULL REFERENCES users (id),
    text       TEXT NOT NULL,
    sent_at    BIGINT NOT NULL
);

CREATE INDEX messages_by_channel ON messages (channel_id, id);
