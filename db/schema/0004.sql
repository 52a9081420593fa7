-- Review: who owes what until when; scales and gates of the desk; queries about words; sign-offs; saved searches;
-- the lines of history that came in with a merge.

ALTER TABLE claim ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN due TEXT;
ALTER TABLE claim ADD COLUMN waiver TEXT NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1));
ALTER TABLE claim ADD COLUMN public INTEGER NOT NULL DEFAULT 0 CHECK (public IN (0, 1));

ALTER TABLE verdict ADD COLUMN scale TEXT NOT NULL DEFAULT 'two-source';
ALTER TABLE verdict ADD COLUMN wording TEXT NOT NULL DEFAULT '';

-- A query may be about words that no claim covers. The rows are set aside and put back in order.

CREATE TEMP TABLE aside AS SELECT * FROM query ORDER BY seq;
DROP TABLE query;

CREATE TABLE query (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    claim TEXT REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    question TEXT NOT NULL,
    wording TEXT NOT NULL,
    answer TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'accepted', 'refused', 'applied')),
    document TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    revision TEXT REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
    span_start INTEGER CHECK (span_start >= 0),
    span_end INTEGER CHECK (span_end >= span_start),
    exact TEXT,
    prefix TEXT,
    suffix TEXT,
    reason TEXT NOT NULL,
    "by" TEXT NOT NULL,
    at TEXT,
    CHECK (claim IS NOT NULL OR revision IS NOT NULL)
) STRICT;

INSERT INTO query (seq, id, claim, question, wording, answer, status, reason, "by")
SELECT seq, id, claim, question, wording, answer, status, '', '' FROM aside ORDER BY seq;
DROP TABLE aside;
CREATE INDEX query_claim ON query (claim);
CREATE INDEX query_revision ON query (revision);
CREATE INDEX query_document ON query (document);

CREATE TABLE scale (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    steps TEXT NOT NULL
) STRICT;

CREATE TABLE gate (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT UNIQUE CHECK (kind IN (
        'figure', 'quotation', 'event', 'accusation', 'superlative', 'prediction', 'cause', 'identity', 'date'
    )),
    "primary" INTEGER NOT NULL CHECK ("primary" >= 0),
    origins INTEGER NOT NULL CHECK (origins >= 0),
    reply INTEGER NOT NULL CHECK (reply IN (0, 1))
) STRICT;

CREATE TABLE signoff (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    revision TEXT NOT NULL REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
    hand TEXT NOT NULL CHECK (hand IN ('checker', 'second')),
    "by" TEXT NOT NULL,
    at TEXT NOT NULL,
    head TEXT NOT NULL CHECK (length(head) = 64 AND head NOT GLOB '*[^0-9a-f]*'),
    seals TEXT NOT NULL,
    note TEXT NOT NULL,
    reopened_by TEXT NOT NULL,
    reopened_at TEXT,
    reopened_why TEXT NOT NULL
) STRICT;

CREATE INDEX signoff_revision ON signoff (revision);
CREATE INDEX signoff_document ON signoff (document);

CREATE TABLE savedsearch (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    filters TEXT NOT NULL
) STRICT;

-- The events of a colleague's copy that a merge brought in: hash = sha256(previous, line feed, event), where
-- previous is the hash of an event of the history or of another row. Appended, never changed.

CREATE TABLE line (
    hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    previous TEXT NOT NULL CHECK (length(previous) = 64 AND previous NOT GLOB '*[^0-9a-f]*'),
    number INTEGER NOT NULL CHECK (number >= 1),
    event TEXT NOT NULL
) STRICT;

CREATE TRIGGER line_is_not_replaced BEFORE INSERT ON line
WHEN EXISTS (SELECT 1 FROM line WHERE hash = NEW.hash OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'lines of history are never replaced'); END;

CREATE TRIGGER line_is_not_changed BEFORE UPDATE ON line
BEGIN SELECT RAISE(ABORT, 'lines of history are never changed'); END;

CREATE TRIGGER line_is_not_removed BEFORE DELETE ON line
BEGIN SELECT RAISE(ABORT, 'lines of history are never removed'); END;

-- Pages and rows of texts; the encoding that a text was read in; what others wrote beside words before they came here.

ALTER TABLE layout ADD COLUMN places TEXT NOT NULL DEFAULT '[]';
ALTER TABLE document ADD COLUMN charset TEXT;
ALTER TABLE document ADD COLUMN medium TEXT CHECK (medium IN ('recording', 'picture', 'pages', 'file'));
ALTER TABLE document ADD COLUMN outside TEXT CHECK (length(outside) = 64 AND outside NOT GLOB '*[^0-9a-f]*');
ALTER TABLE document ADD COLUMN size INTEGER CHECK (size >= 0);

CREATE TABLE remark (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    revision TEXT NOT NULL REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
    span_start INTEGER NOT NULL CHECK (span_start >= 0),
    span_end INTEGER NOT NULL CHECK (span_end >= span_start),
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('comment', 'footnote', 'annotation')),
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT,
    done INTEGER NOT NULL CHECK (done IN (0, 1))
) STRICT;

CREATE INDEX remark_revision ON remark (revision);
CREATE INDEX remark_document ON remark (document);
