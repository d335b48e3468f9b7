-- Which sessions the app opened that started the relay: their names said it in English.
ALTER TABLE sessions ADD COLUMN own_app INTEGER NOT NULL DEFAULT 0;

UPDATE sessions SET own_app = 1, device = replace(device, ' (this relay''s own app)', '')
    WHERE device LIKE '% (this relay''s own app)';
