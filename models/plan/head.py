"""The head matter: who issued the plan, when, under which number and title, to whom, and its opening paragraph.

Works on the text before the first part (and on what follows the last item, where the signature may stand). Each field
is found by its form alone, because offices order them differently:

- document number: characters, a year in brackets, a number and 号;
- issuer: the line before 文件 in the masthead, else the signature above the date, else the title up to its year;
- date: a line that is a date and nothing more;
- addressees: the line that ends with a colon and lists offices;
- title: the last line that names a kind of plan and is no sentence, with the lines it is broken over; else what the
  notice 关于印发《…》的通知 names; else a line with a year;
- preamble: what stands between the title and the first part;
- notice: the letter that the plan came with (关于印发…的通知, 现将…印发给你们), if it has one.

What is none of these, before the first part or behind the last item, is left over: copies, attachments, a second date.
"""

import re
from dataclasses import dataclass
from datetime import date

from models.plan.addressees import ends_like_office, split_addressees
from models.plan.model import Span
from models.plan.numerals import arabic_number, chinese_number, year_number
from models.plan.structure import DATE_LINE, is_signature

_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,15}\s?[〔\[（(【﹝]\s?\d{4}\s?[〕\]）)】﹞]\s?第?\s?\d{1,5}\s?号")
_NOTICE = re.compile(r"印发《([^《》]{4,100})》")
_KIND_OF_PLAN = re.compile(r"要点|计划|方案|安排|意见|打算|任务|分工|规划|重点工作|清单")
_YEAR = re.compile(r"((?:19|20)\d{2})年")
_MASTHEAD = re.compile(r"(.{2,40}?)\s*文\s*件")
_SENTENCE_MARKS = "。；！？，：.;!?,:"
_LONGEST_TITLE_LINE = 60
_ATTACHED = re.compile(
    r"附\s*件\s*[\d一二三四五六七八九]{0,2}\s*[:：]?\s*"
)  # stands above the title, and is none of it
_BLANKS = " \t\u3000\ufeff\u200b\r\v\f\u00a0"


@dataclass(frozen=True, slots=True)
class Head:
    """The fields of a plan's head; empty where the document has none. ``left_over`` are lines of head and tail."""

    title: str
    document_number: str
    issuer: str
    issued_on: date | None
    addressees: tuple[str, ...]
    preamble: str
    year: int
    notice: str
    left_over: tuple[Span, ...]


def read_head(head: str, tail: str, tail_start: int = 0) -> Head:
    """Read the head fields from the text before the first part and after the last item, which begins at a place."""
    lines, last_lines = _Lines(head), _Lines(tail, tail_start)
    number = lines.take_document_number() or last_lines.take_document_number()
    masthead = lines.take_masthead()
    issued_on, signature = lines.take_date_and_signature(masthead)
    if issued_on is None:
        issued_on, signature = last_lines.take_date_and_signature(masthead)
    addressees = lines.take_addressees()
    notice_title = lines.take_notice_title()
    title = lines.take_title(_KIND_OF_PLAN) or notice_title or lines.take_title(_YEAR)
    issuer = masthead or signature or _YEAR.split(title)[0] * bool(_YEAR.search(title))
    preamble = lines.rest()
    for each in (lines, last_lines):
        each.take_repeated(issued_on, issuer)
    return Head(
        title=title,
        document_number=number,
        issuer=issuer,
        issued_on=issued_on,
        addressees=addressees,
        preamble=preamble,
        year=_year(title, issued_on, number),
        notice=lines.notice(),
        left_over=(*lines.unused(), *last_lines.unused()),
    )


