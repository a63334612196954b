"""Skeletons without any number: bullets (★ above ◆), titles on lines of their own, or titles that begin paragraphs.

Looked for only where no line is numbered, and only behind a line that names a kind of plan, for most texts have lines
like these.

>>> text = "某局2024年工作要点\\n★抓安全\\n◆管好校车。"
>>> [(each.sign, each.number) for each in bullets(text, [Line(0, 11), Line(12, 16), Line(17, 23)], [0, 1, 2])]
[('★', 1), ('◆', 1)]
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from models.plan.signs import TITLE, Line, Numbered

_NAMES_PLAN = re.compile(r"要点|计划|方案|安排|意见|打算|任务|分工|规划|清单|设想")
_BULLETS = "★☆◆◇■□●○▲△►▶➢✓√※•·"
_BLANK = re.compile(r"\s*")
PARAGRAPH = "¶"
_LONG_PARAGRAPH = 14  # characters
_TITLED = re.compile(r"[^。；：！？，,;:!?\d\n]{3,24}[。．](?=.{6})")
_LONGEST_TITLE = 20  # characters
_SHORTEST_PARAGRAPH = 10
_MARKS = re.compile(r"[。，；：！？,;:!?\t\d]")
_STOPS = ("。", "；", "！", ".", ";", "）", ")")


def bullets(source: str, lines: Sequence[Line], places: Sequence[int]) -> list[Numbered]:
    """List the lines with bullets, counted by their kind anew below each wider one."""
    found: list[Numbered] = []
    counts: dict[str, int] = {}  # from wide to narrow, in the order of their first appearance
    for at in _behind_title(source, lines, places):
        line = lines[at]
        sign = source[line.start : line.start + 1]
        if not sign or sign not in _BULLETS or not any(map(str.isalnum, source[line.start : line.end])):
            continue
        for narrower in list(counts)[list(counts).index(sign) + 1 if sign in counts else len(counts) :]:
            counts[narrower] = 0
        counts[sign] = counts.get(sign, 0) + 1
        blank = _BLANK.match(source, line.start + 1, line.end)
        found.append(Numbered(sign, counts[sign], at, line.start, blank.end() if blank else line.end, line.end))
    return found


def titles(source: str, lines: Sequence[Line], places: Sequence[int]) -> list[Numbered]:
    """List the short lines without a mark that a paragraph follows."""
    found: list[Numbered] = []
    filled = [at for at in _behind_title(source, lines, places) if lines[at].start < lines[at].end]
    for at, behind in pairwise(filled):
        line = lines[at]
        words = source[line.start : line.end].rstrip()
        paragraph = source[lines[behind].start : lines[behind].end].rstrip()
        if not 2 <= len(words) <= _LONGEST_TITLE or _MARKS.search(words):
            continue
        if len(paragraph) >= _SHORTEST_PARAGRAPH and paragraph.endswith(_STOPS):
            found.append(Numbered(TITLE, len(found) + 1, at, line.start, line.start, line.end))
    return found


def paragraphs(source: str, lines: Sequence[Line], places: Sequence[int]) -> list[Numbered]:
    """List the paragraphs that begin with a short sentence, as items do, if most do so."""
    long = [at for at in _behind_title(source, lines, places) if lines[at].end - lines[at].start >= _LONG_PARAGRAPH]
    found: list[Numbered] = []
    for at in long:
        line = lines[at]
        if _TITLED.match(source, line.start, line.end):
            found.append(Numbered(PARAGRAPH, len(found) + 1, at, line.start, line.start, line.end))
    return found if len(found) > 2 and len(found) * 10 >= len(long) * 6 else []


def _behind_title(source: str, lines: Sequence[Line], places: Sequence[int]) -> Sequence[int]:
    for index, at in enumerate(places):
        words = source[lines[at].start : lines[at].end].rstrip()
        if _NAMES_PLAN.search(words) and not words.endswith(("。", "：", ":", "，")):
            return places[index + 1 :]
    return []
