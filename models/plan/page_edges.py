"""What stands between the pages of a text that was copied out of them: page numbers, running heads, blank lines.

A running head is told by standing beside page numbers again and again; where it is the first line of all and no other
title follows it, it is the text's own there.

>>> part_pages(["某局要点", "一、甲", "- 1 -", "", "某局要点", "二、乙", "- 2 -"])
(['某局要点', '一、甲', '二、乙'], ['- 1 -', '某局要点', '- 2 -'], {2})
"""

import re
from collections.abc import Sequence, Set

from models.plan.documents.page_furniture import is_page_number
from models.plan.outline import begins_with_number
from models.plan.sections import KIND_OF_PLAN

_LONGEST_HEAD = 40  # characters of a running head
_BREAKS_OFF = re.compile(r"[。！？!?；;：:，、,]$")


def part_pages(lines: Sequence[str]) -> tuple[list[str], list[str], set[int]]:
    """Return the text's lines, what stood between them, and which of the lines came behind a page's end."""
    numbers = {at for at, line in enumerate(lines) if is_page_number(line)}
    furniture_at = numbers | _running_heads(lines, numbers)
    kept: list[str] = []
    furniture: list[str] = []
    behind_page: set[int] = set()
    waiting = False
    for at, line in enumerate(lines):
        if at in furniture_at:
            furniture.append(line.strip())
            while kept and not kept[-1].strip():
                kept.pop()
            waiting = True
        elif waiting and not line.strip():
            continue
        else:
            if waiting:
                behind_page.add(len(kept))
            waiting = False
            kept.append(line)
    return kept, furniture, behind_page


def _running_heads(lines: Sequence[str], numbers: Set[int]) -> set[int]:
    filled = [at for at, line in enumerate(lines) if line.strip()]
    if not numbers or not filled:
        return set()
    places: dict[str, list[int]] = {}
    for place, at in enumerate(filled):
        beside = {filled[place - 1] if place else -1, filled[place + 1] if place + 1 < len(filled) else -1}
        if at in numbers or not (place == 0 or beside & numbers):
            continue
        words = "".join(lines[at].split())
        if len(words) <= _LONGEST_HEAD and not begins_with_number(words) and not _BREAKS_OFF.search(words):
            places.setdefault(words, []).append(at)
    heads = {at for again in places.values() if len(again) > 1 for at in again}
    titles = [at for at in filled[:4] if KIND_OF_PLAN.search(lines[at])]
    has_title = any(at not in heads for at in titles[1:])
    return heads if filled[0] in titles and has_title else heads - {filled[0]}
