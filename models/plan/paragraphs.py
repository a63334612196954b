"""Paragraphs put together again whose lines end where a page did: text copied out of a PDF or a terminal.

Whether the lines of a text end so is judged by their look as a whole, and each join by the two lines it joins:

1. Page numbers on lines of their own are taken out, with the running heads and blank lines around them.
2. In the text behind the first numbered line, a break is certainly none where it tears what belongs together: behind a
   comma or an opening mark, before a closing one, inside a number or between a number and its unit, inside brackets.
3. Lines of one width, hardly any longer, many of which end within a sentence, are a page's lines. There a line that
   reaches the width goes on in the next one, unless it ends a sentence.
4. A numbered line that states an amount or a day behind or before a comma, or whose next line is but a few words and a
   stop, or whose like end with stops, is no title: without an end mark it goes on in the next line. So does a longer
   line without a number, where all the others end with stops.
5. A line that begins with a number of the outline, a name of duties (责任单位：) or an indent begins a paragraph.

>>> rejoin(["一、抓安全", "1．管好校车。检查校车1", "00辆，", "— 3 —", "召开会议。"])
(['一、抓安全', '1．管好校车。检查校车100辆，召开会议。'], ['— 3 —'])
"""

import re
from collections.abc import Sequence, Set

from models.plan.outline import begins_with_number
from models.plan.page_edges import part_pages
from models.plan.page_lines import page_of
from models.plan.paragraph_starts import begins_paragraph, ends_paragraph, ends_sentence, is_date
from models.plan.sentences import begins_with_duties
from models.plan.signs import sign_at_start

_OPENING = ("《", "“", "（", "(", "‘", "〈", "「", "〔", "【")
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
_DATE_END, _MONTH_START = re.compile(r"[0-9]年?$"), re.compile(r"[0-9]{1,2}月")
_NUMBER_END = re.compile(r"[0-9０-９][.．]?$|[%％]$")
_UNIT_START = re.compile(r"[0-9０-９]|以[上下内]|左右|[万亿%％名个所人场次期套项件家辆台间年月日元]")
_OPENERS = {"（": "）", "(": ")", "《": "》", "“": "”", "〈": "〉", "〔": "〕", "【": "】"}
_STATES_AMOUNT = re.compile(r"[0-9０-９]\s?[万亿%％名个所人场次期套项件家辆台间月日元平亩米吨节门座处册条]")
_COMMA = re.compile(r"(?<![0-9０-９])[，,]|[，,](?![0-9０-９])")
_FEWEST_WORDS = 3  # characters; fewer are no paragraph
_FEW_WORDS = 6  # characters; with a stop they are the end of a sentence and no paragraph
_ASKS_WHO = re.compile(r"(?:责任|牵头|配合|主办|协办|承办|完成)(?:单位|科室|部门|股室|处室|时间|时限)[:：]$")
_LABEL = re.compile(r"(?:责任|牵头|配合|协办|完成)(?:单位|科室|部门|股室|处室|时间|时限)[:：]")
_NEARLY_ALL = 0.7
_LONG = 18  # characters of a line without a number that may be broken
_STATES_FURTHER = re.compile(r"[\s；;，,](?:牵头|配合|完成|责任|协办)[一-龥]{1,4}[:：]")
_REACH = 100  # characters that a bracket torn by line ends may have
_MOST_LINES = 8  # that it may be torn over
_INDENT = re.compile(r"[\u3000 \t]{2,}")


def rejoin(lines: Sequence[str], *, hard_breaks: bool = False) -> tuple[list[str], list[str]]:
    """Return the lines as paragraphs, and the page numbers and running heads that stood between them.

    Args:
        lines: the text, line by line.
        hard_breaks: the lines are known to end where the page's did.
    """
    kept, furniture, behind_page = part_pages(lines)
    page = page_of(kept, is_page=hard_breaks or len(furniture) > 1)
    body = next((at for at, line in enumerate(kept) if begins_with_number(line.strip())), len(kept))
    with_stops = _signs_with_stops(kept[body:])
    joined: list[list[str]] = []
    before = said = ""  # the last line, and the end of the paragraph so far
    for at, line in enumerate(kept):
        words = line.strip()
        torn = bool(before.strip() and words) and (at > body or page is not None) and _is_torn(before, said, kept, at)
        flows = (
            page is not None
            and (_may_go_on(before, kept, at, behind=at in behind_page) or _is_duty_bracket(before, words))
            and page.is_full(before, line, first=len(joined[-1]) == 1)
            and not ends_paragraph(said)
        )
        if at > body and not torn and not flows:
            torn = _goes_on_unfinished(joined[-1][0].strip(), before, kept, at, with_stops)
        if before.strip() and words and (torn or flows):
            blank = " " if _is_latin(before.strip()[-1:]) and _is_latin(words[:1]) else ""
            joined[-1][-1] = joined[-1][-1].rstrip()
            joined[-1].append(blank + words)
            said = (said + words)[-_REACH:]
        else:
            joined.append([line])
            said = words[-_REACH:]
        before = line.rstrip()
    return ["".join(pieces) for pieces in joined], furniture