class _Lines:
    """The head's lines; each ``take`` finds one field and marks its lines as used."""

    def __init__(self, text: str, start: int = 0) -> None:
        lines = text.split("\n")
        self._texts = [line.strip(_BLANKS) for line in lines]
        self._starts: list[int] = []
        self._notice: list[int] = []
        self._beside: list[Span] = []  # what stands on a field's line and is no part of it
        for line in lines:
            self._starts.append(start + len(line) - len(line.lstrip(_BLANKS)))
            start += len(line) + 1
        self._used = [not text for text in self._texts]
        self._after_title = 0

    def take_document_number(self) -> str:
        for index, text in enumerate(self._texts):
            match = _DOCUMENT_NUMBER.search(text)
            if match:
                if len(match[0]) > len(text) // 2:  # the line is the number, with a secrecy mark or a signer beside it
                    self._used[index] = True
                    start = self._starts[index]
                    self._beside += [
                        Span(start + a, start + b)
                        for a, b in ((0, match.start()), (match.end(), len(text)))
                        if text[a:b].strip(_BLANKS)
                    ]
                return _compact(match[0])
        return ""

    def take_masthead(self) -> str:
        for index, text in enumerate(self._texts):
            match = _MASTHEAD.fullmatch(text)
            if match and is_signature(text):
                self._used[index] = True
                return _compact(match[1])
        return ""

    def take_date_and_signature(self, masthead: str) -> tuple[date | None, str]:
        """Find the date, and above it the office that signed; it is that of the masthead where there is one."""
        found: tuple[date | None, str] = (None, "")
        previous = -1
        for index, text in enumerate(self._texts):
            if not text:
                continue
            day = read_date(text)
            if day:
                self._used[index] = True
                signature = self._texts[previous] if previous >= 0 and not self._used[previous] else ""
                signed = signature and is_signature(signature) and ends_like_office(signature)
                if signed and masthead in {"", _compact(signature)}:
                    self._used[previous] = True
                    found = (day, _compact(signature))
                elif found[0] is None:
                    found = (day, "")
            previous = index
        return found

    def take_addressees(self) -> tuple[str, ...]:
        for index, text in enumerate(self._texts):
            if self._used[index] or not text.endswith(("：", ":")) or "。" in text:
                continue
            first = index
            # A long list is broken over lines that end within it.
            while first and not self._used[first - 1] and self._texts[first - 1].endswith(("，", "、", ",")):
                first -= 1
            addressees = split_addressees("".join(self._texts[first : index + 1]).rstrip("：:"))
            if addressees:
                self._use(first, index)
                return addressees
        return ()

    def take_notice_title(self) -> str:
        joined = ""
        begins: list[int] = []
        for text in self._texts:
            begins.append(len(joined))
            joined += _compact(text)
        match = _NOTICE.search(joined)
        if not match:
            return ""
        first = max(index for index, begin in enumerate(begins) if begin <= match.start())
        last = max(index for index, begin in enumerate(begins) if begin < match.end() + len("的通知"))
        if "。" not in joined[begins[first] : match.start()]:  # otherwise it is the notice's sentence, not its title
            self._use(first, last)
            self._notice += range(first, last + 1)
        self._use_notice_sentences(match[1])
        return match[1]

    def _use_notice_sentences(self, title: str) -> None:
        for index, text in enumerate(self._texts):
            if text.startswith(("现将", "现把", "经")) and (f"《{title}》" in _compact(text) or "印发" in text):
                self._used[index] = True
                self._notice.append(index)

    def take_title(self, mark: re.Pattern[str]) -> str:
        for index in reversed(range(len(self._texts))):
            if self._used[index] or not self._can_be_title(index) or not mark.search(self._texts[index]):
                continue
            first = index
            while first and not self._used[first - 1] and self._can_be_title(first - 1):
                first -= 1
            self._use(first, index)
            self._after_title = index + 1
            title = "".join(self._texts[first : index + 1])
            attached = _ATTACHED.match(title)
            return _compact(title[attached.end() if attached else 0 :])
        return ""

    def _can_be_title(self, index: int) -> bool:
        text = self._texts[index]
        if _ATTACHED.fullmatch(text):
            return False
        return bool(text) and len(text) <= _LONGEST_TITLE_LINE and text[-1] not in _SENTENCE_MARKS and "。" not in text

    def rest(self) -> str:
        unused = [i for i in range(self._after_title, len(self._texts)) if not self._used[i]]
        for index in unused:
            self._used[index] = True
        return "\n".join(self._texts[index] for index in unused)

    def notice(self) -> str:
        """Return the letter that the plan came with, without its salutation and signature."""
        return "\n".join(self._texts[index] for index in sorted(set(self._notice)))

    def take_repeated(self, issued_on: date | None, issuer: str) -> None:
        """Use the lines that say again when and by whom it was issued."""
        for index, text in enumerate(self._texts):
            day = read_date(text)
            if (day and day == issued_on) or (issuer and _compact(text) == issuer):
                self._used[index] = True

    def unused(self) -> list[Span]:
        """List the lines that are no field, and what stands beside one on its line."""
        lines = [
            Span(start, start + len(text))
            for start, text, used in zip(self._starts, self._texts, self._used, strict=True)
            if not used and any(map(str.isalnum, text))
        ]
        return sorted(lines + self._beside, key=lambda span: span.start)

    def _use(self, first: int, last: int) -> None:
        self._used[first : last + 1] = [True] * (last + 1 - first)


def read_date(text: str) -> date | None:
    """Read a line that is nothing but a date, in figures or in Chinese; without a day it is the first of the month."""
    match = DATE_LINE.fullmatch(text)
    if not match:
        return None
    year, month, day = year_number(match[1].replace("○", "〇")), _small_number(match[2]), _small_number(match[3] or "1")
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None


def _small_number(text: str) -> int:
    return arabic_number(text) or chinese_number(text) or 0


def _compact(text: str) -> str:
    """Take out blanks, which only space the characters out in a Chinese heading."""
    return re.sub(r"\s+", "", text)


def _year(title: str, issued_on: date | None, document_number: str) -> int:
    """Return the year that the plan is for: the title's, else that of its date, else that of its number; else 0."""
    in_title = _YEAR.search(title)
    if in_title:
        return int(in_title[1])
    if issued_on:
        return issued_on.year
    in_number = re.search(r"\d{4}", document_number)
    return int(in_number[0]) if in_number else 0
