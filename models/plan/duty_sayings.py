"""Who does what said with a verb, with a time or without: 由甲科会同乙科负责；甲科牵头，乙科配合，6月底前完成.

Such words name no fields, so each name must be a unit's by itself and nothing else may stand there; else they are
content (政府主导、社会参与). Who only takes part (公安局参加) is no statement by itself, for it says who comes.
"""

import re
from collections.abc import Iterable, Sequence

from models.plan.stated_duties import Duties, Stated
from models.plan.times import read_times
from models.plan.unit_names import is_person, is_unit, unit_names

_EDGE = " \t\n\u00a0\u3000。．.；;，,、：:！!?？"
_LEADING = "牵头|主办|主责|主抓|统筹"
_TAKING_PART = ("参与", "参加", "支持", "协作")
_DONE_BY_PERSONS = ("牵头", "负责", "主抓")
_SUPPORTING = "配合|协办|协助|协同|协作|参与|参加|支持"
_SAID = re.compile(
    rf"(?P<names>.+?)(?:按照?|根据|依据|依)?(?:各自)?(?:职责|职能|任务|责任)?(?:分工|范围)?"
    rf"(?:共同|分别|具体|联合|统一|各自|分头|密切|积极|全力|协同|主要|总|一起|牵头)*"
    rf"(?P<verb>{_LEADING}|{_SUPPORTING}|负责|承办|承担|组织实施|落实|实施|办理)"
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
_SAYS = re.compile(rf"(?:{_LEADING}|{_SUPPORTING}|负责|承办|承担|落实|实施|办理)|(?:单位|科室|部门)$")
_SEGMENTS = re.compile(r"[，,；;。\n]")
_OPENING = re.compile(r"^(?:(?:该|此|本|上述|以上|这)项?(?:工作|任务|项目|事项)?[，,]?|具体)?(?:由|以)?")
MARKED = re.compile(r"[（(](牵头|主办|主责|负责|配合|协办|参与|协助)(?:单位|科室|部门|股室|处室)?[)）]$")
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
_ANY_YEAR = 2024  # whether words are a time is asked, not which
_LONGEST = 400  # characters


def read_saying(content: str, year: int, *, bare: bool = False) -> Duties | None:
    """Read units with a verb, a time, or both; None as soon as anything else stands there.

    Args:
        content: the words.
        year: the plan's year, 0 if it has none.
        bare: units that stand there without a verb are responsible.
    """
    words = _ENDS_OF_SAYINGS.sub(r"\1，", content.strip(_EDGE))
    pieces = _segments(words) if len(words) <= _LONGEST else []
    reader = _Reader(year)
    return reader.result(bare=bare) if pieces and all(map(reader.reads, pieces)) else None


def says_something(value: str) -> bool:
    """Tell whether what stands behind the name of a field may be said with a verb: 甲科牵头，乙科配合."""
    return _SAYS.search(value) is not None


class _Reader:
    """Reads a saying piece by piece."""

    def __init__(self, year: int) -> None:
        self._year = year
        self._stated = Stated()
        self._waiting: list[str] = []  # units whose verb is still to come
        self._said = False
        self._takes_part = False

    def reads(self, piece: str) -> bool:
        """Read a piece; False if it says something else."""
        if is_time(piece, self._year):
            self._stated.add_time(piece, self._year)
            return True
        if is_endless(piece):
            self._said = True
            return True
        saying = self._without_time(_OPENING.sub("", piece))
        match = _IS_UNIT_OF.fullmatch(saying) or _SAID.fullmatch(saying)
        names = _units_only(match["names"] if match else saying)
        if match is None:
            self._waiting += names
            return bool(names)
        self._said = True
        if not names:
            return match["verb"] in _DONE_BY_PERSONS and _names_persons(match["names"])
        self._take(names, match["names"], match["verb"])
        return True

    def result(self, *, bare: bool) -> Duties | None:
        """Return what was read; None if it is no statement."""
        stated, waiting = self._stated, self._waiting
        if self._takes_part and not (stated.lead or stated.responsible or waiting):
            return None
        if waiting and not (bare or self._said or stated.due or stated.unread_due):
            return None
        if stated.lead:
            stated.support += waiting
        else:
            stated.responsible += waiting
        return stated.result()

    def _take(self, names: list[str], words: str, verb: str) -> None:
        stated = self._stated
        plain = [MARKED.sub("", name) for name in names]
        self._takes_part = verb in _TAKING_PART
        if verb in _SUPPORTING.split("|"):
            stated.responsible += self._waiting  # 甲科，乙科配合
            stated.support += plain
            self._waiting = []
            return
        names, plain = [*self._waiting, *names], [*self._waiting, *plain]
        self._waiting = []
        marked = [MARKED.sub("", name) for name in names if MARKED.search(name)]
        together = len(_TOGETHER_WITH.split(words)) > 1
        if marked or (together and not stated.lead):
            lead = marked or plain[:1]
            stated.lead += lead
            stated.support += [name for name in plain if name not in lead]
        elif verb in _LEADING.split("|"):
            stated.lead += plain
        elif stated.lead:
            stated.support += plain  # 甲科牵头，乙科、丙科负责
        else:
            stated.responsible += plain

    def _without_time(self, saying: str) -> str:
        """Return 甲科牵头 of 6月底前由甲科牵头完成, and take the time."""
        first = next(iter(read_times(saying, self._year or _ANY_YEAR)), None)
        if first is None or first.start or not (first.late or saying[first.end :].startswith("由")):
            return saying
        self._stated.add_time(first.text, self._year)
        return saying[first.end :].strip(_EDGE).removeprefix("由")


def _segments(words: str) -> Sequence[str]:
    """Part a saying at its commas, outside brackets."""
    pieces, depth, start = [], 0, 0
    for index, c in enumerate(words):
        depth = max(0, depth + (c in "（(") - (c in "）)"))
        if not depth and _SEGMENTS.match(c):
            pieces.append(words[start:index])
            start = index + 1
    return [piece.strip(_EDGE) for piece in (*pieces, words[start:]) if piece.strip(_EDGE)]


def _units_only(text: str) -> list[str]:
    """Return the names in a list if each is a unit's, else none."""
    names = [each for part in _TOGETHER_WITH.split(text) for each in unit_names(part)]
    return names if all(is_unit(MARKED.sub("", name)) for name in names) else []


def _names_persons(text: str) -> bool:
    """Tell whether somebody is named and no unit: 副局长李明."""
    return all(map(is_person, re.split(r"[、，,\s]+", text.strip(_EDGE))))


def is_time(piece: str, year: int) -> bool:
    """Tell whether words are a time and nothing else: 6月底前完成, 3月启动，年底见效."""
    words = piece.strip(_EDGE)
    times = read_times(words, year or _ANY_YEAR)
    rest = _cut_out(words, ((time.start, time.end) for time in times)) if times else _DATE_IN_FIGURES.sub("", words)
    return rest != words and _FILLS_TIME.fullmatch(rest) is not None


def is_endless(words: str) -> bool:
    """Tell whether words say that work has no last day, and nothing else: 长期坚持."""
    return _ENDLESS.fullmatch(words) is not None


def is_mere_time(content: str) -> bool:
    """Tell whether a bracket holds a time without a word for until or done: （5月）, （上半年）, （长期坚持）."""
    words = content.strip(_EDGE)
    return is_endless(words) or (is_time(words, _ANY_YEAR) and not _SAYS_UNTIL.search(words))


def _cut_out(text: str, spans: Iterable[tuple[int, int]]) -> str:
    rest, at = [], 0
    for start, end in spans:
        rest.append(text[at:start])
        at = end
    return "".join((*rest, text[at:]))
