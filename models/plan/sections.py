"""Which stretch of a file is the plan, where a notice comes before it or attachments behind it.

A file is cut where a line says 附件 and nothing else, and behind a date below which a title follows. The plan is the
first stretch that has numbered lines; but where that is only a notice with demands of its own (现将…印发给你们.
一、提高认识…) it is the attachment that has the title of a plan. What is numbered in the others is left over.

A plan ends where the list of attachments, the copies, the persons to call, or date and signature begin.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.plan.model import Span
from models.plan.outline import Heading, Line, begins_with_number, number_at_start, read_lines, read_outline

_DAY_NUMBER = r"([\d０-９]{1,2}|[一二三四五六七八九十]{1,3})"
DATE_LINE = re.compile(
    r"[（(]?\s*([\d０-９]{4}|[二][〇零○oO0０Ｏ一二三四五六七八九]{3})\s*[年\-./]"
    rf"\s*{_DAY_NUMBER}\s*[月\-./](?:\s*{_DAY_NUMBER}\s*日?)?\s*(?:印发)?\s*[）)]?\s*"
)
KIND_OF_PLAN = re.compile(r"要点|计划|方案|安排|意见|打算|任务|分工|规划|重点工作|清单|设想|思路")
# What follows the last item: attachments, who gets a copy, whom to call, the date and the signature above it.
TAIL = re.compile(
    r"附\s*件?\s*[:：]|附\s*件\s*[\d一二三四五]|附\s*[表录]\s*[\d一二三四五:：]|抄\s*[送报]|主\s*送|[（(]\s*(?:此件|联系)|主题词|特此通知"
    r"|责任编辑|打印本页|关闭窗口|[上下]一篇|扫一扫|相关(?:附件|链接|阅读)|分享到"
    r"|信息公开(?:选项|属性)|公开(?:方式|属性|选项)|共印\s*\d|校\s*对\s*[:：]"
    r"|(?:联\s*系\s*(?:人|电话|方式)|联系人及电话|咨询电话|电\s*话|邮\s*箱|电子邮箱)\s*[:：]"
)
_SIGNED_ON = re.compile(rf"(?P<office>\S.{{2,38}}?)\s+(?P<day>{DATE_LINE.pattern})")
_ISSUED = re.compile(r".{2,30}\s+(?:\d{4}|[〇零○一二三四五六七八九]{4})\s*年.{2,10}日\s*印发")
_ATTACHMENT = re.compile(r"附\s*件\s*[\d０-９一二三四五六]{0,2}\s*[:：]?")
_LISTS_ATTACHMENTS = re.compile(r"附\s*件?\s*[:：]\s*")
_NOTICE = re.compile(r"现将|现把|印发给|印发你|下发给")
_CLOSES = re.compile(
    r"(?:以上|上述)(?:工作|任务|要点|事项|各项|目标)|[请望]各|希望?各|特此"
    r"|(?:各|全[市县区])[^，。；]{1,16}要(?:高度重视|认真|按照?|切实|结合|将|根据|对照|把)"
)
_LONGEST_TITLE = 60
_TABLE = re.compile(r"[表册图]$")


@dataclass(frozen=True, slots=True)
class Body:
    """The plan proper: its headings, the offset where it ends, and the stretches beside it that are numbered too."""

    headings: list[Heading]
    end: int
    left_over: tuple[Span, ...]


def find_body(source: str) -> Body | None:
    """Find the plan in a text; None if nothing in it is numbered."""
    lines = read_lines(source)
    listed = set(_listed_attachments(source, lines))
    sections = [
        (first, last, read_outline(source, first, last, without=listed)) for first, last in _sections(source, lines)
    ]
    numbered = [each for each in sections if each[2]]
    if not numbered:
        return None
    chosen = numbered[0]
    if _is_notice(source, lines, chosen):
        chosen = next((each for each in numbered[1:] if _is_titled(source, lines, each)), chosen)
    _, last, headings = chosen
    left_over = [
        _trimmed(source, Span(each[2][0].start, _end(source, lines, each)))
        if each[1] <= chosen[0]
        else _trimmed(source, Span(lines[each[0]].start, lines[each[1] - 1].end))
        for each in sections
        if each is not chosen and (each[0] >= last or each[2])
    ]
    end = _end(source, lines, chosen)
    closing = _closing(source, lines, headings[-1].line, end)
    if closing:
        left_over.append(closing)
    return Body(headings, closing.start if closing else end, tuple(span for span in left_over if span.start < span.end))


def signed_on(text: str) -> tuple[str, str]:
    """Return the office and the date of a line that is both: 某县教育局　2024年3月1日; empty if it is none.

    The line that says when a document was printed (某局办公室　2024年3月6日印发) is no signature.
    """
    match = _SIGNED_ON.fullmatch(text.strip())
    is_one = match and is_signature(match["office"]) and not text.rstrip().endswith("印发")
    return (match["office"].strip(), match["day"]) if match and is_one else ("", "")


def is_signature(text: str) -> bool:
    """Tell whether a line can be the name of an office: short, and without any mark but brackets."""
    return 2 <= len(text.strip()) <= 40 and not re.search(r"[。，；：、！？,.;:!?\d]", text)


_Section = tuple[int, int, list[Heading]]


def _sections(source: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Cut the lines at attachments, and behind a date that a title follows."""
    first = 0
    seen_number = False
    filled = [at for at, line in enumerate(lines) if line.start < line.end]
    for at, behind in zip(filled, [*filled[1:], -1], strict=True):
        text = source[lines[at].start : lines[at].end].rstrip()
        seen_number = seen_number or begins_with_number(text)
        if _ATTACHMENT.fullmatch(text) and behind > 0 and not _begins_list(source, lines[behind]):
            if at > first:
                yield first, at
                first = at
        elif seen_number and behind > 0 and DATE_LINE.fullmatch(text) and _can_be_title(source, lines[behind]):
            yield first, behind
            first = behind
    yield first, len(lines)


