-- The first form of a case file. Frozen: later forms are further steps.

-- Texts and originals: kept once under their sha256, for good, whatever becomes of the documents.

CREATE TABLE text (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    text TEXT NOT NULL
) STRICT;

CREATE TABLE original (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    data BLOB NOT NULL
) STRICT;

-- The history: one canonical JSON text for each change; hash = sha256(previous hash, line feed, event).

CREATE TABLE history (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 1),
    event TEXT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*')
) STRICT;

-- The case as it stands. `seq` gives the order in which values were added.

CREATE TABLE "case" (
    seq INTEGER PRIMARY KEY CHECK (seq = 1),
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    scale TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;

CREATE TABLE document (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('story', 'source')),
    title TEXT NOT NULL,
    byline TEXT NOT NULL,
    outlet TEXT NOT NULL,
    published TEXT,
    url TEXT,
    archived_url TEXT,
    accessed TEXT,
    language TEXT,
    kind TEXT NOT NULL CHECK (kind IN (
        'person', 'document', 'letter', 'speech', 'transcript', 'recording', 'dataset', 'court record', 'law',
        'study', 'image', 'news agency', 'newspaper', 'broadcaster', 'website', 'social post',
        'press release', 'encyclopaedia'
    )),
    filename TEXT NOT NULL,
    original TEXT REFERENCES original (sha256) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE revision (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL CHECK (number >= 1),
    sha256 TEXT NOT NULL REFERENCES text (sha256) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (document, number)
) STRICT;

CREATE TABLE layout (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
    zones TEXT NOT NULL
) STRICT;

CREATE TABLE link (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    revision TEXT NOT NULL REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
    span_start INTEGER NOT NULL CHECK (span_start >= 0),
    span_end INTEGER NOT NULL CHECK (span_end >= span_start),
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    url TEXT NOT NULL
) STRICT;

CREATE TABLE source (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'person', 'document', 'letter', 'speech', 'transcript', 'recording', 'dataset', 'court record', 'law',
        'study', 'image', 'news agency', 'newspaper', 'broadcaster', 'website', 'social post',
        'press release', 'encyclopaedia'
    )),
    document TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE claim (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    revision TEXT NOT NULL REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
    span_start INTEGER NOT NULL CHECK (span_start >= 0),
    span_end INTEGER NOT NULL CHECK (span_end >= span_start),
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('proposed', 'accepted', 'dismissed')),
    kind TEXT CHECK (kind IN (
        'figure', 'quotation', 'event', 'accusation', 'superlative', 'prediction', 'cause', 'identity', 'date'
    )),
    risk TEXT CHECK (risk IN ('libel', 'number', 'quotation', 'superlative', 'name')),
    disposition TEXT NOT NULL CHECK (disposition IN (
        'open', 'confirmed', 'corrected', 'on author', 'TK', 'unverifiable', 'legal'
    )),
    note TEXT NOT NULL,
    answer TEXT NOT NULL,
    score REAL CHECK (score BETWEEN 0 AND 100),
    reasons TEXT NOT NULL
) STRICT;

CREATE TABLE attribution (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    revision TEXT NOT NULL REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
    speaker TEXT NOT NULL,
    cue TEXT NOT NULL,
    credit TEXT NOT NULL
) STRICT;

CREATE TABLE evidence (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    claim TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    revision TEXT NOT NULL REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
    span_start INTEGER NOT NULL CHECK (span_start >= 0),
    span_end INTEGER NOT NULL CHECK (span_end >= span_start),
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    relation TEXT NOT NULL CHECK (relation IN ('supports', 'contradicts', 'context')),
    status TEXT NOT NULL CHECK (status IN ('proposed', 'accepted', 'dismissed')),
    score REAL CHECK (score BETWEEN 0 AND 100),
    reasons TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE citation (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    claim TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE verdict (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    claim TEXT NOT NULL UNIQUE REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    step TEXT NOT NULL,
    conclusion TEXT NOT NULL,
    "by" TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE query (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    claim TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    question TEXT NOT NULL,
    wording TEXT NOT NULL,
    answer TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'accepted', 'refused'))
) STRICT;

-- What a removal looks up, so that it need not read whole tables.

CREATE INDEX link_revision ON link (revision);
CREATE INDEX link_document ON link (document);
CREATE INDEX claim_revision ON claim (revision);
CREATE INDEX claim_document ON claim (document);
CREATE INDEX attribution_revision ON attribution (revision);
CREATE INDEX attribution_document ON attribution (document);
CREATE INDEX evidence_claim ON evidence (claim);
CREATE INDEX evidence_revision ON evidence (revision);
CREATE INDEX evidence_document ON evidence (document);
CREATE INDEX citation_claim ON citation (claim);
CREATE INDEX citation_source ON citation (source);
CREATE INDEX query_claim ON query (claim);
CREATE INDEX source_document ON source (document);

-- Search: the sentences outside furniture of each document's latest revision, `passage` holding the
-- words of the `sentence` whose seq is its rowid. Derived; filled by the
-- program in the transaction that changes the text, because triggers cost three times as much.

CREATE TABLE sentence (
    seq INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    revision TEXT NOT NULL REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
    span_start INTEGER NOT NULL CHECK (span_start >= 0),
    span_end INTEGER NOT NULL CHECK (span_end >= span_start)
) STRICT;

CREATE INDEX sentence_document ON sentence (document);
CREATE INDEX sentence_revision ON sentence (revision);

CREATE VIRTUAL TABLE passage USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2');

-- What is never changed and never removed. The BEFORE INSERT triggers stop INSERT OR REPLACE and
-- upserts even on connections that leave recursive_triggers off.

CREATE TRIGGER text_is_not_replaced BEFORE INSERT ON text
WHEN EXISTS (SELECT 1 FROM text WHERE sha256 = NEW.sha256 OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'texts are never replaced'); END;

CREATE TRIGGER text_is_not_changed BEFORE UPDATE ON text
BEGIN SELECT RAISE(ABORT, 'texts are never changed'); END;

CREATE TRIGGER text_is_not_removed BEFORE DELETE ON text
BEGIN SELECT RAISE(ABORT, 'texts are never removed'); END;

CREATE TRIGGER original_is_not_replaced BEFORE INSERT ON original
WHEN EXISTS (SELECT 1 FROM original WHERE sha256 = NEW.sha256 OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'originals are never replaced'); END;

CREATE TRIGGER original_is_not_changed BEFORE UPDATE ON original
BEGIN SELECT RAISE(ABORT, 'originals are never changed'); END;

CREATE TRIGGER original_is_not_removed BEFORE DELETE ON original
BEGIN SELECT RAISE(ABORT, 'originals are never removed'); END;

CREATE TRIGGER history_grows_at_its_end BEFORE INSERT ON history
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM history)
BEGIN SELECT RAISE(ABORT, 'the history only grows at its end'); END;

CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END;

CREATE TRIGGER history_is_not_removed BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'the history is never removed'); END;

CREATE TRIGGER revision_is_not_replaced BEFORE INSERT ON revision
WHEN EXISTS (
    SELECT 1 FROM revision
    WHERE id = NEW.id OR seq = NEW.seq OR (document = NEW.document AND number = NEW.number)
)
BEGIN SELECT RAISE(ABORT, 'revisions are never replaced'); END;

CREATE TRIGGER revision_is_not_changed BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'revisions are never changed'); END;
