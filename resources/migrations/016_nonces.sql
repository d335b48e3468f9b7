-- Under which nonce its sender posted it: the same nonce posts nothing new, also after a restart.
ALTER TABLE messages ADD COLUMN nonce TEXT NOT NULL DEFAULT '';
