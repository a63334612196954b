"""XlsxWriter's workbook with one hole closed. Imported only where something is written, for it loads XlsxWriter.

XlsxWriter keeps rich text among the shared strings as ready-made XML and tells it from plain text by its first and last
characters. A person's text that begins with ``<r>`` and ends with ``</r>`` would be written as markup, unescaped.
"""

from xlsxwriter import Workbook
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings


class _PlainStrings(SharedStrings):  # type: ignore[misc]
    """Shared strings that are text, whatever they look like."""

    def _write_si(self, string: str) -> None:
        escaped = self._escape_control_characters(string)
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
    """A workbook whose every string is plain text."""

    def _get_packager(self) -> Packager:
        return _PlainPackager()
