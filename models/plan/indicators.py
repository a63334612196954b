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
from dataclasses import dataclass

from models.plan.clauses import skip_opening, verbs_at
from models.plan.figures import Figure, find_figures
from models.plan.model import Span
from models.plan.sentences import Enclosures, clauses

_SEPARATOR = re.compile(r"[、，,]|以及|及|和|与")
_CARRIERS = ("组织开展", "组织", "开展", "举办", "完成", "实施", "安排", "进行")
_WISHES = ("确保", "力争", "力求", "争取", "保证", "实现", "促进", "推动", "使", "将", "把", "让", "要")
_LEADS_TO_FIGURE = re.compile(
    r"(?:分别|总数|总量|数量|规模|累计|总共|共|均|各|稳定|保持|提高|提升|增加|增长|扩大|下降|降低|减少|压减|压缩|控制|限制)?"
    r"(?:达到|达|不(?:得|能)?(?:少于|低于|小于|超过|高于|多于|大于)|至少|最少|超过|突破|低于|高于|少于|[在到至])(?:约|近)?$|[约近共为≥≤<>]$"
)
_BEHIND_FIGURE = re.compile(r"^(?:及|或)?(?:以上|以下|以内|之内|左右|以里)?的?")
_BASELINE = re.compile(r"[从由自](?:20\d\d年|去年|上年|目前|现在|原来|当前)?[底末初]?的?\s?[0-9０-９].*$")
_RATE = re.compile(r"每个?(?:月|季度?|半年|年度?|学期|学年)")
_RESPECTIVELY = re.compile(r"(.{2,80}?)[，,]?分别")
_AND = re.compile(r"[、，,]|以及|及|和|与")
# Another verb behind the counted people says where they come or go: 接收学生来我县支教 counts 学生.
_GOES_ON = re.compile(r"(?<=.{2})(?<![未本原历外近将往])(?:来|赴|前往)(?=[\u4e00-\u9fff]{2})")
_EDGE = " \t\n\u3000，,、。；;：:.．等"
_BRACKET = re.compile(r"[（(][^（()）]{0,200}[)）]")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure and what it counts; ``certain`` is False where the name is a guess."""

    name: str
    figure: Figure
    certain: bool = True


@dataclass(slots=True)
class _Said:
    """What a later member of the sentence may leave out."""

    verb: str = ""
    noun: str = ""
    whole: str = ""  # of a clause without a figure, whose figure is all that follows: 培训教师，不少于500名
    noun_first: bool = False  # the figure stood behind what it counts: 学校13所, not 13所学校


def read_indicators(source: str, enclosures: Enclosures, sentence: Span) -> list[NamedFigure]:
    """Find and name all targets of a sentence, in order."""
    named: list[NamedFigure] = []
    said = _Said()
    for clause in clauses(source, enclosures, sentence):
        figures = find_figures(source, enclosures, clause)
        named += _name_clause(source, clause, figures, said)
        if not figures:
            said = _what_is_said(source[clause.start : clause.end])
    return named


def _what_is_said(text: str) -> _Said:
    start = skip_opening(text)
    verb_end = verbs_at(text, start)[1]
    return _Said(text[start:verb_end], whole=text[verb_end:].strip(_EDGE))


def _name_clause(source: str, clause: Span, figures: list[Figure], said: _Said) -> list[NamedFigure]:
    start = clause.start + skip_opening(source[clause.start : clause.end])
    named: list[NamedFigure] = []
    groups = _side_by_side(figures)
    dealt_out = _deal_out(source, start, groups)
    if dealt_out:
        return [NamedFigure(name, group[0]) for name, group in zip(dealt_out, groups, strict=True)]
    respectively = len(groups) > 1 and "分别" in source[start : groups[0][0].span.start]
    for index, group in enumerate(groups):
        end = next_start = clause.end
        if index + 1 < len(groups):
            end, next_start = _part_members(source, group[-1].span.end, groups[index + 1][0].span.start)
        before, after = source[start : group[0].span.start], source[group[-1].span.end : end]
        is_share = group[0].unit in {"%", "百分点", "个百分点"}
        name = _name_member(before, after, said, measures_share=is_share, is_listed=index > 0)
        certain = bool(name) and not respectively
        named += [NamedFigure(_tell_apart(name, figure, group), figure, certain) for figure in group]
        start = next_start
    return named


def _deal_out(source: str, start: int, groups: list[list[Figure]]) -> list[str]:
    """Return a name for each figure behind 分别, if as many are named before it; otherwise nothing."""
    if len(groups) < 2 or any(len(group) > 1 for group in groups):
        return []
    match = _RESPECTIVELY.match(source[start : groups[0][0].span.start])
    names = [part for part in _AND.split(_without_wishes(match[1])) if part] if match else []
    if len(names) != len(groups):
        return []
    *others, last = names
    verb = names[0][: verbs_at(names[0], 0)[1]]
    head = _shared_head(others, last)
    dealt = [name if name.endswith(last[-1:]) else name + head for name in others]
    return [name if not verb or name.startswith(verb) else verb + name for name in (*dealt, last)]


def _shared_head(others: list[str], last: str) -> str:
    """Return the noun that the last member of a list has for all: 小学、初中巩固率 → 巩固率."""
    modifier = len(others[-1])
    return last[modifier:] if len(last) > modifier + 1 else ""


def _without_wishes(text: str) -> str:
    for wish in _WISHES:
        # 争取上级资金 is work, 争取达到 a wish.
        if wish != "争取" or verbs_at(text, len(wish))[0] or _LEADS_TO_FIGURE.search(text):
            text = text.removeprefix(wish)
    return text


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


def _name_member(before: str, after: str, said: _Said, *, measures_share: bool, is_listed: bool) -> str:
    before = _BASELINE.sub("", _RATE.sub("", _BRACKET.sub("", before)).strip(_EDGE).removeprefix("其中"))
    before = _without_wishes(before)
    noun_before = _LEADS_TO_FIGURE.sub("", before)
    is_stated = noun_before != before and bool(noun_before)
    after = _BEHIND_FIGURE.sub("", _BRACKET.sub("", after)).strip(_EDGE)
    goes_on = _GOES_ON.search(after)
    if goes_on:
        after = after[: goes_on.start()]
    _, verb_end = verbs_at(noun_before, 0)
    verb, noun = noun_before[:verb_end], noun_before[verb_end:] + after
    if not verb and not noun and said.whole:
        verb, noun = said.verb, said.whole
    # Behind a comma a noun of its own shares the verb only where it is built alike: 新建学校13所，幼儿园20所, but not
    # in 举办30场讲座，受益家长2万人次.
    shares = is_listed or not noun_before or said.noun_first
    has_own_case = measures_share or is_stated or noun_before.startswith(("为", "对", "给", "向"))
    if not verb and shares and not has_own_case:
        verb = said.verb
    if verb and not noun:
        noun = said.noun[-2:]
    said.verb, said.noun, said.whole, said.noun_first = verb, noun, "", bool(noun_before) and not after
    return (verb + noun)[:_LONGEST_NAME]


def _tell_apart(name: str, figure: Figure, group: list[Figure]) -> str:
    if len(group) > 1:
        carrier = next((word for word in _CARRIERS if name.startswith(word) and len(name) > len(word)), "")
        return f"{name.removeprefix(carrier)}（{figure.unit}）"
    return name or figure.unit
