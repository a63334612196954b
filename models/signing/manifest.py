"""What a signature covers: one line for each part, with its content type and its digest.

A ``.rels`` part is covered through the relationship transform (ECMA-376 Part 2, 13.2.4.24): the relationships that are
listed, in the order of their ids, without white space. All that the language allows are listed, but for the unsigned
ones.
"""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.signing.findings import Code, Finding
from models.signing.language import RELATIONSHIPS_NAMESPACE, Relationship, content_type_of, is_covered


@dataclass(frozen=True, slots=True)
class SignedPart:
    """One line of the manifest. ``relationship_ids`` is None but for ``.rels`` parts; ``digest`` is base64."""

    name: str
    content_type: str
    digest: str
    relationship_ids: tuple[str, ...] | None = None

    @property
    def uri(self) -> str:
        """The part and its content type as the manifest names them; the manifest is in this order."""
        return f"/{self.name}?ContentType={self.content_type}"


def digest(raw: bytes) -> str:
    """Return the SHA-256 of some bytes as XMLDSig writes it."""
    return base64.b64encode(hashlib.sha256(raw).digest()).decode()


def manifest_of(
    parts: Mapping[str, bytes], relationships: Mapping[str, Iterable[Relationship]]
) -> tuple[SignedPart, ...]:
    """Describe everything in a package that a signature has to cover.

    Args:
        parts: all parts, which speak the language (``language.check_language``).
        relationships: those of each ``.rels`` part.
    """
    lines = []
    for name, raw in parts.items():
        if is_covered(name):
            content_type = content_type_of(name) or ""
            if name in relationships:
                lines.append(_relationships_line(name, content_type, relationships[name]))
            else:
                lines.append(SignedPart(name, content_type, digest(raw)))
    return tuple(sorted(lines, key=lambda line: line.uri))


def compare(signed: tuple[SignedPart, ...], present: tuple[SignedPart, ...], step: int) -> list[Finding]:
    """Tell in what a package departs from what was signed: each difference, by part; none where there is none."""
    if signed == present:
        return []
    before = {line.name: line for line in signed}
    now = {line.name: line for line in present}
    findings = [Finding(step, Code.PART_REMOVED, f"/{name}") for name in before if name not in now]
    for name, line in now.items():
        old = before.get(name)
        if old is None:
            findings.append(Finding(step, Code.PART_NOT_COVERED, f"/{name}"))
        elif old.content_type != line.content_type:
            findings.append(Finding(step, Code.CONTENT_TYPE, f"/{name}"))
        elif old != line:
            code = Code.PART_CHANGED if line.relationship_ids is None else Code.RELATIONSHIPS_CHANGED
            findings.append(Finding(step, code, f"/{name}"))
    # A line that stands twice, or lines in another order: nothing is missing, but our signer does not write so.
    return findings or [Finding(step, Code.SIGNATURE_SHAPE, "/Signature/Object/Manifest")]


def _relationships_line(name: str, content_type: str, relationships: Iterable[Relationship]) -> SignedPart:
    chosen = sorted((r for r in relationships if r.is_signed), key=lambda r: r.id)
    entries = "".join(
        f'<Relationship Id="{r.id}" Target="{r.target}" TargetMode="Internal" Type="{r.type}"></Relationship>'
        for r in chosen
    )
    canonical = f'<Relationships xmlns="{RELATIONSHIPS_NAMESPACE}">{entries}</Relationships>'
    return SignedPart(name, content_type, digest(canonical.encode()), tuple(r.id for r in chosen))
