"""Paragraphs put together again whose lines end where a page did: text copied out of a PDF or a terminal.

Whether the lines of a text end so is judged by their look as a whole, and each join by the two lines it joins:

1. Page numbers on lines of their own are taken out, with the blank lines around them.
2. In the text behind the first numbered line, a break is certainly none where it tears what belongs together: behind a
   comma or an opening mark, before a closing one, inside a number or between a number and its unit, inside brackets.
3. Lines of one width, hardly any longer, many of which end within a sentence, are a page's lines. There a line that
   reaches the width goes on in the next one, unless it ends a sentence.
4. A line that begins with a number of the outline, a name of duties (责任单位：) or an indent begins a paragraph.

>>> rejoin(["一、抓安全", "1．管好校车。检查校车1", "00辆，", "— 3 —", "召开会议。"])
(['一、抓安全', '1．管好校车。检查校车100辆，召开会议。'], ['— 3 —'])
"""

import re
import unicodedata
from collections.abc import Sequence

from models.plan.documents.page_furniture import is_page_number
from models.plan.outline import begins_with_number
from models.plan.sentences import begins_with_duties

_ENDS_SENTENCE = "。！？!?；;：:"
_TEARS_BEFORE = ("，", "、", ",", "《", "“", "（", "(", "‘", "〈", "「", "—", "～", "~", "/", "和", "与", "及", "的")
_TEARS_BEHIND = (
    "，",
    "。",
    "、",
    "；",
    "：",
    "！",
    "？",
    "）",
    ")",
    "》",
    "”",
    "’",
    "〉",
    "」",
    "%",
    "％",
    ",",
    ";",
    "的",
)
_NUMBER_END = re.compile(r"[0-9０-９][.．]?$")
_UNIT_START = re.compile(r"[0-9０-９]|[万亿%％名个所人场次期套项件家辆台间年月日元]")
_OPENERS = {"（": "）", "(": ")", "《": "》", "“": "”", "〈": "〉", "〔": "〕"}
_WIDEST = 150  # columns of a page's line; a paragraph that is not broken soon has more
_NARROWEST = 20
_SLACK = 4  # columns that a line may lack because the next word or mark did not fit
_INDENT = re.compile(r"[\u3000 \t]{2,}")
_DATE = re.compile(r"\s*[（(]?\s*(?:\d{4}|[〇零○一二三四五六七八九]{4})\s*年.{1,9}日\s*[)）]?\s*")


def rejoin(lines: Sequence[str], *, hard_breaks: bool = False) -> tuple[list[str], list[str]]:
    """Return the lines as paragraphs, and the page numbers that stood between them.

    Args:
        lines: the text, line by line.
        hard_breaks: the lines are known to end where the page's did.
    """
    kept, furniture, behind_page = _without_page_numbers(lines)
    width = _page_width(kept, hard_breaks=hard_breaks)
    body = next((at for at, line in enumerate(kept) if begins_with_number(line.strip())), len(kept))
    joined: list[list[str]] = []
    before = ""  # the last line of the paragraph so far; the whole of it need not be looked at again
    for at, line in enumerate(kept):
        if joined and before and _goes_on(before, line, width=width, in_body=at > body, behind_page=at in behind_page):
            blank = " " if _is_latin(before.rstrip()[-1:]) and _is_latin(line.strip()[:1]) else ""
            joined[-1] += [blank, line.strip()]
            joined[-1][0] = joined[-1][0].rstrip() if len(joined[-1]) == 3 else joined[-1][0]
        else:
            joined.append([line])
        before = line.strip()
    return ["".join(pieces) for pieces in joined], furniture


def _without_page_numbers(lines: Sequence[str]) -> tuple[list[str], list[str], set[int]]:
    """Take out page numbers and the blank lines around them; tell which lines came behind one."""
    kept: list[str] = []
    furniture: list[str] = []
    behind_page: set[int] = set()
    waiting = False
    for line in lines:
        if is_page_number(line):
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


def _goes_on(before: str, line: str, *, width: int, in_body: bool, behind_page: bool) -> bool:
    words = line.strip()
    if not words or "\t" in before or "\t" in words or begins_with_number(words) or begins_with_duties(words):
        return False
    if begins_with_duties(before) or _DATE.fullmatch(words) or _DATE.fullmatch(before):
        return False
    ends_sentence = before[-1] in _ENDS_SENTENCE
    if (in_body or width) and not ends_sentence and _is_torn(before, words):
        return True
    if ends_sentence or not width or (_INDENT.match(line) and not behind_page):
        return False
    # A title on a line of its own has no marks; to be a page's line it must reach the very edge.
    is_title = begins_with_number(before) and not any(mark in before for mark in "，。；")
    return _columns(before) >= width - (1 if is_title else _SLACK)


def _is_torn(before: str, words: str) -> bool:
    if before.endswith(_TEARS_BEFORE) or words.startswith(_TEARS_BEHIND):
        return True
    if _NUMBER_END.search(before) and _UNIT_START.match(words):
        return True
    tail, head = before[-60:], words[:60]
    return any(
        tail.count(opener) > tail.count(closer) and head.count(closer) > head.count(opener)
        for opener, closer in _OPENERS.items()
    )


def _page_width(lines: Sequence[str], *, hard_breaks: bool) -> int:
    """Return how many columns the page's lines have; 0 if the lines end where paragraphs do."""
    filled = [line.strip() for line in lines if line.strip()]
    widths = sorted((_columns(line) for line in filled), reverse=True)
    if not widths:
        return 0
    within = sorted((_columns(line) for line in filled if line[-1] not in _ENDS_SENTENCE), reverse=True)
    for width in dict.fromkeys(within):
        longer = sum(1 for each in widths if each > width + 2)
        full = sum(1 for each in within if each >= width - _SLACK)
        ends = sum(1 for each in widths if each >= width - _SLACK)
        if longer > max(1, len(widths) // 20):
            break
        if _NARROWEST <= width <= _WIDEST and full >= max(2, len(within) // 4) and full * 5 >= ends * 2:
            return width if hard_breaks or _flows(filled, width) else 0
    return widths[0] if hard_breaks and _NARROWEST <= widths[0] <= _WIDEST else 0


def _flows(lines: Sequence[str], width: int) -> bool:
    """Tell whether full lines go on in the next one: a list without any stop has lines of one width as well."""
    full = [
        at for at, line in enumerate(lines[:-1]) if _columns(line) >= width - _SLACK and line[-1] not in _ENDS_SENTENCE
    ]
    followed = [at for at in full if not begins_with_number(lines[at + 1])]
    stopped = sum(1 for at in followed if any(mark in lines[at] or mark in lines[at + 1] for mark in "。；，"))
    return len(followed) >= 2 and stopped * 4 >= len(followed) * 3


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in line)


def _is_latin(c: str) -> bool:
    return c.isascii() and c.isalpha()
