"""Where names, times and the seal stand below the table, for each version of the form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from models.workbooks import wording
from models.workbooks.layout import Line

Cell = tuple[int, int]  # a row counted from the block's first, and a column, both from 0
_C, _D, _E, _G, _H, _I, _J, _K, _L, _M = 2, 3, 4, 6, 7, 8, 9, 10, 11, 12


@dataclass(frozen=True, slots=True)
class Block:
    """The sign-off block of one version of the form.

    ``names`` are texts and ``times`` moments, by their field in ``SignOff``; ``day`` is 填报日期; ``heights`` are
    points, one for each row.
    """

    form: int
    heights: tuple[float, ...]
    names: Mapping[str, Line]
    times: Mapping[str, Line]
    day: Line
    seal: Cell
    note: Cell
    version: Cell


_SEAL_ROOM: Final = 66.0  # points; with the row above it room for a seal 42 mm across

BLOCKS: Final[Mapping[int, Block]] = {
    1: Block(
        form=1,
        heights=(6.0, 30.0, 30.0, _SEAL_ROOM, 18.0),
        names={
            "filled_by": Line(wording.FILLED_BY, 1, _C, _D, _E),
            "reviewed_by": Line(wording.REVIEWED_BY, 1, _G, _H, _I),
            "unit_head": Line(wording.UNIT_HEAD, 1, _K, _L, _M),
            "phone": Line(wording.PHONE, 2, _G, _H, _I),
        },
        times={},
        day=Line(wording.FILLED_ON, 2, _C, _D, _E),
        seal=(2, _K),
        note=(4, 0),
        version=(4, _L),
    ),
    2: Block(
        form=2,
        heights=(6.0, 30.0, 30.0, 30.0, _SEAL_ROOM, 18.0),
        names={
            "filled_by": Line(wording.FILLED_BY, 1, _C, _D, _E),
            "reviewed_by": Line(wording.REVIEWED_BY, 2, _C, _D, _E),
            "unit_head": Line(wording.UNIT_HEAD, 3, _C, _D, _E),
            "phone": Line(wording.PHONE, 1, _K, _L, _M),
        },
        times={
            "filled_at": Line(wording.SIGNED_AT, 1, _I, _J, _J),
            "reviewed_at": Line(wording.SIGNED_AT, 2, _I, _J, _J),
            "approved_at": Line(wording.SIGNED_AT, 3, _I, _J, _J),
        },
        day=Line(wording.FILLED_ON, 2, _K, _L, _M),
        seal=(3, _K),
        note=(5, 0),
        version=(5, _L),
    ),
}
CURRENT: Final = BLOCKS[max(BLOCKS)]
