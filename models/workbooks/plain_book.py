"""XlsxWriter's workbook with one hole closed. Imported only where something is written, for it loads XlsxWriter.

XlsxWriter keeps rich text among the shared strings as ready-made XML and tells it from plain text by its first and last
characters. A person's text that begins with ``<r>`` and ends with ``</r>`` would be written as markup, unescaped.
"""

import re

from xlsxwriter import Workbook
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings
from xlsxwriter.theme import THEME_XML_2007

from models.workbooks import layout

_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class _PlainStrings(SharedStrings):  # type: ignore[misc]
    """Shared strings that are text, whatever they look like."""

    def _write_si(self, string: str) -> None:
        # Excel reads _x0041_ as A: such a text gets its first underscore escaped. XlsxWriter does so too, but misses
        # the second of two that share an underscore. Control characters are gone before anything comes here.
        escaped = _ESCAPE_LIKE.sub("_x005F_", string)
        outer_space = escaped != escaped.strip()
        self._xml_si_element(escaped, [("xml:space", "preserve")] if outer_space else [])


class _PlainPackager(Packager):  # type: ignore[misc]
    """The packager that uses them."""

    def _write_shared_strings_file(self) -> None:
        if self.workbook.str_table.count:
            strings = _PlainStrings()
            strings.string_table = self.workbook.str_table
            strings._set_xml_writer(self._filename("xl/sharedStrings.xml"))
            strings._assemble_xml_file()


class PlainBook(Workbook):  # type: ignore[misc]
    """A workbook whose every string is plain text, and whose theme names the faces of official documents."""

    def __init__(self, *arguments: object) -> None:
        """Begin a workbook as XlsxWriter does."""
        super().__init__(*arguments)
        self.theme_xml = themed(THEME_XML_2007)

    def _get_packager(self) -> Packager:
        return _PlainPackager()


def themed(theme: str) -> str:
    """Return Office's theme with our faces in place of its own."""
    for scheme, latin, chinese in (layout.THEME_TABLE, layout.THEME_TITLE):
        tag = f"<a:{scheme}Font>"
        theme = re.sub(rf'({tag}<a:latin typeface=")[^"]*', rf"\g<1>{latin}", theme)
        theme = re.sub(rf'({tag}.*?script="Hans" typeface=")[^"]*', rf"\g<1>{chinese}", theme, flags=re.DOTALL)
    return theme
