"""The step that gives a workspace its list of confirmed signers."""

import sqlite3


def add_signers(connection: sqlite3.Connection) -> None:
    """Keep whose signature was confirmed or revoked, by whom, when, how and why: a list that is only added to."""
    moment = (
        "{0} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]"
        "[+-][0-2][0-9]:[0-5][0-9]'"
    )
    connection.execute(
        "CREATE TABLE signer_events (seq INTEGER PRIMARY KEY,"
        f" at TEXT NOT NULL CHECK ({moment.format('at')}),"
        " operator TEXT NOT NULL CHECK (length(operator) BETWEEN 1 AND 100),"
        " act TEXT NOT NULL CHECK (act IN ('confirmed', 'revoked')),"
        " how TEXT CHECK (how IN ('phone', 'in_person', 'announced', 'own')),"
        " unit_code TEXT NOT NULL CHECK (length(unit_code) <= 32),"
        " unit_name TEXT NOT NULL CHECK (length(unit_name) BETWEEN 1 AND 64),"
        " digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),"
        " fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 19),"
        f" valid_until TEXT NOT NULL CHECK ({moment.format('valid_until')}),"
        " announced_by TEXT CHECK (length(announced_by) = 64 AND announced_by NOT GLOB '*[^0-9a-f]*'),"
        " remark TEXT NOT NULL CHECK (length(remark) <= 200),"
        " CHECK ((act = 'confirmed') = (how IS NOT NULL)),"
        " CHECK ((how IS 'announced') = (announced_by IS NOT NULL)),"
        " CHECK (act = 'confirmed' OR remark <> '')) STRICT"
    )
    connection.execute("CREATE INDEX signer_events_of_certificate ON signer_events (digest)")
    for verb in ("UPDATE", "DELETE"):
        connection.execute(
            f"CREATE TRIGGER signer_events_are_never_{verb.lower()}d BEFORE {verb} ON signer_events"
            " BEGIN SELECT RAISE(ABORT, 'the list of signers is append-only'); END"
        )
