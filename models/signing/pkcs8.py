"""PKCS#8 keys under AES-256-CBC and scrypt, written here because ``cryptography`` reads but does not write them.

What ``cryptography`` writes itself (BestAvailableEncryption) derives the key with 2,048 rounds of PBKDF2, which a
graphics card tries millions of times a second; scrypt makes each guess cost 64 MiB of memory. The structure is RFC
8018's EncryptedPrivateKeyInfo with RFC 7914's scrypt parameters: what ``openssl pkcs8 -topk8 -scrypt`` writes.
"""

import base64
import binascii
import re

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from cryptography.hazmat.primitives.padding import PKCS7

from models.signing.der import OCTET_STRING, SEQUENCE, tagged

SLOW = 2**16  # 64 MiB and about 0.15 s a guess, for what people think up
FAST = 2**10  # 1 MiB and about 2 ms, for 32 random bytes
_BLOCK = 8  # scrypt's r
_LANES = 1  # scrypt's p

_PBES2 = bytes.fromhex("06092a864886f70d01050d")
_SCRYPT = bytes.fromhex("06092b06010401da47040b")
_AES_256_CBC = bytes.fromhex("060960864801650304012a")
_COSTS = {SLOW: b"\x02\x03\x01\x00\x00", FAST: b"\x02\x02\x04\x00"}
_PEM = re.compile(rb"-----BEGIN ([A-Z ]{1,40})-----\n((?:[A-Za-z0-9+/=]{1,64}\n)+)-----END \1-----\n")


def encrypt(plain: bytes, secret: bytes, *, cost: int, salt: bytes, start: bytes) -> bytes:
    """Encrypt a PKCS#8 key (DER) and return the EncryptedPrivateKeyInfo (DER).

    Args:
        plain: the key.
        secret: what opens it again.
        cost: scrypt's N, one of SLOW and FAST.
        salt: 16 random bytes.
        start: 16 random bytes, the initialisation vector.
    """
    key = Scrypt(salt=salt, length=32, n=cost, r=_BLOCK, p=_LANES).derive(secret)
    padder = PKCS7(128).padder()
    encryptor = Cipher(algorithms.AES(key), modes.CBC(start)).encryptor()
    secret_part = encryptor.update(padder.update(plain) + padder.finalize()) + encryptor.finalize()
    return tagged(SEQUENCE, _head(cost, salt, start), tagged(OCTET_STRING, secret_part))


def cost_of(encrypted: bytes) -> int | None:
    """Return the cost of a key that is written as ``encrypt`` does it, or None where it is written otherwise.

    The parameters of scrypt stand in the file: whoever wrote it could ask for gigabytes, or for next to nothing.
    """
    for cost in _COSTS:
        head = _head(cost, bytes(16), bytes(16))
        salt_at = head.index(b"\x04\x10") + 2
        start_at = head.rindex(b"\x04\x10") + 2
        at = encrypted.find(head[:salt_at])
        found = encrypted[at : at + len(head)]
        if 0 <= at <= 4 and len(found) == len(head):
            same = _head(cost, found[salt_at : salt_at + 16], found[start_at : start_at + 16])
            rest = encrypted[at + len(head) :]
            if found == same and rest[:1] == bytes([OCTET_STRING]) and encrypted == tagged(SEQUENCE, found, rest):
                return cost
    return None


def pem(label: str, der: bytes) -> bytes:
    """Write DER bytes as a PEM block (RFC 7468)."""
    text = base64.b64encode(der).decode()
    lines = [text[start : start + 64] for start in range(0, len(text), 64)]
    return "\n".join([f"-----BEGIN {label}-----", *lines, f"-----END {label}-----", ""]).encode()


def read_pem(body: bytes) -> list[tuple[str, bytes]]:
    """Split a text into its PEM blocks; an empty list where it holds anything beside them."""
    blocks = []
    at = 0
    while at < len(body):
        match = _PEM.match(body, at)
        if match is None:
            return []
        try:
            blocks.append((match[1].decode(), base64.b64decode(match[2].replace(b"\n", b""), validate=True)))
        except binascii.Error:
            return []
        at = match.end()
    return blocks


def _head(cost: int, salt: bytes, start: bytes) -> bytes:
    numbers = _COSTS[cost] + bytes([0x02, 1, _BLOCK, 0x02, 1, _LANES])
    derivation = tagged(SEQUENCE, _SCRYPT, tagged(SEQUENCE, tagged(OCTET_STRING, salt), numbers))
    cipher = tagged(SEQUENCE, _AES_256_CBC, tagged(OCTET_STRING, start))
    return tagged(SEQUENCE, _PBES2, tagged(SEQUENCE, derivation, cipher))
