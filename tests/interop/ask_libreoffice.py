"""Ask a running LibreOffice about the signatures of files. Run by Debian's own Python, which has ``uno``.

    /usr/bin/python3 ask_libreoffice.py PIPE SECONDS FILE...
    /usr/bin/python3 ask_libreoffice.py PIPE SECONDS --end

Connects to the LibreOffice that listens on PIPE, trying for SECONDS, and prints one JSON object for each file, in
order; or asks it to end. Exit code 0 if it could ask, 3 if nobody listened in time, 4 if the other side went away over
the file after the last answer.
"""

import contextlib
import hashlib
import json
import os
import sys
import time
from pathlib import Path

import uno  # type: ignore[import-not-found]  # only Debian's own Python has it

_READ = 1  # com.sun.star.embed.ElementModes.READ


def connect(pipe, seconds):
    """Return the other side's component context, or None if nobody listens in time."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001  # a UNO exception class that exists only at run time: not there yet
            time.sleep(0.05)
    return None


def opinion(context, path):
    """Return what LibreOffice says of one file's signatures."""
    services = context.ServiceManager
    access = services.createInstanceWithContext("com.sun.star.ucb.SimpleFileAccess", context)
    factory = services.createInstanceWithContext("com.sun.star.embed.StorageFactory", context)
    judge = services.createInstanceWithArgumentsAndContext(
        "com.sun.star.security.DocumentDigitalSignatures", ("1.2",), context
    )
    stream = access.openFileRead(Path(path).resolve().as_uri())
    try:
        # As a plain zip file: opened as an OOXML storage it shows no signature at all.
        zip_format = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        zip_format.Name, zip_format.Value = "StorageFormat", "ZipFormat"
        options = uno.Any("[]com.sun.star.beans.PropertyValue", (zip_format,))
        storage = uno.invoke(factory, "createInstanceWithArguments", ((stream, _READ, options),))
        try:
            signatures = judge.verifyDocumentContentSignatures(storage, None)
        finally:
            storage.dispose()
    finally:
        stream.closeInput()
    signers = [hashlib.sha256(bytes(s.Signer.Encoded.value)).hexdigest() if s.Signer else None for s in signatures]
    valid = bool(signatures) and all(s.SignatureIsValid for s in signatures)
    return {"signed": bool(signatures), "valid": valid, "signer": ",".join(filter(None, signers)) or None}


def is_there(context):
    """Tell whether the other side still answers."""
    try:
        return context.ServiceManager is not None
    except Exception:  # noqa: BLE001
        return False


def main():
    """Ask about each file of the command line."""
    pipe, seconds, *paths = sys.argv[1:]
    context = connect(pipe, float(seconds))
    if context is None:
        return 3
    if paths == ["--end"]:
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        with contextlib.suppress(Exception):  # it may be gone before it has answered
            desktop.terminate()
        return 0
    for path in paths:
        try:
            answer = opinion(context, path)
        except Exception as error:  # noqa: BLE001  # what LibreOffice cannot open is an answer too
            if not is_there(context):
                return 4
            words = " ".join(f"{type(error).__name__}: {getattr(error, 'Message', error)}".split())
            answer = {"signed": False, "valid": False, "error": words[:300]}
        print(json.dumps(answer), flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # without taking the bridge down, which crashes now and then
