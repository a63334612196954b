"""What may stand in a text that people type: everything readable, nothing that a sheet, a file or XML cannot hold."""

import re
from typing import Final

# C0 and C1 controls but tab and line feed, lone surrogates, and the noncharacters that XML 1.0 excludes.
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_END: Final = re.compile("\r\n|[\r\u0085\u2028\u2029]")


def clean_text(text: str) -> str:
    r"""Bring a typed or pasted text into the one form that is stored, compared, signed and printed.

    Line ends become line feeds, unprintable characters and trailing blanks go; leading blanks stay, for Chinese
    paragraphs begin with two.

    >>> clean_text("　　完成40期。\r\n\x00 ")
    '\u3000\u3000完成40期。'
    """
    return _UNPRINTABLE.sub("", _LINE_END.sub("\n", text)).rstrip()


def clean_name(text: str) -> str:
    """Bring a name into its one form: one line, single blanks, none at the ends."""
    return " ".join(clean_text(text).split())
