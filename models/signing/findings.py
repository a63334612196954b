"""What can be wrong with a signed file: one code for each reason, and what a reader may conclude from it."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """The one word of a verdict."""

    TRUSTED = "trusted"  # as it was signed, by a signer who is known
    SIGNER_UNKNOWN = "signer-unknown"  # as it was signed; nobody has confirmed the signer yet
    SIGNER_DIFFERS = "signer-differs"  # as it was signed, but by another than the one who is known or expected
    ALTERED = "altered"  # carries a signature, but not one that this program makes over exactly these parts
    UNSIGNED = "unsigned"  # a workbook without a signature: never signed, or saved again by another program
    NOT_OURS = "not-ours"  # no workbook of this kind at all
    DAMAGED = "damaged"  # a workbook that was cut or broken on its way


class Code(StrEnum):
    """The reasons, each with its own sentence in the interface."""

    # 1: the zip container
    TOO_LARGE = "too-large"
    NOT_A_PACKAGE = "not-a-package"
    TRUNCATED = "truncated"
    CHECKSUM = "checksum"
    COMPRESSED_DATA = "compressed-data"
    TOO_MANY_PARTS = "too-many-parts"
    PART_TOO_LARGE = "part-too-large"
    COMPRESSION_RATIO = "compression-ratio"
    ARCHIVE_COMMENT = "archive-comment"
    BYTES_AFTER = "bytes-after"
    BYTES_BETWEEN = "bytes-between"
    SEVERAL_DISKS = "several-disks"
    DIRECTORY = "directory"
    ZIP64 = "zip64"
    EXTRA_FIELD = "extra-field"
    FLAGS = "flags"
    ENCRYPTED = "encrypted"
    COMPRESSION_METHOD = "compression-method"
    HEADERS_DIFFER = "headers-differ"
    NAME_NOT_ALLOWED = "name-not-allowed"
    DUPLICATE_NAME = "duplicate-name"
    CASE_VARIANT = "case-variant"
    # 2: a signature
    NO_WORKBOOK = "no-workbook"
    NO_SIGNATURE = "no-signature"
    SIGNATURE_INCOMPLETE = "signature-incomplete"
    SECOND_SIGNATURE = "second-signature"
    # 3: parts, content types, relationships
    PART_NOT_ALLOWED = "part-not-allowed"
    CONTENT_TYPES_FORM = "content-types-form"
    CONTENT_TYPE = "content-type"
    RELATIONSHIPS_FORM = "relationships-form"
    RELATIONSHIP = "relationship"
    EXTERNAL_TARGET = "external-target"
    PART_NOT_RELATED = "part-not-related"
    # 4: the surface of the XML
    XML_NOT_PLAIN = "xml-not-plain"
    # 5: the certificate
    CERTIFICATE = "certificate"
    # 6: the signature's own XML
    SIGNATURE_SHAPE = "signature-shape"
    ALGORITHM = "algorithm"
    CERTIFICATE_REFERENCE = "certificate-reference"
    SIGNED_OBJECT_CHANGED = "signed-object-changed"
    # 7: the signature's value
    SIGNATURE_VALUE = "signature-value"
    # 8: what it covers
    PART_CHANGED = "part-changed"
    PART_REMOVED = "part-removed"
    PART_NOT_COVERED = "part-not-covered"
    RELATIONSHIPS_CHANGED = "relationships-changed"
    # 9: when
    CERTIFICATE_NOT_VALID_THEN = "certificate-not-valid-then"
    # 10: who
    SIGNER_NOT_CONFIRMED = "signer-not-confirmed"
    SIGNER_IS_ANOTHER = "signer-is-another"
    SIGNER_REVOKED = "signer-revoked"
    # none of them: a bug of this program, which refuses rather than guesses
    INTERNAL = "internal"


_OUTCOMES = {
    Code.TOO_LARGE: Outcome.NOT_OURS,
    Code.NOT_A_PACKAGE: Outcome.NOT_OURS,
    Code.TOO_MANY_PARTS: Outcome.NOT_OURS,
    Code.PART_TOO_LARGE: Outcome.NOT_OURS,
    Code.COMPRESSION_RATIO: Outcome.NOT_OURS,
    Code.NO_WORKBOOK: Outcome.NOT_OURS,
    Code.INTERNAL: Outcome.NOT_OURS,
    Code.TRUNCATED: Outcome.DAMAGED,
    Code.CHECKSUM: Outcome.DAMAGED,
    Code.COMPRESSED_DATA: Outcome.DAMAGED,
    Code.NO_SIGNATURE: Outcome.UNSIGNED,
    Code.SIGNER_NOT_CONFIRMED: Outcome.SIGNER_UNKNOWN,
    Code.SIGNER_IS_ANOTHER: Outcome.SIGNER_DIFFERS,
    Code.SIGNER_REVOKED: Outcome.SIGNER_DIFFERS,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason. ``step`` is the number of the check in ``verify``; ``where`` a part, or a place in the signature."""

    step: int
    code: Code
    where: str = ""


class Refused(Exception):
    """A check failed. Raised inside this room only; ``verify`` turns it into a verdict."""

    def __init__(self, *findings: Finding) -> None:
        """Keep the findings, of which there is at least one."""
        super().__init__(", ".join(f"{finding.step} {finding.code} {finding.where}".strip() for finding in findings))
        self.findings = findings


def refusal_outcome(code: Code, *, claims_signature: bool, claims_workbook: bool) -> Outcome:
    """Tell what a reason amounts to.

    What is merely not as this program writes it (an odd zip, an unknown part) is an alteration where the file bears a
    signature, and nothing worse than unsigned where it does not: Excel and WPS write such files every day.
    """
    known = _OUTCOMES.get(code)
    if known is not None:
        return known
    if claims_signature:
        return Outcome.ALTERED
    return Outcome.UNSIGNED if claims_workbook else Outcome.NOT_OURS
