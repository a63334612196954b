"""The lines before the first part or behind the last item; each ``take`` finds one field and uses its lines up.

What a page of a web site puts around a document (发布时间, 字号), attachments, copies and persons to call are no field
and are never taken for one: they stay unused.
"""

import re
from datetime import date

from models.plan.addressees import ends_like_office, split_addressees
from models.plan.model import Span
from models.plan.numerals import arabic_number, chinese_number, year_number
from models.plan.outline import number_at_start
from models.plan.sections import DATE_LINE, KIND_OF_PLAN, TAIL, is_signature, signed_on

DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,15}\s?[〔\[（(【﹝]\s?[\d０-９]{4}\s?[〕\]）)】﹞]\s?第?\s?[\d０-９]{1,5}\s?号"
)
_NOTICE = re.compile(r"印发《([^《》]{4,100})》")
_NOTICE_UNQUOTED = re.compile(r"关于(?:印发|下达|下发)([^《》。]{4,60}?)的通知")
_NOTICE_SENTENCE = re.compile(
    r"现将|现把|现予|经.{0,30}(?:同意|审议|研究)|印发给|特此通知|请.{0,12}(?:贯彻|落实|执行|实施)"
)
_MASTHEAD = re.compile(r"(.{2,40}?)\s*文\s*件")
_ATTACHED = re.compile(
    r"附\s*件\s*[\d一二三四五六七八九]{0,2}\s*[:：]?\s*"
)  # stands above the title, and is none of it
_SALUTATION = re.compile(r"(?:主送(?:机关|单位)?|致)\s*[:：]\s*")
_WEB_PAGE = re.compile(
    r"(?:发布|成文|发文|生成)(?:时间|日期)|来源\s*[:：]|索\s*引\s*号|字\s*[体号]\s*[:：]|(?:浏览|阅读|点击|访问)(?:次数|量|人数)?\s*[:：]"
    r"|编辑\s*[:：]|作者\s*[:：]|当前位置|分享到|发文(?:机关|字号)|主题分类|公开目录|信息分类|有效性|首页\s*[>＞]|【打印】"
)
_SENTENCE_MARKS = "。；！？，：.;!?,:"
_LONGEST_TITLE_LINE = 60
_BLANKS = "#* \t\u3000\ufeff\u200b\r\v\f\u00a0"


