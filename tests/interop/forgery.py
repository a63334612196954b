"""Tools of a forger who knows the formats: edits that stay consistent, and signatures made anew over them."""

import base64
import hashlib
import re
import struct
from collections.abc import Callable, Mapping

from models.signing import language
from models.signing.certificate import PrivateKey
from models.signing.identity import Identity
from models.signing.sign import _sign
from tests.models.signing.samples import SIGNATURE, pack, unpack

CONTENT_TYPES = language.CONTENT_TYPES
ROOT = language.ROOT_RELATIONSHIPS
WORKBOOK_RELS = language.WORKBOOK_RELATIONSHIPS

_OBJECTS = ("idPackageObject", "idOfficeObject")


def edit(data: bytes, name: str, old: str, new: str, *, count: int = 1) -> bytes:
    """Replace some text in one part; it must be there."""
    parts = unpack(data)
    changed = parts[name].replace(old.encode(), new.encode(), count)
    assert changed != parts[name], (name, old)
    return pack({**parts, name: changed})


def with_parts(data: bytes, more: Mapping[str, bytes]) -> bytes:
    """Add parts, or put others in their place."""
    return pack({**unpack(data), **more})


def without(data: bytes, *names: str) -> bytes:
    """Leave parts out."""
    return pack({name: raw for name, raw in unpack(data).items() if name not in names})


def add_override(data: bytes, name: str, content_type: str) -> bytes:
    """Give a part a content type."""
    return edit(data, CONTENT_TYPES, "</Types>", f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>')


def add_relationship(data: bytes, source: str, number: int, kind: str, *, target: str, mode: str = "") -> bytes:
    """Add a relationship; ``kind`` is the last word of an Office relationship type."""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    entry = f'<Relationship Id="rId{number}" Type="{namespace}/{kind}" Target="{target}"{mode}/></Relationships>'
    return edit(data, source, "</Relationships>", entry)


def add_part(data: bytes, name: str, raw: bytes, content_type: str, *, kind: str, source: str = WORKBOOK_RELS) -> bytes:
    """Add a part as a program would: with its content type and a relationship to it."""
    data = add_override(with_parts(data, {name: raw}), name, content_type)
    return add_relationship(data, source, 99, kind, target=f"/{name}")


def edit_signature(data: bytes, change: Callable[[str], str]) -> bytes:
    """Change the text of the signature part."""
    parts = unpack(data)
    text = parts[SIGNATURE].decode()
    changed = change(text)
    assert changed != text
    return pack({**parts, SIGNATURE: changed.encode()})


def digest(raw: str | bytes) -> str:
    """SHA-256 as XMLDSig writes it."""
    raw = raw.encode() if isinstance(raw, str) else raw
    return base64.b64encode(hashlib.sha256(raw).digest()).decode()


def redigest(text: str) -> str:
    """Bring the digests in SignedInfo up to date; every signed element stands in the text in canonical form."""
    head, tail = text.split("</SignedInfo>", 1)
    found = [re.search(rf'<Object xmlns="[^"]*" Id="{name}">.*?</Object>', tail, re.DOTALL) for name in _OBJECTS]
    found.append(re.search(r"<xd:SignedProperties .*?</xd:SignedProperties>", tail, re.DOTALL))
    digests = iter([digest(match[0]) for match in found if match])
    head = re.sub("<DigestValue>[^<]*", lambda _: f"<DigestValue>{next(digests)}", head)
    return f"{head}</SignedInfo>{tail}"


def resign(text: str, key: PrivateKey) -> str:
    """Sign a changed signature text anew, so that the mathematics holds."""
    text = redigest(text)
    info = re.search(r"<SignedInfo .*?</SignedInfo>", text, re.DOTALL)
    assert info
    value = base64.b64encode(_sign(key, info[0].encode())).decode()
    return re.sub("<SignatureValue>[^<]*", f"<SignatureValue>{value}", text)


def resigned(data: bytes, identity: Identity, change: Callable[[str], str]) -> bytes:
    """Change the signature's text and sign it anew with a key: what a faulty or bent signer would emit."""
    return edit_signature(data, lambda text: resign(change(text), identity.private_key))


def certificate_in(text: str, der: bytes) -> str:
    """Put another certificate into KeyInfo."""
    return re.sub("<X509Certificate>[^<]*", f"<X509Certificate>{base64.b64encode(der).decode()}", text)


def patch(data: bytes, mark: bytes, offset: int, form: str, value: int, *, last: bool = False) -> bytes:
    """Overwrite a number in the first (or last) zip record with this mark."""
    at = (data.rindex(mark) if last else data.index(mark)) + offset
    raw = struct.pack(form, value)
    return data[:at] + raw + data[at + len(raw) :]


def with_directory_at(data: bytes, extra: bytes, *, where: str) -> bytes:
    """Put bytes before all members, or between them and the directory, with every offset corrected."""
    start = struct.unpack_from("<L", data, len(data) - 6)[0]
    members, directory, end = data[:start], data[start:-22], data[-22:]
    if where == "before":
        shifted = bytearray(directory)
        at = 0
        while at < len(shifted):
            name, more, comment = struct.unpack_from("<3H", shifted, at + 28)
            (offset,) = struct.unpack_from("<L", shifted, at + 42)
            struct.pack_into("<L", shifted, at + 42, offset + len(extra))
            at += 46 + name + more + comment
        members, directory = extra + members, bytes(shifted)
    else:
        members += extra
    end = end[:16] + struct.pack("<L", len(members)) + end[20:]
    return members + directory + end


def local_member(name: str, content: bytes) -> bytes:
    """A stored member as it stands among the others, known to no directory."""
    whole = pack({name: content}, method=0)
    return whole[: struct.unpack_from("<L", whole, len(whole) - 6)[0]]
