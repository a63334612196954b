"""What the system calls the person at the keyboard: a first guess for the 填报人, which they can overwrite."""

import getpass
import sys

_NOBODY = {"", "root", "admin", "administrator", "user", "guest", "default", "pc", "lenovo", "dell", "hp", "huawei"}


def person_name() -> str:
    """Return the account's display name, else its login; blank where that is nobody's name."""
    for name in (_display_name(), _login()):
        if name.strip().casefold() not in _NOBODY:
            return name.strip()
    return ""


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        return ""


def _display_name() -> str:
    if sys.platform == "win32":
        import ctypes

        size = ctypes.c_ulong(256)
        buffer = ctypes.create_unicode_buffer(size.value)
        display = 3  # NameDisplay of EXTENDED_NAME_FORMAT
        found = ctypes.windll.secur32.GetUserNameExW(display, buffer, ctypes.byref(size))
        return buffer.value if found else ""
    import os
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0]
    except KeyError:
        return ""
