-- What people choose to show, and channels' pictures, whose files are named by their hashes.
CREATE TABLE privacy_choices (
    user_id        TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    shows_watching INTEGER NOT NULL
);

CREATE TABLE channel_pictures (
    channel_id TEXT NOT NULL REFERENCES channels (id),
    kind       TEXT NOT NULL CHECK (kind IN ('avatar', 'banner')),
    hash       TEXT NOT NULL,
    type       TEXT NOT NULL,
    PRIMARY KEY (channel_id, kind)
);

CREATE INDEX channel_pictures_by_hash ON channel_pictures (hash);