def _begins_list(source: str, line: Line) -> bool:
    """Tell whether a line below 附件： lists the attachments instead of beginning one."""
    return number_at_start(source[line.start : line.end]) is not None


def _listed_attachments(source: str, lines: Sequence[Line]) -> Iterator[int]:
    """Run through the numbered lines that go on in a list of attachments (附件：1.… / 2.…)."""
    number = None
    for at, line in enumerate(lines):
        text = source[line.start : line.end].rstrip()
        opening = _LISTS_ATTACHMENTS.match(text)
        if opening:
            found = number_at_start(text[opening.end() :])
            number = found[0] if found else 0 if opening.end() == len(text) else None
            continue
        found = number_at_start(text)
        if number is not None and text:
            if found and found[0] == number + 1 and "。" not in text:
                number += 1
                yield at
            else:
                number = None


def _is_notice(source: str, lines: Sequence[Line], section: _Section) -> bool:
    """Tell whether a section only sends the plan: neither its title nor its date stands before the first number."""
    first, _, headings = section
    texts = [source[line.start : line.end].strip() for line in lines[first : headings[0].line]]
    sends = max((at for at, text in enumerate(texts) if _NOTICE.search(text)), default=-1)
    if sends < 0:
        return False
    behind = texts[sends + 1 :]
    return not any(DATE_LINE.fullmatch(text) or _names_plan(text) for text in behind)


def _is_titled(source: str, lines: Sequence[Line], section: _Section) -> bool:
    first, _, headings = section
    texts = [source[line.start : line.end].strip() for line in lines[first : headings[0].line]]
    return any(_names_plan(text) and not _TABLE.search(text) for text in texts)


def _can_be_title(source: str, line: Line) -> bool:
    return _names_plan(source[line.start : line.end].strip())


def _names_plan(text: str) -> bool:
    is_short = len(text) <= _LONGEST_TITLE and not re.search(r"[。；！？，：;!?,:]", text)
    return is_short and KIND_OF_PLAN.search(text) is not None


def _closing(source: str, lines: Sequence[Line], last_heading: int, end: int) -> Span | None:
    """Return the paragraphs behind the last item that ask everybody to carry the plan out; None if there are none."""
    below = [line for line in lines[last_heading + 1 :] if line.start < line.end and line.start < end]
    first = None
    for line in reversed(below):
        if not _CLOSES.match(source, line.start, line.end):
            break
        first = line
    if first is None:
        return None
    heading = source[lines[last_heading].start : lines[last_heading].end].rstrip()
    if first is below[0] and not heading.endswith((*"。；;！!", "）")):
        return None  # it is all that the item says
    return _trimmed(source, Span(first.start, end))


def _trimmed(source: str, span: Span) -> Span:
    return Span(span.start, span.start + len(source[span.start : span.end].rstrip()))


def _end(source: str, lines: Sequence[Line], section: _Section) -> int:
    """Return where the plan's last item ends in a section: before the first line that closes a document."""
    _, last, headings = section
    previous: Line | None = None
    for line in lines[headings[-1].line + 1 : last]:
        if line.start == line.end:
            continue
        text = source[line.start : line.end]
        if TAIL.match(text) or _ISSUED.fullmatch(text.strip()) or signed_on(text)[0]:
            return line.start
        if DATE_LINE.fullmatch(text):
            signed = previous and is_signature(source[previous.start : previous.end])
            return previous.start if signed and previous else line.start
        previous = line
    return lines[last - 1].end if last == len(lines) else lines[last].start
