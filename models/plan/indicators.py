"""What a figure counts, in the words a person would write on a form: 做强乡镇中心小学, 集中培训（期）.

The name is the clause without the figure. Chinese leaves out what was just said, so it is put back:

1. 新改扩建学校13所、幼儿园20所: members of a list share the first one's verb → 新改扩建幼儿园.
2. 组建1个工作坊，43个群组: a clause without a verb has that of the clause before → 组建群组.
3. 达标学校15所、更新120所: a member that has a verb but no noun counts the noun before, by its head, which is the
   last word and in Chinese mostly two characters → 更新学校.
4. 40期1万人次集中培训: two figures side by side measure one thing; the unit tells the names apart, and the verb, which
   only carries (组织开展), is left out → 集中培训（期）, 集中培训（人次）.
5. 小学、初中巩固率分别达到99%、97%: what is named before 分别 is dealt out to the figures behind it, and a head noun
   that stands once is everybody's → 小学巩固率, 初中巩固率.
6. 巩固率达到99%: what leads to the figure (达到, 控制在, 不少于) is its direction, not its name → 巩固率. Wishes (确保,
   力争) are left out too.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from models.core.vocabulary import Direction, Per
from models.plan.clauses import skip_opening, verbs_at
from models.plan.figures import tell_numbers
from models.plan.lists_of_numbers import TIMES
from models.plan.model import Span
from models.plan.name_parts import LEADS_TO_FIGURE, dealt_out, opening_of, without_frame, without_wishes
from models.plan.naming import Said
from models.plan.sentences import Enclosures, clauses
from models.plan.told import Figure, Told, at_rate
from models.plan.unsure import Unsure

_SEPARATOR = re.compile(r"[、，,]|以及|及|和|与")
_CARRIERS = ("组织开展", "组织", "开展", "举办", "完成", "实施", "安排", "进行")
_RESPECTIVELY = re.compile(r"(.{2,80}?)[，,]?分别")
_AND = re.compile(r"[、，,]|以及|及|和|与")
_BETWEEN = re.compile(r"(?:以上|以下|以内)?(?:[、，,]|[和及与])")
_CHANGE = re.compile(r"(?:提高|提升|增长|增加|下降|降低|减少|压减)$")
_FOR_THE_YEAR = re.compile(r"全年|年内|年度|累计|共计")


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure and what it counts; ``unsure`` says why a person should look at it, if so."""

    name: str
    figure: Figure
    unsure: Unsure | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A number that was not taken as a target and may be one, and why that is asked."""

    span: Span
    why: Unsure


def read_indicators(source: str, enclosures: Enclosures, sentence: Span) -> list[NamedFigure]:
    """Find and name all targets of a sentence, in order."""
    return read_numbers(source, enclosures, sentence)[0]


def read_numbers(source: str, enclosures: Enclosures, sentence: Span) -> tuple[list[NamedFigure], list[Asked]]:
    """Return all targets of a sentence, named, and the numbers that may be more of them, each in order."""
    named: list[NamedFigure] = []
    asked: list[Asked] = []
    said = Said()
    for clause in clauses(source, enclosures, sentence):
        told = tell_numbers(source, enclosures, clause)
        asked += [Asked(one.span, one.unsure) for one in told if one.unsure and not one.figure]
        figures = [one.figure for one in told if one.figure]
        if figures:
            text = source[clause.start : clause.end]
            figures = _with_rate_said(figures, text, said, named[-1].figure if named else None)
            figures = _with_questions(figures, told)
            named += [one for one in _name_clause(source, clause, figures, said) if one.figure.unit]
        else:
            said = Said.of_clause(source[clause.start : clause.end])
    return named, asked


def _with_questions(figures: list[Figure], told: list[Told]) -> list[Figure]:
    """Put a figure without a unit where a number is asked about, so that the names beside it are parted rightly."""
    asked = [
        Figure(one.span, Decimal(0), "", Direction.AT_LEAST)
        for one in told
        if one.unsure and not one.figure and one.unsure is not Unsure.ASIDE
    ]
    return sorted((*figures, *asked), key=lambda each: each.span.start)


def _with_rate_said(figures: list[Figure], text: str, said: Said, last: Figure | None) -> list[Figure]:
    """Carry a rate on to the figures of the next clause that may be meant by it, with a question."""
    if _FOR_THE_YEAR.search(text):
        return figures
    leans = bool(said.per) and not verbs_at(text, skip_opening(text))[0]
    carried = []
    for figure in figures:
        if figure.per or figure.unit in {"%", "元"}:
            carried.append(figure)
        elif leans and said.per and figure.unit in TIMES:
            carried.append(at_rate(figure, said.per))
        elif last and last.per not in {None, Per.YEAR} and last.unit == figure.unit:
            carried.append(replace(figure, unsure=figure.unsure or Unsure.RATE))
        else:
            carried.append(figure)
    return carried


def _name_clause(source: str, clause: Span, figures: list[Figure], said: Said) -> list[NamedFigure]:
    start = clause.start + opening_of(source[clause.start : clause.end])
    named: list[NamedFigure] = []
    groups = _side_by_side(figures)
    names = _deal_out(source, start, groups)
    if names:
        return [NamedFigure(name, group[0], group[0].unsure) for name, group in zip(names, groups, strict=True)]
    respectively = len(groups) > 1 and "分别" in source[start : groups[0][0].span.start]
    for index, group in enumerate(groups):
        end = next_start = clause.end
        if index + 1 < len(groups):
            end, next_start = _part_members(source, group[-1].span.end, groups[index + 1][0].span.start)
            if end == next_start and _stands_behind(source, Span(start, clause.end), group, groups[index + 1]):
                end = next_start = group[-1].span.end
        before, after = source[start : group[0].span.start], source[group[-1].span.end : end]
        name, is_guess = said.name_next(before, after, group[0], is_listed=index > 0)
        guessed = Unsure.NAME if is_guess or respectively else None
        for figure in map(said.with_side, group):
            named += [
                NamedFigure(one, figure, guessed or figure.unsure)
                for one in [said.verb + each for each in figure.names] or [_tell_apart(name, figure, group)]
            ]
        start = next_start
    return named


def _deal_out(source: str, start: int, groups: list[list[Figure]]) -> list[str]:
    """Return a name for each figure behind 分别, if as many are named before it; otherwise nothing."""
    if len(groups) < 2 or any(len(group) > 1 for group in groups):
        return []
    before = source[start : groups[0][0].span.start]
    match = _RESPECTIVELY.match(before)
    if not match and not _is_bare_list(source, groups):
        return []
    words = match[1] if match else LEADS_TO_FIGURE.sub("", before)
    change = _CHANGE.search(before[match.end() :]) if match else None
    names = [part for part in _AND.split(without_wishes(without_frame(words, groups[0][0]))) if part]
    if len(names) != len(groups):
        return []
    return [name + (change[0] if change else "") for name in dealt_out(names)]


def _is_bare_list(source: str, groups: list[list[Figure]]) -> bool:
    """Tell whether nothing stands between the figures but marks: 优质化率、特色化率达到80%和60%."""
    return all(
        _BETWEEN.fullmatch(source, one[-1].span.end, following[0].span.start) for one, following in pairwise(groups)
    )


def _side_by_side(figures: list[Figure]) -> list[list[Figure]]:
    groups: list[list[Figure]] = []
    for figure in figures:
        if groups and groups[-1][-1].span.end == figure.span.start:
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return groups


def _part_members(source: str, start: int, following: int) -> tuple[int, int]:
    """Return where, between two figures, the words of the first end and those of the second begin."""
    between = source[start:following]
    separators = list(_SEPARATOR.finditer(between))
    if separators:
        # 学校13所、幼儿园20所 parts at once; 13所小学、初中和20所幼儿园 before the second figure.
        nearest = separators[0] if separators[0].start() == 0 else separators[-1]
        return start + nearest.start(), start + nearest.end()
    for index in range(1, len(between)):
        if verbs_at(between, index)[0]:
            return start + index, start + index  # 为5所学校配备10名教师
    return following, following


def _stands_behind(source: str, member: Span, group: list[Figure], following: list[Figure]) -> bool:
    """Tell whether figures stand behind what they count, without a mark between: 新建小学2所初中3所."""
    before = source[member.start : group[0].span.start].strip()
    ends = not any(c.isalnum() for c in source[following[-1].span.end : member.end])
    return bool(before) and ends and not before.endswith(("至", "到", "达", "于", "过"))


def _tell_apart(name: str, figure: Figure, group: list[Figure]) -> str:
    if len(group) > 1:
        carrier = next((word for word in _CARRIERS if name.startswith(word) and len(name) > len(word)), "")
        return f"{name.removeprefix(carrier)}（{figure.unit}）"
    return name or figure.unit
