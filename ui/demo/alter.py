"""What somebody does who wants another figure in a signed return: open the package and change one cell."""

import io
import re
import zipfile

from ui.demo.hand import DemoFailedError

_CUMULATIVE_VALUE = re.compile(rb'(<c r="F[0-9]+"[^>t]*><v>)(\d+)(</v></c>)')


def alter_one_cell(package: bytes) -> bytes:
    """Return the workbook with the last cumulative value on its sheet one higher, and all else as it was.

    Raises:
        DemoFailedError: no figure stands on the sheet.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                content = _raise_last_figure(content)
            target.writestr(part, content)
    return out.getvalue()


def _raise_last_figure(sheet: bytes) -> bytes:
    figures = list(_CUMULATIVE_VALUE.finditer(sheet))
    if not figures:
        raise DemoFailedError("no figure on the sheet")
    last = figures[-1]
    return sheet[: last.start(2)] + str(int(last[2]) + 1).encode() + sheet[last.end(2) :]
