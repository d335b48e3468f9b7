-- Polls, questions and the votes for them; a channel's own pictures.
CREATE TABLE polls (
    id           TEXT PRIMARY KEY,
    channel_id   TEXT NOT NULL REFERENCES channels (id),
    made_by      TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    question     TEXT NOT NULL,
    right_option INTEGER,
    started_at   BIGINT NOT NULL,
    ends_at      BIGINT NOT NULL,
    closed_at    BIGINT
);

CREATE INDEX polls_by_channel ON polls (channel_id, id);

CREATE TABLE poll_options (
    poll_id TEXT NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    text    TEXT NOT NULL,
    PRIMARY KEY (poll_id, number)
);

CREATE TABLE poll_votes (
    poll_id TEXT NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    cast_at BIGINT NOT NULL,
    PRIMARY KEY (poll_id, user_id)
);

CREATE TABLE questions (
    id          TEXT PRIMARY KEY,
    channel_id  TEXT NOT NULL REFERENCES channels (id),
    user_id     TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    text        TEXT NOT NULL,
    asked_at    BIGINT NOT NULL,
    answered_at BIGINT
);

CREATE INDEX questions_by_channel ON questions (channel_id, id) WHERE answered_at IS NULL;

CREATE TABLE question_votes (
    question_id TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
    user_id     TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (question_id, user_id)
);

CREATE TABLE emotes (
    channel_id TEXT NOT NULL REFERENCES channels (id),
    name       TEXT NOT NULL,
    hash       TEXT NOT NULL,
    type       TEXT NOT NULL,
    added_at   BIGINT NOT NULL,
    PRIMARY KEY (channel_id, name)
);

CREATE INDEX emotes_by_hash ON emotes (hash);
