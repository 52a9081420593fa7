-- The first form of a library. Frozen: later forms are further steps.

-- What an article was read from, kept once under its sha256.

CREATE TABLE original (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    data BLOB NOT NULL
) STRICT;

-- An article's id is the sha256 of its text, so that no text is kept twice. `folded` is what a list of
-- articles is searched by: title and outlet without accents and capitals. The passages of an article are
-- numbered in a row, from `first` on.

CREATE TABLE article (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 64 AND id NOT GLOB '*[^0-9a-f]*'),
    title TEXT NOT NULL,
    byline TEXT NOT NULL,
    outlet TEXT NOT NULL,
    published TEXT,
    url TEXT,
    language TEXT,
    kind TEXT NOT NULL CHECK (kind IN (
        'person', 'organisation', 'document', 'letter', 'speech', 'transcript', 'recording', 'dataset',
        'court record', 'law', 'study', 'image', 'news agency', 'newspaper', 'broadcaster', 'website',
        'social post', 'press release', 'encyclopaedia'
    )),
    filename TEXT NOT NULL,
    original TEXT REFERENCES original (sha256) DEFERRABLE INITIALLY DEFERRED,
    added TEXT NOT NULL,
    folded TEXT NOT NULL,
    first INTEGER NOT NULL CHECK (first >= 1),
    passages INTEGER NOT NULL CHECK (passages >= 0)
) STRICT;

CREATE INDEX article_original ON article (original);
CREATE INDEX article_numbers ON article (first, passages);

-- Apart from `article`, so that a list of all articles reads no texts.

CREATE TABLE content (
    article INTEGER NOT NULL PRIMARY KEY REFERENCES article (seq) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    zones TEXT NOT NULL,
    links TEXT NOT NULL
) STRICT;

-- The sentences outside furniture. Their words stand here once more, because twenty hits would
-- otherwise be cut out of twenty whole articles. A number is never given twice: the indexes go by it.

CREATE TABLE passage (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES article (seq) DEFERRABLE INITIALLY DEFERRED,
    span_start INTEGER NOT NULL CHECK (span_start >= 0),
    span_end INTEGER NOT NULL CHECK (span_end >= span_start),
    text TEXT NOT NULL
) STRICT;

CREATE INDEX passage_article ON passage (article);

-- Passages that are gone from here but may still stand in the indexes.

CREATE TABLE removed (
    seq INTEGER PRIMARY KEY,
    first INTEGER NOT NULL,
    passages INTEGER NOT NULL
) STRICT;

-- Which library this is: the indexes of another one do not fit.

CREATE TABLE library (
    seq INTEGER PRIMARY KEY CHECK (seq = 1),
    id TEXT NOT NULL
) STRICT;
