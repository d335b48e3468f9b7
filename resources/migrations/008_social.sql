-- Friends once it is_accepted; before, from_id waits for to_id.
CREATE TABLE friendships (
    from_id     TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    to_id       TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    is_accepted INTEGER NOT NULL,
    since       BIGINT NOT NULL,
    PRIMARY KEY (from_id, to_id)
);

CREATE INDEX friendships_by_other ON friendships (to_id);

CREATE TABLE schedule_entries (
    id         TEXT PRIMARY KEY,
    channel_id TEXT NOT NULL REFERENCES channels (id) ON DELETE CASCADE,
    starts_at  BIGINT NOT NULL,
    ends_at    BIGINT NOT NULL,
    title      TEXT NOT NULL,
    category   TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE INDEX schedule_by_channel ON schedule_entries (channel_id, starts_at);

-- Links are lines of a name, a tab and an address; tags are words between spaces, one before and one behind.
CREATE TABLE channel_pages (
    channel_id  TEXT PRIMARY KEY REFERENCES channels (id) ON DELETE CASCADE,
    description TEXT NOT NULL,
    links       TEXT NOT NULL,
    category    TEXT NOT NULL,
    tags        TEXT NOT NULL
);

CREATE INDEX channel_pages_by_category ON channel_pages (category);
