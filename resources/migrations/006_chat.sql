-- Chat: what is answered, edited, deleted, pinned, found again; who is what in a channel, and who may not take part.
-- The number is what the search knows a message by: SQLite may change a rowid that no column holds.
CREATE TABLE numbered_messages (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    channel_id TEXT NOT NULL REFERENCES channels (id),
    user_id    TEXT NOT NULL REFERENCES users (id),
    text       TEXT NOT NULL,
    sent_at    BIGINT NOT NULL,
    reply_to   TEXT NOT NULL DEFAULT '',
    mentions   TEXT NOT NULL DEFAULT '',
    emotes     TEXT NOT NULL DEFAULT '',
    edited_at  BIGINT,
    deleted_at BIGINT,
    deleted_by TEXT
);

INSERT INTO numbered_messages (id, channel_id, user_id, text, sent_at)
    SELECT id, channel_id, user_id, text, sent_at FROM messages ORDER BY id;

DROP TABLE messages;

ALTER TABLE numbered_messages RENAME TO messages;

CREATE INDEX messages_by_channel ON messages (channel_id, id) WHERE deleted_at IS NULL;

CREATE INDEX messages_by_user ON messages (channel_id, user_id, id);

CREATE INDEX messages_by_edit ON messages (channel_id, edited_at) WHERE edited_at IS NOT NULL;

CREATE INDEX messages_by_deletion ON messages (channel_id, deleted_at) WHERE deleted_at IS NOT NULL;

CREATE VIRTUAL TABLE message_words USING fts5 (text, content = 'messages', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2');

INSERT INTO message_words (rowid, text) SELECT number, text FROM messages;

-- The semicolons within stand at no line's end, where a statement would end.
CREATE TRIGGER message_is_said AFTER INSERT ON messages BEGIN
    INSERT INTO message_words (rowid, text) VALUES (new.number, new.text)
    ; END;

CREATE TRIGGER message_is_changed AFTER UPDATE OF text ON messages BEGIN
    INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', old.number, old.text)
    ; INSERT INTO message_words (rowid, text) VALUES (new.number, new.text)
    ; END;

CREATE TRIGGER message_is_gone AFTER DELETE ON messages BEGIN
    INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', old.number, old.text)
    ; END;

CREATE TABLE channel_roles (
    channel_id TEXT NOT NULL REFERENCES channels (id),
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role       TEXT NOT NULL CHECK (role IN ('vip', 'moderator')),
    given_by   TEXT NOT NULL,
    given_at   BIGINT NOT NULL,
    PRIMARY KEY (channel_id, user_id)
);

-- Without an end it is a ban.
CREATE TABLE channel_restrictions (
    channel_id TEXT NOT NULL REFERENCES channels (id),
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    ends_at    BIGINT,
    reason     TEXT NOT NULL,
    set_by     TEXT NOT NULL,
    set_at     BIGINT NOT NULL,
    PRIMARY KEY (channel_id, user_id)
);

CREATE TABLE channel_modes (
    channel_id     TEXT PRIMARY KEY REFERENCES channels (id),
    slow_s         INTEGER NOT NULL,
    followers_min  INTEGER,
    is_emotes_only INTEGER NOT NULL
);

CREATE TABLE pins (
    message_id TEXT PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
    channel_id TEXT NOT NULL REFERENCES channels (id),
    pinned_by  TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    pinned_at  BIGINT NOT NULL
);

CREATE INDEX pins_by_channel ON pins (channel_id, pinned_at);
