"""What somebody does who wants another figure in a signed return: open the package and change one cell."""

import io
import re
import zipfile

from ui.demo.hand import DemoFailedError

_NUMBER = re.compile(rb"(<c [^>]*><v>)(\d+)(</v></c>)")


def alter_one_cell(package: bytes) -> bytes:
    """Return the workbook with the last plain number on its first sheet one higher, and all else as it was.

    Raises:
        DemoFailedError: no number stands on the sheet.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                content = _raise_last_number(content)
            target.writestr(part, content)
    return out.getvalue()


def _raise_last_number(sheet: bytes) -> bytes:
    # Cells whose number is an index into the shared strings carry t="s"; those are words, not figures.
    figures = [match for match in _NUMBER.finditer(sheet) if b't="' not in match[1]]
    if not figures:
        raise DemoFailedError("no number on the sheet")
    last = figures[-1]
    return sheet[: last.start(2)] + str(int(last[2]) + 1).encode() + sheet[last.end(2) :]
