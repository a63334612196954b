"""Ask LibreOffice how tall it would make the rows of a sheet. Run by Debian's own Python, which has ``uno``.

    /usr/bin/python3 ask_row_heights.py FILE FOLDER

Starts a LibreOffice of its own with its profile in FOLDER, lets it choose the height of every row of the first sheet,
prints them as a JSON list in points, and ends it.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import uno  # type: ignore[import-not-found]  # only Debian's own Python has it

_POINTS = 72 / 2540  # a UNO length is a hundredth of a millimetre
_START = 90  # seconds; a first start on a busy machine takes 10


def connect(pipe):
    """Return the other side's component context."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    deadline = time.monotonic() + _START
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # a UNO exception class that exists only at run time: not there yet
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def chosen_heights(desktop, path):
    """Return the heights that LibreOffice chooses, in points."""
    hidden = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL(path.resolve().as_uri(), "_blank", 0, (hidden,))
    sheet = document.Sheets.getByIndex(0)
    sheet.unprotect("")
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    rows = [sheet.Rows.getByIndex(index) for index in range(cursor.RangeAddress.EndRow + 1)]
    for row in rows:
        row.OptimalHeight = True
    heights = [row.Height * _POINTS for row in rows]
    document.close(True)
    return heights


def main(path, folder):
    """Do it."""
    pipe = f"yaodian{folder.resolve().name}"
    command = ["soffice", "--headless", "--norestore", "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp;"]
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    office = subprocess.Popen([*command, profile], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        sys.stdout.write(json.dumps(chosen_heights(desktop, path)))
        desktop.terminate()
        office.wait(30)
    finally:
        office.kill()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