def _is_duty_bracket(before: str, words: str) -> bool:
    """Tell whether a line is the bracket of duties that the sentence before it had no room for."""
    return words.startswith(("（", "(", "【")) and ends_sentence(before) and begins_with_duties(words)


def _may_go_on(before: str, lines: Sequence[str], at: int, *, behind: bool) -> bool:
    """Tell whether a line can go on in the one at a place: it ends no sentence, and the other begins no paragraph."""
    words = lines[at].strip()
    if not before.strip() or not words or ends_sentence(before) or (_INDENT.match(lines[at]) and not behind):
        return False
    return not begins_paragraph(lines, at) and "\t" not in before and not is_date(before)


def _following(lines: Sequence[str], at: int) -> str:
    """Return what follows, as far as a bracket can reach."""
    head = lines[at].strip()
    for line in lines[at + 1 : at + _MOST_LINES]:
        if len(head) >= _REACH or begins_with_number(line.strip()):
            break
        head += line.strip()
    return head[:_REACH]


def _is_torn(before: str, said: str, lines: Sequence[str], at: int) -> bool:
    """Tell whether a break before a line tears what certainly belongs together."""
    words = lines[at].strip()
    if "\t" in before or "\t" in words:
        return False
    tears_date = _DATE_END.search(before) and _MONTH_START.match(words)
    if tears_date or before.endswith(_OPENING) or _closes_bracket(said, lines, at):
        return True
    if _ASKS_WHO.search(before) or _tears_label(before, words):
        return not begins_with_number(words)
    if ends_sentence(before) or begins_paragraph(lines, at):
        return False
    tears_number = bool(_NUMBER_END.search(before) and _UNIT_START.match(words))
    if begins_with_duties(before.strip()):
        goes_on = before.endswith(("、", "，", ",")) or len(words) < _FEWEST_WORDS or _STATES_FURTHER.search(words)
        return tears_number or bool(goes_on)
    return tears_number or before.endswith(_TEARS_BEFORE) or words.startswith(_TEARS_BEHIND)


def _tears_label(before: str, words: str) -> bool:
    """Tell whether a break stands inside 完成时间： and its like."""
    label = _LABEL.search(before[-5:] + words[:5])
    return label is not None and label.start() < len(before[-5:]) < label.end()


def _closes_bracket(said: str, lines: Sequence[str], at: int) -> bool:
    """Tell whether what was said opens a bracket or a quote that a line closes."""
    openers = [opener for opener in _OPENERS if said.count(opener) > said.count(_OPENERS[opener])]
    head = _following(lines, at) if openers else ""
    return any(_OPENERS[opener] in head.partition(opener)[0] for opener in openers)


def _goes_on_unfinished(first: str, before: str, lines: Sequence[str], at: int, with_stops: Set[str]) -> bool:
    """Tell whether a paragraph that is plainly a sentence and no title has not ended yet (rule 4).

    ``with_stops`` are the signs whose lines nearly all end with a stop, and an empty one for lines without a number.
    """
    line, words = lines[at], lines[at].strip()
    if not before or not words or ends_sentence(before) or before[-1] in ".．)）" or "\t" in before:
        return False
    if not _COMMA.search(first) or begins_with_duties(before) or _INDENT.match(line) or begins_paragraph(lines, at):
        return False
    if any(is_date(following.strip()) for following in lines[at + 1 : at + 2]):
        return False  # the name of who issued the plan, above its date
    ends = ends_sentence(words)
    sign = sign_at_start(first)
    if not sign:
        return ends and "" in with_stops and len(before) >= _LONG
    is_tail = ends and (len(words) <= _FEW_WORDS or sign in with_stops)
    return is_tail or bool(_STATES_AMOUNT.search(first))


def _signs_with_stops(lines: Sequence[str]) -> Set[str]:
    """Return the signs whose lines nearly all end with a stop or with duties: they number sentences, not titles."""
    ends: dict[str, list[bool]] = {}
    for line in lines:
        words = line.strip()
        if words and not begins_with_duties(words) and not is_date(words):
            ends.setdefault(sign_at_start(words), []).append(ends_sentence(words) or ends_paragraph(words))
    return {sign for sign, told in ends.items() if len(told) > 2 and sum(told) >= _NEARLY_ALL * len(told)}


def _is_latin(c: str) -> bool:
    return c.isascii() and c.isalpha()
