"""The head matter: who issued the plan, when, under which number and title, to whom, and its opening paragraph.

Works on the text before the first part (and on what follows the last item, where the signature may stand). Each field
is found by its form alone, because offices order them differently:

- document number: characters, a year in brackets, a number and 号;
- issuer: the line before 文件 in the masthead, else the signature above or before the date, else an office that the
  title begins with (…局关于…的意见, …局2024年…) or names behind its year, else a line above the title;
- date: a line that is a date and nothing more;
- addressees: the line that ends with a colon and lists offices;
- title: the last line that names a kind of plan and is no sentence, with the lines it is broken over; else what the
  notice 关于印发《…》的通知 names; else a line with a year;
- year: the title's, else that of its date, else that of its number; a school year without its term is two years, and
  so none;
- preamble: what stands between the title and the first part;
- notice: the letter that the plan came with (关于印发…的通知, 现将…印发给你们), if it has one.

What is none of these, before the first part or behind the last item, is left over: copies, attachments, a second date.
"""

import re
from dataclasses import dataclass
from datetime import date

from models.plan.addressees import ends_like_office
from models.plan.head_lines import DOCUMENT_NUMBER, HeadLines, compact
from models.plan.model import Span
from models.plan.numerals import year_number
from models.plan.sections import KIND_OF_PLAN

_ZEROS = "〇○零oO0０Ｏ"
_YEAR = re.compile(rf"((?:19|20)\d{{2}}|２０[０-９]{{2}}|二[{_ZEROS}][一二三四五六七八九{_ZEROS}]{{2}})\s?年")
_SCHOOL_YEAR = re.compile(r"(20\d\d)\s?年?[-－—–~～至到]{1,2}\s?(20\d\d)\s?学?年")
_FIRST_TERM = re.compile(r"第一学期|上学期|秋季?学?期|秋")
_SECOND_TERM = re.compile(r"第二学期|下学期|春季?学?期|春")
_OFFICE_IN_TITLE = re.compile(
    r"(.{2,40}?(?:局|厅|委|学校|学院|大学|小学|中学|幼儿园|中心|校))(?=.{0,8}(?:工作|重点|要点|计划|安排))"
)
_ANNOUNCED = re.compile(r"现(?:就|将|把)([^，。；：\n]{4,40}?)(?:通知|下达|明确|分解|公布|安排)?如下")
_LOOKS_BACK = re.compile(r"总结|回顾|情况")
_LEAST_TITLE = 6  # characters of a title that is told by its year alone


@dataclass(frozen=True, slots=True)
class Head:
    """The fields of a plan's head; empty where the document has none.

    ``left_over`` are lines of head and tail; ``preamble_spans`` are where the lines of the preamble stand.
    """

    title: str
    document_number: str
    issuer: str
    issued_on: date | None
    addressees: tuple[str, ...]
    preamble: str
    year: int
    notice: str
    left_over: tuple[Span, ...]
    preamble_spans: tuple[Span, ...] = ()


def read_head(head: str, tail: str, tail_start: int = 0) -> Head:
    """Read the head fields from the text before the first part and after the last item, which begins at a place."""
    lines, last_lines = HeadLines(head), HeadLines(tail, tail_start)
    number = lines.take_document_number() or last_lines.take_document_number()
    masthead = lines.take_masthead()
    issued_on, signature = lines.take_date_and_signature(masthead)
    if issued_on is None:
        issued_on, signature = last_lines.take_date_and_signature(masthead)
    addressees = lines.take_addressees() or last_lines.take_addressees()
    notice_title = lines.take_notice_title()
    title = lines.take_title(KIND_OF_PLAN) or notice_title or _by_year(lines.take_title(_YEAR)) or _announced(head)
    title = DOCUMENT_NUMBER.sub("", title).removesuffix("（）").removesuffix("()") or title
    issuer = masthead or signature or _office_of(title) or lines.take_office()
    lines.take_notice_sentences()
    for each in (lines, last_lines):
        each.take_repeated(issued_on, issuer)
    preamble = lines.take_preamble()
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
        preamble_spans=lines.preamble_spans(),
    )


def _announced(head: str) -> str:
    """Return what a letter without a title says that it tells: 现将2024年重点工作通知如下."""
    match = _ANNOUNCED.search(head)
    return compact(match[1]) if match else ""


def _by_year(title: str) -> str:
    return title if len(title) >= _LEAST_TITLE else ""


def _office_of(title: str) -> str:
    """Return the office that a title begins with, or names behind its year."""
    before = re.split(r"关于", _SCHOOL_YEAR.split(_YEAR.split(title)[0])[0])[0]
    if before and before != title and ends_like_office(before):
        return before
    year = _YEAR.search(title)
    behind = _OFFICE_IN_TITLE.match(title, year.end()) if year and year.start() == 0 else None
    return compact(behind[1]) if behind else ""


def _year(title: str, issued_on: date | None, document_number: str) -> int:
    school_year = _SCHOOL_YEAR.search(title)
    if school_year:
        if _FIRST_TERM.search(title):
            return int(school_year[1])
        return int(school_year[2]) if _SECOND_TERM.search(title) else 0
    years = list(_YEAR.finditer(title))
    if years:  # 2023年工作总结和2024年工作计划 is a plan for the second
        in_title = years[-1] if _LOOKS_BACK.search(title) else years[0]
        return year_number(re.sub(f"[{_ZEROS}]", "〇", in_title[1])) or 0
    if issued_on:
        return issued_on.year
    in_number = re.search(r"[\d０-９]{4}", document_number)
    return int(in_number[0]) if in_number else 0
