"""What may stand in a text that people type: what can be seen, and nothing that a sheet, a file or XML cannot hold."""

import re
import unicodedata
from typing import Final

# The name and the code of a unit, in characters: what an X.509 certificate has room for (X.520), so that every unit
# that can be named can also sign.
MAX_UNIT_NAME: Final = 64
MAX_UNIT_CODE: Final = 32

# C0 and C1 controls but line feed, lone surrogates, and the noncharacters that XML 1.0 excludes.
_IMPOSSIBLE: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
# Bidirectional controls make a line read otherwise than it is stored; the others show nothing and mean nothing in
# Chinese. The joiners U+200C and U+200D stay: some scripts and pictographs need them.
_UNSEEN: Final = "\u00ad\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_DROPPED: Final = re.compile(f"[{_IMPOSSIBLE}{_UNSEEN}]")
_JOINERS: Final = re.compile("[\u200c\u200d]")
_LINE_END: Final = re.compile("\r\n|[\r\x0b\x0c\u0085\u2028\u2029]")


def clean_text(text: str) -> str:
    r"""Bring a typed or pasted text into the one form that is stored, compared, signed and printed.

    Line ends become line feeds, tabs become blanks; unseen characters and trailing blanks go. Leading blanks stay, for
    Chinese paragraphs begin with two.

    >>> clean_text("　　完成40期。\r\n\x00 ")
    '\u3000\u3000完成40期。'
    """
    return _DROPPED.sub("", _LINE_END.sub("\n", text)).replace("\t", " ").rstrip()


def clean_name(text: str) -> str:
    """Bring a name into its one form: one line, single blanks, none at the ends."""
    return " ".join(clean_text(text).split())


def clean_unit(text: str) -> str:
    """Bring the name or the code of a unit into the one form that workspace, certificate and sheet share.

    As ``clean_name``, composed (NFC) and without joiners, which a certificate has no place for.
    """
    return unicodedata.normalize("NFC", _JOINERS.sub("", clean_name(text)))
