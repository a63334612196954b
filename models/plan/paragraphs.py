"""Paragraphs put together again whose lines end where a page did: text copied out of a PDF or a terminal.

Whether the lines of a text end so is judged by their look as a whole, and each join by the two lines it joins:

1. Page numbers on lines of their own are taken out, with the blank lines around them.
2. In the text behind the first numbered line, a break is certainly none where it tears what belongs together: behind a
   comma or an opening mark, before a closing one, inside a number or between a number and its unit, inside brackets.
3. Lines of one width, hardly any longer, many of which end within a sentence, are a page's lines. There a line that
   reaches the width goes on in the next one, unless it ends a sentence.
4. A numbered line that states an amount or a day behind or before a comma, or whose next line is but a few words and a
   stop, is no title: without an end mark it goes on in the next line.
5. A line that begins with a number of the outline, a name of duties (责任单位：) or an indent begins a paragraph.

>>> rejoin(["一、抓安全", "1．管好校车。检查校车1", "00辆，", "— 3 —", "召开会议。"])
(['一、抓安全', '1．管好校车。检查校车100辆，召开会议。'], ['— 3 —'])
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models.plan.documents.page_furniture import is_page_number
from models.plan.outline import begins_with_number
from models.plan.sentences import begins_with_duties

_ENDS_SENTENCE = "。！？!?；;：:"
_OPENING = ("《", "“", "（", "(", "‘", "〈", "「", "〔")
_TEARS_BEFORE = ("，", "、", ",", "—", "～", "~", "/", "和", "与", "及", "的")
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
_STATES_AMOUNT = re.compile(r"[0-9０-９]\s?[万亿%％名个所人场次期套项件家辆台间月日元平亩米吨节门座处册条]")
_COMMA = re.compile(r"(?<![0-9０-９])[，,]|[，,](?![0-9０-９])")
_FEW_WORDS = 6  # characters; with a stop they are the end of a sentence and no paragraph
_SIGNS = re.compile(r"附件|抄送|附[:：]")
_REACH = 100  # characters that a bracket torn by line ends may have
_MOST_LINES = 8  # that it may be torn over
_ENDS_DUTIES = re.compile(r"[（(](?:责任|牵头|配合|主办|承办|完成时限)[^（()）]{0,8}[:：][^（()）]*[)）]$")
_WIDEST = 150  # columns of a page's line; a paragraph that is not broken soon has more
_NARROWEST = 20
_SHARE_OF_FULL = 0.5  # of the lines that end within a sentence; the others are titles and names
_INDENT = re.compile(r"[\u3000 \t]{2,}")
_DATE = re.compile(r"\s*[（(]?\s*(?:\d{4}|[〇零○一二三四五六七八九]{4})\s*年.{1,9}日\s*[)）]?\s*")


def rejoin(lines: Sequence[str], *, hard_breaks: bool = False) -> tuple[list[str], list[str]]:
    """Return the lines as paragraphs, and the page numbers that stood between them.

    Args:
        lines: the text, line by line.
        hard_breaks: the lines are known to end where the page's did.
    """
    kept, furniture, behind_page = _without_page_numbers(lines)
    page = _page_of(kept, hard_breaks=hard_breaks)
    body = next((at for at, line in enumerate(kept) if begins_with_number(line.strip())), len(kept))
    joined: list[list[str]] = []
    before = said = ""  # the last line, and the end of the paragraph so far
    for at, line in enumerate(kept):
        words = line.strip()
        torn = bool(before and words) and (at > body or page is not None) and _is_torn(before, said, kept, at)
        flows = (
            page is not None and page.goes_on(before, line, behind=at in behind_page) and not _ENDS_DUTIES.search(said)
        )
        if at > body and not torn and not flows and _goes_on_unfinished(joined[-1][0].strip(), before, kept, at):
            torn = True
        if before and words and (torn or flows):
            blank = " " if _is_latin(before[-1:]) and _is_latin(words[:1]) else ""
            joined[-1][-1] = joined[-1][-1].rstrip()
            joined[-1].append(blank + words)
            said = (said + words)[-_REACH:]
        else:
            joined.append([line])
            said = words[-_REACH:]
        before = words
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


def _following(lines: Sequence[str], at: int) -> str:
    """Return what follows, as far as a bracket can reach."""
    head = lines[at].strip()
    for line in lines[at + 1 : at + _MOST_LINES]:
        if len(head) >= _REACH or begins_with_number(line.strip()):
            break
        head += line.strip()
    return head[:_REACH]


@dataclass(frozen=True, slots=True)
class _Page:
    """How long the lines of a page are: up to ``width``, in columns or in characters."""

    width: int
    slack: int
    measure: Callable[[str], int]

    def is_full(self, line: str) -> bool:
        # A title on a line of its own has no marks; to be a page's line it must reach the very edge.
        is_title = begins_with_number(line) and not any(mark in line for mark in "，。；：")
        return self.measure(line) >= self.width - (min(1, self.slack) if is_title else self.slack)

    def goes_on(self, before: str, line: str, *, behind: bool) -> bool:
        """Tell whether a line goes on in the next one."""
        words = line.strip()
        if not before or not words or before[-1] in _ENDS_SENTENCE or (_INDENT.match(line) and not behind):
            return False
        return self.is_full(before) and not _begins_paragraph(words) and not _begins_paragraph_behind(before)


def _begins_paragraph(words: str) -> bool:
    return "\t" in words or begins_with_number(words) or begins_with_duties(words) or bool(_DATE.fullmatch(words))


def _begins_paragraph_behind(before: str) -> bool:
    return "\t" in before or bool(_DATE.fullmatch(before))


def _is_torn(before: str, said: str, lines: Sequence[str], at: int) -> bool:
    """Tell whether a break before a line tears what certainly belongs together."""
    words = lines[at].strip()
    if "\t" in before or "\t" in words:
        return False
    head = _following(lines, at) if any(opener in said for opener in _OPENERS) else words
    for opener, closer in _OPENERS.items():
        if said.count(opener) > said.count(closer) and closer in head.partition(opener)[0]:
            return True
    if before.endswith(_OPENING):
        return True
    if before[-1] in _ENDS_SENTENCE or _begins_paragraph(words) or begins_with_duties(before):
        return False
    if before.endswith(_TEARS_BEFORE) or words.startswith(_TEARS_BEHIND):
        return True
    return bool(_NUMBER_END.search(before) and _UNIT_START.match(words))


def _goes_on_unfinished(first: str, before: str, lines: Sequence[str], at: int) -> bool:
    """Tell whether a numbered paragraph that is plainly a sentence and no title has not ended yet (rule 4)."""
    line, words = lines[at], lines[at].strip()
    if not before or not words or before[-1] in _ENDS_SENTENCE or before[-1] in ".．)）" or "\t" in before:
        return False
    if not begins_with_number(first) or not _COMMA.search(first) or begins_with_duties(before):
        return False
    if _INDENT.match(line) or _begins_paragraph(words) or _SIGNS.match(words):
        return False
    if any(_DATE.fullmatch(following) for following in lines[at + 1 : at + 2]):
        return False  # the name of who issued the plan, above its date
    is_tail = len(words) <= _FEW_WORDS and words[-1] in _ENDS_SENTENCE
    return is_tail or bool(_STATES_AMOUNT.search(first))


def _page_of(lines: Sequence[str], *, hard_breaks: bool) -> _Page | None:
    """Return how long the page's lines are; None if the lines end where paragraphs do."""
    filled = [line.strip() for line in lines if line.strip()]
    body = next((at for at, line in enumerate(filled) if begins_with_number(line)), 0)
    filled = filled[body:]  # the head has lines of every length
    found = [
        page
        for measure, narrowest, widest in ((_columns, _NARROWEST, _WIDEST), (len, _NARROWEST // 2, _WIDEST // 2))
        if (page := _page_by(filled, measure, narrowest, widest)) and (hard_breaks or _flows(filled, page))
    ]
    return min(found, key=lambda page: page.slack, default=None)


def _page_by(lines: Sequence[str], measure: Callable[[str], int], narrowest: int, widest: int) -> _Page | None:
    """Look for a length that hardly any line exceeds and most lines have that end within a sentence."""
    lengths = [measure(line) for line in lines]
    within = [
        length
        for line, length in zip(lines, lengths, strict=True)
        if line[-1] not in _ENDS_SENTENCE and not begins_with_number(line)
    ]
    for width in sorted(set(within), reverse=True):
        if sum(1 for each in lengths if each > width + 2) > len(lengths) // 20:
            return None
        if not narrowest <= width <= widest:
            continue
        for slack in (0, 1, 2, 4):
            full = sum(1 for each in within if each >= width - slack)
            reach = sum(1 for each in lengths if each >= width - slack)
            if full >= max(2, _SHARE_OF_FULL * len(within)) and full * 5 >= reach * 2:
                return _Page(width, slack, measure)
    return None


def _flows(lines: Sequence[str], page: _Page) -> bool:
    """Tell whether full lines go on in the next one: a list without any stop has lines of one width as well."""
    followed = [
        at
        for at, line in enumerate(lines[:-1])
        if line[-1] not in _ENDS_SENTENCE and page.is_full(line) and not begins_with_number(lines[at + 1])
    ]
    stopped = sum(1 for at in followed if any(mark in lines[at] or mark in lines[at + 1] for mark in "。；，"))
    return len(followed) >= 2 and stopped * 4 >= len(followed) * 3


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in line)


def _is_latin(c: str) -> bool:
    return c.isascii() and c.isalpha()
