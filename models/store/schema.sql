-- The workspace file, version 1: one unit, its plan, what it recorded, who changed what, what it handed out.
-- Later versions are steps on top of this file (migrations.py); what stands here is never edited.
--
-- Dates are ISO text, instants ISO text with their offset, amounts decimal text (no exponent, no needless zeros), lists
-- of names one name a line. A closed set of words is spelled as in models/core/vocabulary.py. Checks use only functions
-- that SQLite runs under trusted_schema = OFF, which json_valid is not.

CREATE TABLE units (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL CHECK (length(code) <= 64),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)),
    since TEXT NOT NULL CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9][+-][0-2][0-9]:[0-5][0-9]')
) STRICT;

CREATE UNIQUE INDEX units_by_code ON units (code) WHERE code <> '';

CREATE UNIQUE INDEX units_one_own ON units (is_own) WHERE is_own = 1;

CREATE TABLE operators (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    since TEXT NOT NULL CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9][+-][0-2][0-9]:[0-5][0-9]')
) STRICT;

CREATE TABLE plans (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
    title TEXT NOT NULL,
    document_number TEXT NOT NULL,
    issuer TEXT NOT NULL,
    issued_on TEXT CHECK (date(issued_on, '+0 days') IS issued_on),
    addressees TEXT NOT NULL,
    preamble TEXT NOT NULL,
    source TEXT NOT NULL,
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9998)
) STRICT;

CREATE TABLE tasks (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
    plan_id TEXT NOT NULL REFERENCES plans (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    part_number INTEGER NOT NULL CHECK (part_number >= 0),
    part_title TEXT NOT NULL,
    item_number INTEGER NOT NULL CHECK (item_number >= 0),
    item_title TEXT NOT NULL,
    item_start INTEGER NOT NULL CHECK (item_start >= 0),
    item_end INTEGER NOT NULL CHECK (item_end >= item_start),
    text TEXT NOT NULL CHECK (text <> ''),
    text_start INTEGER NOT NULL CHECK (text_start >= 0),
    text_end INTEGER NOT NULL CHECK (text_end >= text_start),
    kind TEXT NOT NULL CHECK (kind IN ('quantified', 'milestone', 'ongoing')),
    lead TEXT NOT NULL,
    support TEXT NOT NULL,
    due TEXT CHECK (date(due, '+0 days') IS due),
    UNIQUE (plan_id, number)
) STRICT;

CREATE TABLE indicators (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
    task_id TEXT NOT NULL REFERENCES tasks (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    name TEXT NOT NULL,
    target TEXT NOT NULL CHECK (
        length(target) <= 40 AND target GLOB '[0-9]*' AND target NOT GLOB '*[^0-9.]*'
        AND target NOT GLOB '*.*.*' AND target NOT GLOB '0[0-9]*' AND target NOT GLOB '*.' AND target NOT GLOB '*.*0'
    ),
    unit TEXT NOT NULL CHECK (length(unit) <= 20),
    direction TEXT NOT NULL CHECK (direction IN ('at_least', 'at_most')),
    UNIQUE (task_id, position),
    UNIQUE (task_id, id)
) STRICT;

CREATE TABLE periods (
    id TEXT PRIMARY KEY NOT NULL CHECK (
        id GLOB '[1-9][0-9][0-9][0-9]-M0[1-9]' OR id GLOB '[1-9][0-9][0-9][0-9]-M1[0-2]'
        OR id GLOB '[1-9][0-9][0-9][0-9]-Q[1-4]' OR id GLOB '[1-9][0-9][0-9][0-9]-H[1-2]'
        OR id GLOB '[1-9][0-9][0-9][0-9]-Y1'
    )
) STRICT;

-- What holds now. How it came to hold is the history's.
CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    period TEXT NOT NULL REFERENCES periods (id),
    task_id TEXT NOT NULL REFERENCES tasks (id),
    status TEXT CHECK (status IN ('not_started', 'in_progress', 'completed', 'behind', 'deferred')),
    narrative TEXT NOT NULL DEFAULT '' CHECK (length(narrative) <= 5000),
    problems TEXT NOT NULL DEFAULT '' CHECK (length(problems) <= 5000),
    next_steps TEXT NOT NULL DEFAULT '' CHECK (length(next_steps) <= 5000),
    remark TEXT NOT NULL DEFAULT '' CHECK (length(remark) <= 5000),
    UNIQUE (period, task_id)
) STRICT;

-- A row is an amount, or "no data" with its reason; a blank value has no row.
CREATE TABLE entry_values (
    id INTEGER PRIMARY KEY,
    period TEXT NOT NULL REFERENCES periods (id),
    task_id TEXT NOT NULL,
    indicator_id TEXT NOT NULL,
    amount TEXT CHECK (
        length(amount) <= 40 AND amount GLOB '[0-9]*' AND amount NOT GLOB '*[^0-9.]*'
        AND amount NOT GLOB '*.*.*' AND amount NOT GLOB '0[0-9]*' AND amount NOT GLOB '*.' AND amount NOT GLOB '*.*0'
    ),
    no_data_reason TEXT NOT NULL DEFAULT '' CHECK (length(no_data_reason) <= 500),
    UNIQUE (period, task_id, indicator_id),
    FOREIGN KEY (task_id, indicator_id) REFERENCES indicators (task_id, id),
    CHECK ((amount IS NULL) = (no_data_reason <> ''))
) STRICT;

-- Every change of an entry. A value's old and new are its amount, or 'no data: ' and the reason; NULL is blank.
CREATE TABLE history (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9][+-][0-2][0-9]:[0-5][0-9]'),
    operator TEXT NOT NULL CHECK (length(operator) BETWEEN 1 AND 100),
    period TEXT NOT NULL REFERENCES periods (id),
    task_id TEXT NOT NULL REFERENCES tasks (id),
    indicator_id TEXT,
    field TEXT NOT NULL CHECK (field IN ('value', 'status', 'narrative', 'problems', 'next_steps', 'remark')),
    old TEXT,
    new TEXT,
    FOREIGN KEY (task_id, indicator_id) REFERENCES indicators (task_id, id),
    CHECK ((field = 'value') = (indicator_id IS NOT NULL)),
    CHECK (old IS NOT new)
) STRICT;

