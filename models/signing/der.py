"""The little of DER (ITU-T X.690) that has to be written here: a tag, a length, a content."""

SEQUENCE = 0x30
OCTET_STRING = 0x04
BIT_STRING = 0x03


def tagged(tag: int, *contents: bytes) -> bytes:
    """Write one element; its contents are joined.

    >>> tagged(SEQUENCE, tagged(OCTET_STRING, b"ab")).hex()
    '300404026162'
    """
    content = b"".join(contents)
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content
