"""Signing and verifying a return: against the bare cryptography on the same bytes."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from measure import Pair
from workspace import AT, PERIOD, make_workspace

from models.signing.identity import Identity, create_identity
from models.signing.package import read_package
from models.signing.sign import sign
from models.signing.trust import Trust
from models.signing.verify import verify
from models.work.return_content import SignOff, return_content
from models.workbooks.return_form import write_return


@contextmanager
def signing(folder: Path) -> Iterator[Pair]:
    """Sign the return of the whole plan; the reference hashes its bytes and makes one RSA-3072 signature."""
    package, identity, key = _return(folder)
    yield Pair(
        ours=lambda: sign(package, identity, at=AT),
        reference=lambda: key.sign(hashlib.sha256(package).digest(), padding.PKCS1v15(), hashes.SHA256()),
        reference_name="SHA-256 and one RSA-3072 signature, bare",
        rounds=40,
    )


@contextmanager
def verifying(folder: Path) -> Iterator[Pair]:
    """Verify it; the reference inflates and hashes the same parts and checks one RSA-3072 signature."""
    package, identity, key = _return(folder)
    signed = sign(package, identity, at=AT)
    message = hashlib.sha256(package).digest()
    value = key.sign(message, padding.PKCS1v15(), hashes.SHA256())
    trust = Trust(expected=identity.fingerprint)

    def bare() -> None:
        for content in read_package(signed).values():
            hashlib.sha256(content).digest()
        key.public_key().verify(value, message, padding.PKCS1v15(), hashes.SHA256())

    yield Pair(
        ours=lambda: verify(signed, trust),
        reference=bare,
        reference_name="inflate, SHA-256 and one RSA-3072 verification, bare",
        rounds=100,
    )


def _return(folder: Path) -> tuple[bytes, Identity, rsa.RSAPrivateKey]:
    with make_workspace(folder / "sign.yaodian") as workspace:
        content = return_content(workspace, PERIOD, sign_off=SignOff(filled_by="张三"), at=AT)
    identity = create_identity(unit_name=content.head.unit_name, unit_code=content.head.unit_code, at=AT)
    assert isinstance(identity.private_key, rsa.RSAPrivateKey)
    return write_return(content, fingerprint=identity.fingerprint), identity, identity.private_key