CREATE INDEX history_of_task ON history (task_id, period);

CREATE TRIGGER history_is_never_changed BEFORE UPDATE ON history
BEGIN
    SELECT RAISE(ABORT, 'the history is append-only');
END;

CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON history
BEGIN
    SELECT RAISE(ABORT, 'the history is append-only');
END;

-- Every signed return that was written out.
CREATE TABLE exports (
    id INTEGER PRIMARY KEY,
    period TEXT NOT NULL REFERENCES periods (id),
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    check_code TEXT NOT NULL CHECK (length(check_code) BETWEEN 1 AND 64),
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) BETWEEN 1 AND 128),
    file_name TEXT NOT NULL CHECK (length(file_name) BETWEEN 1 AND 255),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9][+-][0-2][0-9]:[0-5][0-9]'),
    operator TEXT NOT NULL CHECK (length(operator) BETWEEN 1 AND 100),
    UNIQUE (period, sequence)
) STRICT;

CREATE TRIGGER exports_are_never_changed BEFORE UPDATE ON exports
BEGIN
    SELECT RAISE(ABORT, 'the list of exports is append-only');
END;

CREATE TRIGGER exports_are_never_deleted BEFORE DELETE ON exports
BEGIN
    SELECT RAISE(ABORT, 'the list of exports is append-only');
END;

-- One row: whose file this is and where its people left off.
CREATE TABLE workspace (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    installation_id TEXT NOT NULL CHECK (length(installation_id) BETWEEN 1 AND 64),
    created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9][+-][0-2][0-9]:[0-5][0-9]'),
    plan_id TEXT REFERENCES plans (id),
    period TEXT REFERENCES periods (id),
    operator_id INTEGER REFERENCES operators (id)
) STRICT;
