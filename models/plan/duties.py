"""Who is responsible and until when, from what stands in a bracket, on a line or in a cell that says so.

- Named fields, in any order and however parted: 牵头单位：甲科；配合单位：乙科 完成时限：6月底前.
- Said with a verb: 甲科牵头，乙科、丙科配合; 由甲科会同乙科负责; 甲科、乙科按职责分工负责. Then each name must be a
  unit's by itself, else it is content (政府主导、社会参与).
- Units with a time: 基教科，6月底前. A time alone: 6月底前完成. Units alone only where ``bare`` is asked for.

The lead is who is called 牵头 (甲科、乙科（牵头）), else the first; the others support, as offices read such lists.
Persons (责任人, 分管领导, 基教科（张三）) are no units and are left out; what is a unit by its name is one behind
责任人, too. What is not understood (同上, 工作目标：…) stays in ``Duties.unread`` for a person to look at, and so does
a time in ``Duties.unread_due``.

>>> read_duties("责任单位：组干科、各县（市、区）教育局；完成时限：6月底前", 2024)
Duties(lead=('组干科',), support=('各县（市、区）教育局',), due=datetime.date(2024, 6, 30), unread_due='', unread='')
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from models.plan.deadlines import is_unread_due, read_due
from models.plan.duty_labels import LabelKind, find_labels, strong_label, with_colons
from models.plan.times import read_times
from models.plan.unit_names import LONGEST_NAME, is_person, is_unit, unit_names
from models.plan.words import VERBS

__all__ = ["NO_DUTIES", "Duties", "is_mere_list", "is_mere_time", "read_duties", "read_statement", "unit_names"]

_EDGE = " \t\n\u00a0\u3000。．.；;，,、：:！!?？"
_LEADING = "牵头|主办|主责|主抓"
_DONE_BY_PERSONS = ("牵头", "负责", "主抓")
_SUPPORTING = "配合|协办|协助|协同|协作|参与|参加|支持"
_SAID = re.compile(
    rf"(?P<names>.+?)(?:按照?|根据|依据|依)?(?:各自)?(?:职责|职能|任务|责任)?(?:分工|范围)?"
    rf"(?:共同|分别|具体|联合|统一|各自|分头|密切|积极|全力|协同|主要|总|一起|牵头)*"
    rf"(?P<verb>{_LEADING}|{_SUPPORTING}|负责|承办|落实|实施|办理)"
    r"(?:负责|负总责|抓总|抓好?落实|落实落地|组织|实施|落实|推进|完成|办理|做好|开展|工作|等)*"
)
_IS_UNIT_OF = re.compile(
    rf"(?P<names>.+?)(?:为|是|作为)(?P<verb>{_LEADING}|{_SUPPORTING}|责任|主要责任|承办)(?:责任)?(?:单位|科室|部门|股室|处室)"
)
_TOGETHER_WITH = re.compile(r"会同|商(?!务)|联合(?=[\u4e00-\u9fff]{2,}[局委科处室股办部院])")
_ENDS_OF_SAYINGS = re.compile(
    rf"((?:{_LEADING}|负责|{_SUPPORTING})(?:负责|抓总|抓?落实|组织实施|实施|落实|推进|完成)?)(?:[、和及\s]|(?<=牵头)(?=[\u4e00-\u9fff]{{2,}}(?:{_SUPPORTING}|负责)))"
    r"(?!责|单位|科室|部门|股室|处室)"
)
_BEGIN_LABELS = ("责任", "牵头", "主办", "主责", "承办", "配合", "协办", "协助", "协同", "参与", "落实", "实施")
_SAYS = re.compile(rf"(?:{_LEADING}|{_SUPPORTING}|负责|承办|落实|实施|办理)|(?:单位|科室|部门)$")
_SEGMENTS = re.compile(r"[，,；;。\n]")
_OPENING = re.compile(r"^(?:(?:该|此|本|上述|以上|这)项?(?:工作|任务|项目|事项)?[，,]?|具体)?(?:由|以)?")
_MARKED = re.compile(r"[（(](牵头|主办|主责|负责|配合|协办|参与|协助)(?:单位|科室|部门|股室|处室)?[)）]$")
_UNTOLD = re.compile(r"(?:同上|上同|见附|详见|另行|待定|待明确|参照|如上|同前|〃|″).{0,10}")
_FILLS_TIME = re.compile(
    r"(?:于|在|力争|确保|争取|计划|拟|务必|须|需|之?前|完成|全面|全部|基本|落实|办结|到位|实施|开展|推进|并|启动|印发|建成|见效|投入|使用|投用"
    r"|交付|竣工|验收|报送|上报|出台|启用|达标|结束|整改|初步|阶段性|长期坚持"
    r"|持续推进|常态化|[、，,至到—\-\s])*"
)
_SAYS_UNTIL = re.compile(r"前|底|末|完成|办结|到位|落实|建成|[0-9]日")
_ENDLESS = re.compile(
    r"(?:全年|长期|持续|常年|常态化|日常|每月|每季度|每年|长期坚持)(?:坚持|推进|开展|进行|实施|工作|抓|落实|化)*(?:[、，,]?(?:长期坚持|持续推进))?"
)
_DATE_IN_FIGURES = re.compile(r"20[0-9]{2}[./\-－．][0-9]{1,2}(?:[./\-－．][0-9]{1,2})?日?")
_YEAR_NEEDED = 2024  # where the plan has none it is only asked whether a time is one


@dataclass(frozen=True, slots=True)
class Duties:
    """The units that lead and support, and the last day; empty where nothing is said of it.

    ``unread_due`` is what stands where a time is asked for, ``unread`` what stands where a unit is, and was not
    understood.
    """

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    due: date | None = None
    unread_due: str = ""
    unread: str = ""

    def __bool__(self) -> bool:
        """Tell whether anything is stated."""
        return bool(self.lead or self.support or self.due or self.unread_due or self.unread)

    def or_else(self, other: "Duties") -> "Duties":
        """Return these duties with what they do not say taken from others: units together, the time by itself.

        Of units that only support, the lead is who leads there.
        """
        units = self if self.lead else Duties(other.lead, self.support or other.support)
        due = self if self.due or self.unread_due else other
        return Duties(
            units.lead,
            tuple(unit for unit in units.support if unit not in units.lead),
            due.due,
            due.unread_due,
            self.unread or other.unread,
        )

    def joined(self, other: "Duties") -> "Duties":
        """Return what two statements side by side say together: （牵头单位：甲科）（配合单位：乙科）."""
        lead = self.lead or other.lead
        support = dict.fromkeys((*self.support, *(other.lead if self.lead else ()), *other.support))
        due = self if self.due or self.unread_due else other
        others = tuple(unit for unit in support if unit not in lead)
        return Duties(lead, others, due.due, due.unread_due, self.unread or other.unread)


NO_DUTIES = Duties()


@dataclass(slots=True)
class _Stated:
    """What has been read so far."""

    lead: list[str] = field(default_factory=list)
    responsible: list[str] = field(default_factory=list)
    support: list[str] = field(default_factory=list)
    due: date | None = None
    unread_due: str = ""
    unread: str = ""

    def result(self) -> Duties:
        lead = self.lead or self.responsible[:1]
        others = dict.fromkeys((*self.responsible, *self.support))
        return Duties(
            tuple(dict.fromkeys(lead)),
            tuple(unit for unit in others if unit not in lead),
            self.due,
            "" if self.due and not self.unread_due else self.unread_due,
            self.unread,
        )

    def add_time(self, words: str, year: int) -> None:
        self.due = max((day for day in (self.due, read_due(words, year)) if day), default=None)
        self.unread_due = self.unread_due or (words if is_unread_due(words, year) else "")


def read_duties(content: str, year: int) -> Duties:
    """Read a statement of duties; what says nothing of them is an empty one."""
    return read_statement(content, year) or Duties()


def read_statement(content: str, year: int, *, bare: bool = False) -> Duties | None:
    """Read what may state duties; None if it does not, empty duties if it names persons or work without end only.

    Args:
        content: the words, without the brackets around them.
        year: the plan's year, 0 if it has none.
        bare: units that stand there without a word on what they are to do are responsible.
    """
    content = with_colons(content)
    labels = list(find_labels(content))
    known = [label for label in labels if label.kind is not LabelKind.UNKNOWN]
    if not known:
        if labels:
            return None
        without_colon = _read_without_colon(content, year)
        return _read_saying(content, year, bare=bare) if without_colon is None else without_colon
    stated = _Stated()
    before = content[: labels[0].start].strip(_EDGE)
    if before:
        opening = _read_saying(before, year, bare=True)
        if opening is None:
            stated.unread = before
        else:
            _take(stated, opening)
    ends = [*(label.start for label in labels[1:]), len(content)]
    for label, end in zip(labels, ends, strict=True):
        _read_field(stated, label.kind, content[label.end : end].strip(_EDGE), year)
        if label.kind is LabelKind.UNKNOWN:
            stated.unread = stated.unread or content[label.start : end].strip(_EDGE)
    return stated.result()


def _read_field(stated: _Stated, kind: LabelKind, value: str, year: int) -> None:
    if kind is LabelKind.DUE:
        stated.add_time(value, year)
    elif kind is LabelKind.PERSON:  # 责任人：总务处
        stated.responsible += [name for name in unit_names(value) if is_unit(name)]
    elif kind in {LabelKind.LEAD, LabelKind.RESPONSIBLE, LabelKind.SUPPORT}:
        told_apart = _read_saying(value, year) if _SAYS.search(value) else None
        if told_apart is not None and (told_apart.lead or told_apart.support):
            _take(stated, told_apart)
        else:
            _read_units(stated, kind, value, year)


def _read_units(stated: _Stated, kind: LabelKind, value: str, year: int) -> None:
    listed = {LabelKind.LEAD: stated.lead, LabelKind.SUPPORT: stated.support}.get(kind, stated.responsible)
    for name in _names_and_times(stated, value, year):
        marked = _MARKED.search(name)
        if _UNTOLD.fullmatch(name) or _is_no_name(name):
            stated.unread = stated.unread or name
        elif marked:
            leads = marked[1] in {"牵头", "主办", "主责", "负责"}
            (stated.lead if leads else stated.support).append(_MARKED.sub("", name))
        else:
            listed.append(name)


def _names_and_times(stated: _Stated, value: str, year: int) -> list[str]:
    """Return the names in a list in which a time may stand as well: 基教科，6月底前完成."""
    rest = []
    for piece in re.split(r"([，,；;。\s])", value):
        if len(piece) > 1 and _is_time(piece, year or _YEAR_NEEDED):
            stated.add_time(piece.strip(_EDGE), year)
        else:
            rest.append(piece)
    return unit_names("".join(rest))


def _is_no_name(name: str) -> bool:
    """Tell whether what stands in a list of units is a piece of work: 做好服务保障."""
    if is_unit(name):
        return False
    begins_with_work = any(name.startswith(verb) for verb in VERBS if len(verb) > 1)
    return len(name) > LONGEST_NAME or (begins_with_work and len(name) > 5) or any(c in name for c in "《》“”：:")


def _read_without_colon(content: str, year: int) -> Duties | None:
    """Read 责任科室组干科 and 责任单位为组干科, in which a colon was not thought needed."""
    words = content.strip(_EDGE)
    if not words.startswith(_BEGIN_LABELS):
        return None
    for length in range(3, 9):
        value = words[length:].strip(_EDGE).removeprefix("为").removeprefix("是")
        if strong_label(f"{words[:length]}：", 0) == length + 1 and value:
            told = read_statement(f"{words[:length]}：{value}", year)
            return told if told and all(map(is_unit, (*told.lead, *told.support))) else None
    return None


def _read_saying(content: str, year: int, *, bare: bool = False) -> Duties | None:
    """Read units with a verb, a time, or both; None as soon as anything else stands there."""
    words = _ENDS_OF_SAYINGS.sub(r"\1，", content.strip(_EDGE))
    if not words or len(words) > 400:
        return None
    stated = _Stated()
    waiting: list[str] = []
    said = False
    for piece in _segments(words):
        if _is_time(piece, year or _YEAR_NEEDED):
            stated.add_time(piece, year)
            continue
        if _ENDLESS.fullmatch(piece):
            said = True
            continue
        saying = _without_time(stated, _OPENING.sub("", piece), year)
        match = _IS_UNIT_OF.fullmatch(saying) or _SAID.fullmatch(saying)
        names = _units_only(match["names"] if match else saying)
        if not names and match and match["verb"] in _DONE_BY_PERSONS and _names_persons(match["names"]):
            said = True
            continue
        if not names:
            return None
        if match:
            if match["verb"] in _SUPPORTING.split("|"):
                stated.responsible += waiting  # 甲科，乙科配合
                waiting = []
            _take_said(stated, [*waiting, *names], match["names"], match["verb"])
            said, waiting = True, []
        else:
            waiting += names
    if waiting and stated.lead:
        stated.support += waiting
    elif waiting and not (bare or said or stated.due or stated.unread_due):
        return None
    else:
        stated.responsible += waiting
    return stated.result()


def _segments(words: str) -> Sequence[str]:
    """Part a saying at its commas, outside brackets."""
    pieces, depth, start = [], 0, 0
    for index, c in enumerate(words):
        depth = max(0, depth + (c in "（(") - (c in "）)"))
        if not depth and _SEGMENTS.match(c):
            pieces.append(words[start:index])
            start = index + 1
    return [piece.strip(_EDGE) for piece in (*pieces, words[start:]) if piece.strip(_EDGE)]


def _without_time(stated: _Stated, saying: str, year: int) -> str:
    """Return 甲科牵头 of 6月底前由甲科牵头完成, and take the time."""
    first = next(iter(read_times(saying, year or _YEAR_NEEDED)), None)
    if first is None or first.start or not (first.late or saying[first.end :].startswith("由")):
        return saying
    stated.add_time(first.text, year)
    return saying[first.end :].strip(_EDGE).removeprefix("由")


def _units_only(text: str) -> list[str]:
    """Return the names in a list if each is a unit's, else none."""
    names = [each for part in _TOGETHER_WITH.split(text) for each in unit_names(part)]
    return names if all(is_unit(_MARKED.sub("", name)) for name in names) else []


