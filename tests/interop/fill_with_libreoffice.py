"""Type into the cells of a workbook with LibreOffice, as a person would, and save it. Run by Debian's own Python.

    /usr/bin/python3 fill_with_libreoffice.py FILE TARGET FOLDER CELLS

Starts a LibreOffice of its own with its profile in FOLDER, enters each text of the JSON object CELLS into its cell of
the first sheet (which stays locked), and saves the workbook as .xlsx.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import uno  # type: ignore[import-not-found]  # only Debian's own Python has it

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


def _property(name, value):
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def fill(context, source, target, cells):
    """Enter the texts, each as if typed and followed by the enter key, and save."""
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    document = desktop.loadComponentFromURL(source.resolve().as_uri(), "_blank", 0, (_property("Hidden", True),))
    frame = document.CurrentController.Frame
    for name, typed in cells.items():
        dispatcher.executeDispatch(frame, ".uno:GoToCell", "", 0, (_property("ToPoint", name),))
        dispatcher.executeDispatch(frame, ".uno:EnterString", "", 0, (_property("StringName", str(typed)),))
    document.calculateAll()
    document.storeToURL(target.resolve().as_uri(), (_property("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)


def main(source, target, folder, cells):
    """Do it."""
    pipe = f"yaodian{folder.resolve().name}"
    command = ["soffice", "--headless", "--norestore", "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp;"]
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    office = subprocess.Popen([*command, profile], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        context = connect(pipe)
        fill(context, source, target, cells)
        context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        office.wait(30)
    finally:
        office.kill()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), json.loads(sys.argv[4]))
