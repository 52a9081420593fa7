-- Claims told in several places; the register of sources with terms, papers and code names; contacts with
-- sources; the editor's rulings on what counts together.

ALTER TABLE claim ADD COLUMN also TEXT NOT NULL DEFAULT '[]';

ALTER TABLE source ADD COLUMN papers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE source ADD COLUMN first_hand INTEGER CHECK (first_hand IN (0, 1));
ALTER TABLE source ADD COLUMN terms TEXT CHECK (terms IN (
    'on record', 'on background', 'off record', 'anonymous'
));
ALTER TABLE source ADD COLUMN protected INTEGER NOT NULL DEFAULT 0 CHECK (protected IN (0, 1));

CREATE TABLE ruling (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    claim TEXT REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    joined TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT NOT NULL
) STRICT;

CREATE INDEX ruling_document ON ruling (document);
CREATE INDEX ruling_claim ON ruling (claim);
CREATE INDEX ruling_joined ON ruling (joined);

CREATE TABLE contact (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    "by" TEXT NOT NULL,
    at TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('phone', 'e-mail', 'message', 'in person', 'letter')),
    asked TEXT NOT NULL,
    answer TEXT NOT NULL,
    claim TEXT REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    reply TEXT CHECK (reply IN ('asked', 'given', 'declined'))
) STRICT;

CREATE INDEX contact_source ON contact (source);
CREATE INDEX contact_claim ON contact (claim);

-- Search for copies: the fingerprints of each document's latest revision outside furniture, ascending, four bytes
-- each, the lowest first; `form` counts the ways they have been made in. Derived like sentence and passage; those
-- that are missing or of an earlier form are made when the case is opened.

CREATE TABLE fingerprint (
    document TEXT NOT NULL PRIMARY KEY REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    form INTEGER NOT NULL,
    content BLOB NOT NULL CHECK (length(content) % 4 = 0)
) STRICT;