class HeadLines:
    """The lines of one stretch; a line that is used belongs to a field."""

    def __init__(self, text: str, start: int = 0) -> None:
        """Cut a stretch that begins at an offset of the source into lines."""
        lines = text.split("\n")
        self._texts = [line.strip(_BLANKS) for line in lines]
        self._starts: list[int] = []
        self._notice: list[int] = []
        self._beside: list[Span] = []  # what stands on a field's line and is no part of it
        for line in lines:
            self._starts.append(start + len(line) - len(line.lstrip(_BLANKS)))
            start += len(line) + 1
        self._used = [not text for text in self._texts]
        self._aside = self._lines_aside()
        self._before_title = 0
        self._after_title = 0
        self._preamble: list[int] = []

    def _lines_aside(self) -> set[int]:
        aside = set()
        listing = 0
        for index, text in enumerate(self._texts):
            number = number_at_start(text)
            if TAIL.match(text) or _WEB_PAGE.search(text[:60]):
                aside.add(index)
                listing = 1 if text.startswith("附") else 0
            elif listing and number and number[0] == listing + 1 and "。" not in text:
                aside.add(index)
                listing += 1
            elif listing and number and number[0] == 1 and self._texts[index - 1].endswith(("：", ":")):
                aside.add(index)
            else:
                listing = 0
        return aside

    def _free(self, index: int) -> bool:
        return not self._used[index] and index not in self._aside

    def take_document_number(self) -> str:
        """Find the number of the document, wherever it stands."""
        for index, text in enumerate(self._texts):
            match = DOCUMENT_NUMBER.search(text)
            if match:
                if len(match[0]) > len(text) // 2:  # the line is the number, with a secrecy mark or a signer beside it
                    self._used[index] = True
                    self._keep_beside(index, match.start(), match.end())
                return compact(match[0])
        return ""

    def take_masthead(self) -> str:
        """Find who issued it: above 文件."""
        for index, text in enumerate(self._texts):
            match = _MASTHEAD.fullmatch(text)
            if match and is_signature(text):
                self._used[index] = True
                return compact(match[1])
        return ""

    def take_date_and_signature(self, masthead: str) -> tuple[date | None, str]:
        """Find the date, and above or before it the office that signed: that of the masthead where there is one."""
        found: tuple[date | None, str] = (None, "")
        previous = -1
        for index, text in enumerate(self._texts):
            if not text:
                continue
            office, beside = signed_on(text)
            day = read_date(text) or (read_date(beside) if ends_like_office(office) else None)
            if day:
                self._used[index] = True
                above = self._texts[previous] if previous >= 0 and self._free(previous) else ""
                signature = office or above
                signed = signature and is_signature(signature) and ends_like_office(signature)
                if signed and masthead in {"", compact(signature)}:
                    if not office:
                        self._used[previous] = True
                    found = (day, compact(signature))
                elif found[0] is None:
                    found = (day, "")
            previous = index
        return found

    def take_addressees(self) -> tuple[str, ...]:
        """Find the salutation: what ends with a colon and lists offices, however many lines it is broken over."""
        for index, text in enumerate(self._texts):
            if self._used[index] or not text.endswith(("：", ":")) or "。" in text:
                continue
            first = index
            while first and self._free(first - 1) and self._texts[first - 1].endswith(("，", "、", ",")):
                first -= 1
            words = _SALUTATION.sub("", "".join(self._texts[first : index + 1]), count=1)
            addressees = split_addressees(words.rstrip("：:"))
            if addressees:
                self._use(first, index)
                return addressees
        return ()

    def take_notice_title(self) -> str:
        """Find the plan that a notice sends (关于印发《…》的通知) and use its title."""
        joined = ""
        begins: list[int] = []
        for text in self._texts:
            begins.append(len(joined))
            joined += compact(text)
        match = _NOTICE.search(joined) or _NOTICE_UNQUOTED.search(joined)
        if not match:
            return ""
        end = match.end() + (len("的通知") if match.re is _NOTICE else 0)
        first = max(index for index, begin in enumerate(begins) if begin <= match.start())
        last = max(index for index, begin in enumerate(begins) if begin < end)
        if "。" not in joined[begins[first] : match.start()]:  # otherwise it is the notice's sentence, not its title
            while first and self._begins_title(first - 1):
                first -= 1
            self._use(first, last)
            self._notice += range(first, last + 1)
        self._before_title = last + 1
        return match[1]

    def _begins_title(self, index: int) -> bool:
        """Tell whether a line is the office that a notice's title begins with."""
        text = self._texts[index]
        return self._free(index) and is_signature(text) and ends_like_office(text)

    def take_title(self, mark: re.Pattern[str]) -> str:
        """Find the last line with a mark that is no sentence, with the lines it is broken over."""
        return self._take_title(mark, commas=False) or self._take_title(mark, commas=True)

    def _take_title(self, mark: re.Pattern[str], *, commas: bool) -> str:
        for index in reversed(range(len(self._texts))):
            if not self._can_be_title(index, commas=commas) or not mark.search(self._texts[index]):
                continue
            first = index
            while first and self._can_be_title(first - 1, commas=commas):
                first -= 1
            self._use(first, index)
            self._after_title = index + 1
            title = "".join(self._texts[first : index + 1])
            attached = _ATTACHED.match(title)
            return compact(title[attached.end() if attached else 0 :])
        return ""

    def take_office(self) -> str:
        """Find a line above the title that is an office and nothing else."""
        for index in range(self._after_title):
            text = self._texts[index]
            if self._free(index) and is_signature(text) and ends_like_office(text):
                self._used[index] = True
                return compact(text)
        return ""

    def take_notice_sentences(self) -> None:
        """Use what the notice says before the title of the plan, or anywhere if the plan has no title of its own."""
        between = range(self._before_title, self._after_title)
        for index, text in enumerate(self._texts):
            told = (self._before_title and index in between) or _NOTICE_SENTENCE.match(text)
            is_free = self._free(index) or (not self._used[index] and text.startswith("特此"))
            if told and is_free and text[-1:] in "。.：:":
                self._used[index] = True
                self._notice.append(index)

    def _can_be_title(self, index: int, *, commas: bool) -> bool:
        text = self._texts[index]
        return (
            self._free(index)
            and not _ATTACHED.fullmatch(text)
            and len(text) <= _LONGEST_TITLE_LINE
            and text[-1] not in _SENTENCE_MARKS
            and not any(mark in text for mark in ("。：" if commas else "。：，"))
        )

    def take_preamble(self) -> str:
        """Use what stands behind the title."""
        self._preamble = [i for i in range(self._after_title, len(self._texts)) if self._free(i)]
        for index in self._preamble:
            self._used[index] = True
        return "\n".join(self._texts[index] for index in self._preamble)

    def preamble_spans(self) -> tuple[Span, ...]:
        """Return where the preamble's lines stand."""
        return tuple(Span(self._starts[i], self._starts[i] + len(self._texts[i])) for i in self._preamble)

    def notice(self) -> str:
        """Return the letter that the plan came with, without its salutation and signature."""
        return "\n".join(self._texts[index] for index in sorted(set(self._notice)))

    def take_repeated(self, issued_on: date | None, issuer: str) -> None:
        """Use the lines that say again when and by whom it was issued."""
        for index, text in enumerate(self._texts):
            day = read_date(text)
            if (day and day == issued_on) or (issuer and compact(text) == issuer):
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

    def _keep_beside(self, index: int, start: int, end: int) -> None:
        text, offset = self._texts[index], self._starts[index]
        self._beside += [
            Span(offset + a, offset + b) for a, b in ((0, start), (end, len(text))) if any(map(str.isalnum, text[a:b]))
        ]


def read_date(text: str) -> date | None:
    """Read a line that is nothing but a date, in figures or in Chinese; without a day it is the first of the month."""
    match = DATE_LINE.fullmatch(text)
    if not match:
        return None
    year = year_number(re.sub("[○oO0０Ｏ]", "〇", match[1]) if not match[1].isdecimal() else match[1])
    month, day = _small_number(match[2]), _small_number(match[3] or "1")
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None


def _small_number(text: str) -> int:
    return arabic_number(text) or chinese_number(text) or 0


def compact(text: str) -> str:
    """Take out blanks, which only space the characters out in a Chinese heading."""
    return re.sub(r"\s+", "", text)


__all__ = ["DOCUMENT_NUMBER", "KIND_OF_PLAN", "HeadLines", "compact", "read_date"]
