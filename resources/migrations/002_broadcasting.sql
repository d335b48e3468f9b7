-- What a channel's owner chooses, where its broadcasts go and come from, and what is kept of them.
ALTER TABLE channels ADD COLUMN visibility TEXT NOT NULL DEFAULT 'public';
ALTER TABLE channels ADD COLUMN grace_ms BIGINT NOT NULL DEFAULT 60000;
ALTER TABLE channels ADD COLUMN is_recorded INTEGER NOT NULL DEFAULT 1;
ALTER TABLE channels ADD COLUMN retention_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE channels ADD COLUMN rtmp_play INTEGER NOT NULL DEFAULT 1;
ALTER TABLE channels ADD COLUMN slate TEXT NOT NULL DEFAULT '';
ALTER TABLE channels ADD COLUMN slate_type TEXT NOT NULL DEFAULT '';

-- Keys and passphrases are sealed with the key file of the data folder.
CREATE TABLE targets (
    id          TEXT PRIMARY KEY,
    channel_id  TEXT NOT NULL REFERENCES channels (id),
    name        TEXT NOT NULL,
    url         TEXT NOT NULL,
    sealed_key  TEXT NOT NULL,
    audio_track INTEGER NOT NULL,
    is_enabled  INTEGER NOT NULL
);

CREATE INDEX targets_by_channel ON targets (channel_id, id);

CREATE TABLE inputs (
    id                TEXT PRIMARY KEY,
    channel_id        TEXT NOT NULL REFERENCES channels (id),
    url               TEXT NOT NULL,
    slot              TEXT NOT NULL CHECK (slot IN ('primary', 'backup')),
    sources           TEXT NOT NULL,
    sealed_passphrase TEXT NOT NULL,
    is_enabled        INTEGER NOT NULL
);

CREATE INDEX inputs_by_channel ON inputs (channel_id, id);

-- One that is_deleted waits for the origin to take it from the disk.
CREATE TABLE recordings (
    broadcast_id TEXT PRIMARY KEY REFERENCES broadcasts (id),
    channel_id   TEXT NOT NULL REFERENCES channels (id),
    title        TEXT NOT NULL,
    phase        TEXT NOT NULL CHECK (phase IN ('writing', 'paused', 'finished')),
    bytes        BIGINT NOT NULL,
    duration_ms  BIGINT NOT NULL,
    is_kept      INTEGER NOT NULL,
    is_deleted   INTEGER NOT NULL
);

CREATE INDEX recordings_by_channel ON recordings (channel_id, broadcast_id);

CREATE TABLE recording_holes (
    broadcast_id TEXT NOT NULL REFERENCES recordings (broadcast_id) ON DELETE CASCADE,
    number       INTEGER NOT NULL,
    began_at     BIGINT NOT NULL,
    duration_ms  BIGINT NOT NULL,
    PRIMARY KEY (broadcast_id, number)
);
