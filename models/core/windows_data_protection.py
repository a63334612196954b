"""Windows' Data Protection API: what it wraps, only the same account on the same computer unwraps.

Calls CryptProtectData of crypt32.dll directly; nothing else in the program knows of it. Only importable on Windows.
"""

import ctypes
import sys

from models.core.wrapping import WrappingFailed

_NO_DIALOG = 0x1  # CRYPTPROTECT_UI_FORBIDDEN
_PURPOSE = b"Yaodian account secret"  # the "optional entropy": another program's call does not unwrap by chance


class _Blob(ctypes.Structure):
    """DATA_BLOB of wincrypt.h."""

    _fields_ = [("size", ctypes.c_uint32), ("data", ctypes.POINTER(ctypes.c_char))]


def _blob(content: bytes) -> _Blob:
    buffer = ctypes.create_string_buffer(content, len(content))
    return _Blob(len(content), ctypes.cast(buffer, ctypes.POINTER(ctypes.c_char)))


class DataProtection:
    """The wrapping of the signed-in account."""

    name = "dpapi"

    def wrap(self, secret: bytes) -> bytes:
        """Return what may be stored."""
        return self._call("CryptProtectData", secret)

    def unwrap(self, stored: bytes) -> bytes:
        """Return the secret, or raise WrappingFailed."""
        return self._call("CryptUnprotectData", stored)

    def _call(self, function: str, content: bytes) -> bytes:
        if sys.platform != "win32":
            raise WrappingFailed(function)
        given, purpose, result = _blob(content), _blob(_PURPOSE), _Blob()
        done = getattr(ctypes.windll.crypt32, function)(
            ctypes.byref(given), None, ctypes.byref(purpose), None, None, _NO_DIALOG, ctypes.byref(result)
        )
        if not done:
            raise WrappingFailed(function)
        try:
            return ctypes.string_at(result.data, result.size)
        finally:
            ctypes.windll.kernel32.LocalFree(ctypes.cast(result.data, ctypes.c_void_p))
