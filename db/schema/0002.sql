-- Organisations among the kinds of source; identities; credits with a chain of relays and a voice.
--
-- A CHECK can only be changed by making its table anew. The rows are set aside (in memory, so that the file
-- gains no empty pages) and put back in order; the references to them are whole again at the commit.

CREATE TEMP TABLE aside AS SELECT * FROM document ORDER BY seq;
DELETE FROM document;
DROP TABLE document;

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
        'person', 'organisation', 'document', 'letter', 'speech', 'transcript', 'recording', 'dataset',
        'court record', 'law', 'study', 'image', 'news agency', 'newspaper', 'broadcaster', 'website',
        'social post', 'press release', 'encyclopaedia'
    )),
    filename TEXT NOT NULL,
    original TEXT REFERENCES original (sha256) DEFERRABLE INITIALLY DEFERRED
) STRICT;

INSERT INTO document SELECT * FROM aside ORDER BY seq;
DROP TABLE aside;

CREATE TEMP TABLE aside AS SELECT * FROM source ORDER BY seq;
DELETE FROM source;
DROP TABLE source;

CREATE TABLE source (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'person', 'organisation', 'document', 'letter', 'speech', 'transcript', 'recording', 'dataset',
        'court record', 'law', 'study', 'image', 'news agency', 'newspaper', 'broadcaster', 'website',
        'social post', 'press release', 'encyclopaedia'
    )),
    document TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT NOT NULL
) STRICT;

INSERT INTO source SELECT * FROM aside ORDER BY seq;
DROP TABLE aside;
CREATE INDEX source_document ON source (document);

-- Who is who, as the editor decided it. Forms name their document but do not hold it: a document that comes
-- back finds its names as they were.

CREATE TABLE identity (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation')),
    forms TEXT NOT NULL
) STRICT;

-- A credit's relay was one name or null; now it is a list of steps, and the voice is added. The keys stay
-- sorted, so that a row is written exactly as the program writes it.

UPDATE attribution SET credit = json_set(
    json_replace(
        credit,
        '$.via',
        CASE WHEN json_extract(credit, '$.via') IS NULL THEN json('[]') ELSE json_array(json_object(
            'kind', NULL,
            'name', replace(replace(json_extract(credit, '$.via'), char(10), ' '), char(9), ' '),
            'spans', json('[]')
        )) END
    ),
    '$.voice', NULL
);
