"""xmlsec1 as a judge of the XML signature itself: SignedInfo, its three references, and its value."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from models.signing.package import read_package
from tests.interop.judge import JudgeProblem
from tests.models.signing.samples import SIGNATURE

_EACH = 30  # seconds; it takes 0.02


def what_is_missing() -> str:
    """Say why xmlsec1 cannot be asked here, or return an empty text."""
    return "" if shutil.which("xmlsec1") else "xmlsec1 is not installed"


def holds(data: bytes, certificate_der: bytes) -> bool:
    """Tell whether the signature of a package holds with a certificate's key. The manifest is for others to judge.

    Raises:
        JudgeProblem: it did not answer.
    """
    with tempfile.TemporaryDirectory(prefix="yaodian-xmlsec-") as name:
        folder = Path(name)
        (folder / "signature.xml").write_bytes(read_package(data)[SIGNATURE])
        certificate = x509.load_der_x509_certificate(certificate_der)
        (folder / "certificate.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
        identifiers = ("--id-attr:Id", "Object", "--id-attr:Id", "SignedProperties")
        options = ("--ignore-manifests", "--enabled-key-data", "rsa,ec,ecdsa", *identifiers)
        done = _run(["xmlsec1", "--verify", *options, "--pubkey-cert-pem", "certificate.pem", "signature.xml"], folder)
    said = done.stdout + done.stderr
    if done.returncode and "FAIL" not in said:
        raise JudgeProblem(f"xmlsec1: exit {done.returncode}: {said[-500:]}")
    return done.returncode == 0 and "SignedInfo References (ok/all): 3/3" in said


def _run(command: Sequence[str], folder: Path) -> "subprocess.CompletedProcess[str]":
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_EACH, check=False)
    except subprocess.TimeoutExpired as error:
        raise JudgeProblem(f"xmlsec1 did not come back in {_EACH} s") from error
