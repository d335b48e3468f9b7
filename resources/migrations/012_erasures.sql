-- Deleted people whose lines are still to be taken off, some at a time. Nobody reads them meanwhile.
CREATE TABLE erasures (
    user_id        TEXT PRIMARY KEY,
    old_name       TEXT NOT NULL,
    new_name       TEXT NOT NULL,
    lines_before   TEXT NOT NULL,
    mentions_after TEXT NOT NULL
);
