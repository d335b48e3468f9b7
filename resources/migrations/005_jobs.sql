-- due_at: of one that waits its time, of one that is leased the lease's end, of others when it came to that.
CREATE TABLE jobs (
    id         TEXT PRIMARY KEY,
    kind       TEXT NOT NULL,
    unique_key TEXT NOT NULL UNIQUE,
    subject    TEXT NOT NULL,
    payload    TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'leased', 'done', 'dead')),
    attempts   INTEGER NOT NULL,
    due_at     BIGINT NOT NULL,
    made_at    BIGINT NOT NULL,
    last_error TEXT NOT NULL
);

CREATE INDEX jobs_by_state ON jobs (state, due_at);