def _names_persons(text: str) -> bool:
    """Tell whether somebody is named and no unit: 副局长李明."""
    return all(map(is_person, re.split(r"[、，,\s]+", text.strip(_EDGE))))


def _take_said(stated: _Stated, names: list[str], words: str, verb: str) -> None:
    together = len(_TOGETHER_WITH.split(words)) > 1
    marked = [name for name in names if _MARKED.search(name)]
    plain = [_MARKED.sub("", name) for name in names]
    if verb in _SUPPORTING.split("|"):
        stated.support += plain
    elif marked or (together and not stated.lead):
        lead = [_MARKED.sub("", name) for name in marked] or plain[:1]
        stated.lead += lead
        stated.support += [name for name in plain if name not in lead]
    elif verb in _LEADING.split("|"):
        stated.lead += plain
    elif stated.lead:
        stated.support += plain  # 甲科牵头，乙科、丙科负责
    else:
        stated.responsible += plain


def _take(stated: _Stated, told: Duties) -> None:
    stated.lead += told.lead
    stated.support += told.support
    stated.due = stated.due or told.due
    stated.unread_due = stated.unread_due or told.unread_due


def _is_time(piece: str, year: int) -> bool:
    """Tell whether words are a time and nothing else: 6月底前完成, 3月启动，年底见效."""
    words = piece.strip(_EDGE)
    times = read_times(words, year)
    rest = _cut_out(words, ((time.start, time.end) for time in times)) if times else _DATE_IN_FIGURES.sub("", words)
    return rest != words and _FILLS_TIME.fullmatch(rest) is not None


def _cut_out(text: str, spans: Iterable[tuple[int, int]]) -> str:
    rest, at = [], 0
    for start, end in spans:
        rest.append(text[at:start])
        at = end
    return "".join((*rest, text[at:]))


def is_mere_time(content: str) -> bool:
    """Tell whether a bracket holds a time without a word for until or done: （5月）, （上半年）, （长期坚持）."""
    words = content.strip(_EDGE)
    return bool(_ENDLESS.fullmatch(words)) or (_is_time(words, _YEAR_NEEDED) and not _SAYS_UNTIL.search(words))


def is_mere_list(content: str) -> bool:
    """Tell whether a bracket holds units and not a word on what they are to do: （基教科、人事科）."""
    return read_statement(content, 0) is None and read_statement(content, 0, bare=True) is not None
