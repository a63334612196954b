"""All ways to tamper, and the page of the documentation that lists them.

python -m tests.interop.tamper_table > docs/tamper-table.md
"""

import sys

from tests.interop import (
    tampering_certificate,
    tampering_container,
    tampering_content,
    tampering_parts,
    tampering_signature,
)
from tests.interop.tampering import Way

TABLES = (
    tampering_content.table,
    tampering_parts.table,
    tampering_container.table,
    tampering_signature.table,
    tampering_certificate.table,
)
WAYS = tuple(way for table in TABLES for way in table.ways)

_HEAD = """# The tamper table

What becomes of a signed return that somebody has tampered with, one change at a time. *Answer* is the outcome of
`verify` and the code of its first finding; no part of any of these files is handed out. *LibreOffice* (7.4.7) and *POI*
(Apache POI 4.0.1) are what those programs were measured to say of the signature: **valid** means that they notice
nothing. A part that the signature doesn't cover, a stranger's signature or an odd zip file are none of their concern.
`verify` is stricter by design: that another program calls a signature valid is not enough for a return.

Written by `python -m tests.interop.tamper_table`; `tests/interop/test_tampering.py` makes each file, asks all three,
and compares this page.
"""


def page() -> str:
    """Write the page."""
    found_by_neither = sum(way.libreoffice and way.poi for way in WAYS)
    lines = [_HEAD, f"{len(WAYS)} ways; ours refuses all, and neither of the others notices {found_by_neither}."]
    for table in TABLES:
        lines += ["", f"## {table.title}", "", "| way | answer | LibreOffice | POI |", "|---|---|---|---|"]
        lines += [_row(way) for way in table.ways]
    return "\n".join(lines) + "\n"


def _row(way: Way) -> str:
    answer = f"{way.outcome}, {way.code}" if way.code else str(way.outcome)
    said = " | ".join("**valid**" if valid else "not valid" for valid in (way.libreoffice, way.poi))
    return f"| {way.name} | {answer} | {said} |"


if __name__ == "__main__":
    sys.stdout.write(page())
