"""A packed file (.docx, .xlsx) opened safely: nothing in it is parsed before these checks are passed.

1. It can be opened as a ZIP file and its directory is whole.
2. It has no more parts than ``MAX_PARTS``, none of them twice, none encrypted.
3. Unpacked, it stays below ``MAX_UNPACKED``, each part of markup below ``MAX_MARKUP``, and no part is packed more than
   ``MAX_RATIO`` times (text in markup reaches 40; a part that is a bomb has hundreds).
4. What a part unpacks to is its declared size and its checksum holds.
5. No part of markup declares a document type or entities: Office never writes them.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable

from models.plan.documents.problems import DamagedDocument, OversizedDocument, ProtectedDocument, UnsafeMarkup

MAX_PARTS = 3000
MAX_UNPACKED = 60_000_000  # bytes, all parts together
MAX_MARKUP = 12_000_000  # bytes of one part of markup; 200,000 characters of Word text have about 5,000,000
MAX_RATIO = 150
# What the libraries let through when they meet what no program writes. The package is in memory, so OSError is theirs.
BROKEN = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError),
    *(TypeError, ValueError, struct.error, zipfile.BadZipFile, zlib.error),
)
_SMALL = 200_000  # bytes; below that a ratio says nothing
_MARKUP = (".xml", ".rels")
_DECLARATION = re.compile(
    rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E|E\x00?N\x00?T\x00?I\x00?T\x00?Y)", re.I
)


# Office writes the strict form of its formats under other names for the same things (ECMA-376 part 1 and part 4).
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")


class Container:
    """The parts of a packed file that passed the checks."""

    def __init__(self, raw: bytes, found: str) -> None:
        """Open the file; ``found`` is what a refusal calls it.

        Raises:
            DamagedDocument, ProtectedDocument, OversizedDocument: a check failed.
        """
        self.raw = raw
        self._found = found
        try:  # 1
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        except BROKEN as error:
            raise DamagedDocument(found) from error
        entries = self._zip.infolist()
        self.names = frozenset(entry.filename for entry in entries)
        if len(entries) > MAX_PARTS:  # 2
            raise OversizedDocument("parts")
        if len(self.names) < len(entries):
            raise DamagedDocument(found)
        if any(entry.flag_bits & 0x1 for entry in entries):
            raise ProtectedDocument("office")
        if sum(entry.file_size for entry in entries) > MAX_UNPACKED:  # 3
            raise OversizedDocument("unpacked")
        for entry in entries:
            if entry.filename.endswith(_MARKUP) and entry.file_size > MAX_MARKUP:
                raise OversizedDocument("unpacked")
            if entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(1, entry.compress_size):
                raise OversizedDocument("ratio")

    def read(self, name: str) -> bytes:
        """Return a part; it is as large as the directory says, or the file is damaged.

        Raises:
            DamagedDocument: the part is missing or broken.
        """
        try:  # 4
            return self._zip.read(name)
        except BROKEN as error:
            raise DamagedDocument(self._found) from error

    def check_markup(self, names: Iterable[str] | None = None) -> None:
        """Check all parts of markup, or the named ones, for declarations.

        Raises:
            UnsafeMarkup: one declares a document type or an entity.
            DamagedDocument: one is broken.
        """
        for name in sorted(self.names if names is None else names):  # 5
            if name.endswith(_MARKUP) and _DECLARATION.search(self.read(name)):
                raise UnsafeMarkup(name)

    def transitional(self) -> bytes:
        """Return the file; one in the strict form under the names that the libraries know.

        Raises:
            DamagedDocument: a part is broken.
        """
        markup = [name for name in self.names if name.endswith(_MARKUP)]
        if not any(_STRICT.search(self.read(name)) for name in markup):
            return self.raw
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
            for name in self.names:
                data = self.read(name)
                target.writestr(name, _STRICT.sub(_usual_name, data) if name.endswith(_MARKUP) else data)
        return out.getvalue()


def _usual_name(name: re.Match[bytes]) -> bytes:
    return b"http://schemas.openxmlformats.org/%s/2006/%s" % (name[1], name[2])
