"""What comes from above, assignments and receipts alike: is it for this unit, from its superior, by a known signer?

A signed sheet that was let in (``models/workbooks/receive``) says truly what its signer wrote. Whether it concerns this
workspace is asked here, before anything of it is used.
"""

from dataclasses import dataclass
from typing import Protocol, TypeVar

from models.core.errors import UserError
from models.signing.verify import Signer
from models.store.database import Workspace
from models.store.directory import unit_of
from models.store.superior import Superior, superior
from models.store.units import own_unit

Content_co = TypeVar("Content_co", covariant=True)


class SignedSheet(Protocol[Content_co]):
    """A sheet that was let in: what it says, and who signed it."""

    @property
    def content(self) -> Content_co:
        """What the sheet says."""

    @property
    def check_code(self) -> str:
        """The check code of its data."""

    @property
    def signer(self) -> Signer:
        """Whose key signed it."""

    @property
    def is_confirmed(self) -> bool:
        """Whether the signer is one whom the reader knows."""


@dataclass(frozen=True, slots=True)
class SheetFile:
    """The file that a sheet came in, for the record: its name, and the SHA-256 of its bytes in hexadecimal digits."""

    name: str
    sha256: str


@dataclass(eq=False)
class SheetOfAnotherUnit(UserError):
    """A sheet from above is for another unit: which one it names, and whose workspace this is."""

    unit_name: str
    unit_code: str
    own_name: str
    own_code: str


@dataclass(eq=False)
class SuperiorDiffers(UserError):
    """A sheet comes from another superior than the one that assigned so far; a person has to say that this is right."""

    superior_name: str
    known_name: str


@dataclass(eq=False)
class NotASuperior(UserError):
    """A sheet that only a superior sends was sent by this unit itself, or by one that it assigns to."""

    unit_name: str


@dataclass(eq=False)
class SignerUnconfirmed(UserError):
    """The fingerprint of a sheet's signer was not confirmed by anybody yet."""

    unit_name: str
    fingerprint: str


def require_confirmed(sheet: SignedSheet[object], sender: Superior) -> None:
    """See to it that a person confirmed who signed.

    Raises:
        SignerUnconfirmed: nobody has.
    """
    if not sheet.is_confirmed:
        raise SignerUnconfirmed(sender.name, sheet.signer.fingerprint)


def require_own(workspace: Workspace, *, unit_name: str, unit_code: str) -> None:
    """See to it that a sheet is for the workspace's unit: by code where both know one, else by name.

    Raises:
        SheetOfAnotherUnit: it is not.
    """
    own = own_unit(workspace)
    if own is None:
        return
    same = own.code == unit_code if own.code and unit_code else own.name == unit_name
    if not same:
        raise SheetOfAnotherUnit(unit_name, unit_code, own.name, own.code)


def require_superior(workspace: Workspace, sender: Superior, *, may_change: bool = False) -> None:
    """See to it that a sheet comes from the unit that assigned so far; if none has, from one that may be a superior.

    Raises:
        NotASuperior: it is this unit's own, or a subordinate's.
        SuperiorDiffers: it does not, and nobody said that this is right.
    """
    own = own_unit(workspace)
    if own is not None and same_superior(Superior(own.name, own.code), sender):
        raise NotASuperior(sender.name)
    if unit_of(workspace, code=sender.code, name=sender.name) is not None:
        raise NotASuperior(sender.name)
    known = superior(workspace)
    if known is not None and not may_change and not same_superior(known, sender):
        raise SuperiorDiffers(sender.name, known.name)


def same_superior(one: Superior, other: Superior) -> bool:
    """Tell whether two are the same unit: by code where both have one, else by name."""
    return one.code == other.code if one.code and other.code else one.name == other.name
