"""What a writing operation reports back: which kinds of things are no longer as they were.

A page refreshes only if that concerns it, and undo listens to the same.

>>> (Changes(entries=True) | Changes(exports=True)).exports
True
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """One flag for each kind of thing in a workspace."""

    plan: bool = False
    units: bool = False
    operators: bool = False
    periods: bool = False
    entries: bool = False
    evidence: bool = False
    sign_offs: bool = False
    exports: bool = False
    identity: bool = False
    assignments: bool = False
    received: bool = False
    receipts: bool = False
    outbox: bool = False
    closures: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        """Join what two operations changed."""
        return Changes(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})

    def __bool__(self) -> bool:
        """Tell whether anything changed at all."""
        return any(getattr(self, f.name) for f in fields(self))
