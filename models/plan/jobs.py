"""A sentence to the jobs in it: at which commas a new job begins.

The question at each comma is a supervision clerk's: would another person get this? The rules, in this order, for a
clause after the first (roles: see ``clauses``):

1. A clause that leads in goes with the one after it.
2. A RESULT or BARE clause stays: it says what for, how, or leaves its verb or object to the clause before.
3. A DEED begins a new job, for it can be ticked off by itself. Two exceptions where the clause before only announces
   it: demands without a deed on the same topic (加强后备人才队伍建设，组织后备人才选拔), and a programme followed by
   the one figure that measures it (实施图书配备工程，完成达标学校15所).
4. A DEGREE stays if its object is no more than a pair of words (严格考务管理: parallel phrases are one demand) or
   repeats the topic of the job before (lexical cohesion: 优化专业设置，规范品牌专业建设); otherwise the topic has
   changed and a new job begins (加强档案室建设).
5. What is counted off (一是…，二是…) is a job each.
6. Demands that end in one common result (…，…，确保考试平稳) are one job, because the result is measured once.

The topic is what two clauses say in common, in pairs of characters, apart from words that each plan is full of and
those of the item's title, which all its sentences share.
"""

import re
from bisect import bisect_left
from collections.abc import Set
from dataclasses import dataclass
from itertools import pairwise

from models.core.vocabulary import TaskKind
from models.plan.clauses import ORDINAL, Clause, Role, understand
from models.plan.model import DoubtKind, Span
from models.plan.sentences import Enclosures, clauses
from models.plan.words import COMMON, FINISHING, PREPOSITIONS

_LONG_OBJECT = 8  # characters; what is shorter is seldom a job of its own
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")


@dataclass(frozen=True, slots=True)
class Job:
    """One job of a sentence: its stretch, its clauses, and where in it the rules could have gone the other way."""

    span: Span
    clauses: tuple[Clause, ...]
    doubts: tuple[tuple[DoubtKind, Span], ...] = ()


def split_jobs(
    source: str, enclosures: Enclosures, sentence: Span, *, given_topic: Set[str], figures: list[int]
) -> list[Job]:
    """Cut a sentence into jobs; their spans tile it.

    Args:
        given_topic: the pairs of characters that make no topic here (see ``topic_given_by``).
        figures: where in the source the targets of this sentence stand, in order.
    """
    spans = clauses(source, enclosures, sentence)
    if not spans:  # a number with nothing behind it
        return []
    understood = [understand(source[span.start : span.end]) for span in spans]
    edges = [bisect_left(figures, span.start) for span in spans] + [len(figures)]
    counted = [after - before for before, after in pairwise(edges)]
    texts = [source[span.start : span.end].lstrip() for span in spans]
    counted_off = {index for index, text in enumerate(texts) if ORDINAL.match(text)}
    groups, unsure = _group(understood, counted, given_topic, counted_off)
    return [
        Job(
            Span(spans[group[0]].start, spans[group[-1]].end),
            tuple(understood[index] for index in group),
            tuple((unsure[index], spans[index]) for index in group if index in unsure),
        )
        for group in groups
    ]


def topic_given_by(item_title: str) -> Set[str]:
    """Return the pairs that don't tell one sentence's topic from another's under this title."""
    return pairs(item_title) | COMMON


def kind_of_wording(text: str) -> TaskKind:
    """Return the kind of a task without a target: a milestone if one of its clauses finishes something."""
    parts = clauses(text, Enclosures(text), Span(0, len(text)))
    finishes = any(understand(text[part.start : part.end]).finishes for part in parts)
    return TaskKind.MILESTONE if finishes else TaskKind.ONGOING


def pairs(text: str, without: Set[str] = frozenset()) -> set[str]:
    """Return the pairs of neighbouring Chinese characters, a measure of topic that needs no dictionary.

    Characters of a pair in ``without`` are left out first, so that 校食 of 学校食堂 is no topic where 学校 is none.

    >>> sorted(pairs("学校课程实施", {"学校"}))
    ['实施', '程实', '课程']
    """
    found = set()
    for run in _HAN.findall(text):
        dull = [run[index : index + 2] in without for index in range(len(run) - 1)]
        hidden = [a or b for a, b in zip([*dull, False], [False, *dull], strict=True)]
        found |= {run[i : i + 2] for i in range(len(dull)) if not hidden[i] and not hidden[i + 1]}
    return found


def _group(
    understood: list[Clause], counted: list[int], given_topic: Set[str], counted_off: Set[int]
) -> tuple[list[list[int]], dict[int, DoubtKind]]:
    """Return the clauses of each job, by number, and the clauses that could have gone the other way."""
    unsure: dict[int, DoubtKind] = {}
    if _is_chain_with_result(understood) and not counted_off:
        return [list(range(len(understood)))], unsure
    figures_of_sentence = sum(counted)
    groups: list[list[int]] = []
    topic: set[str] = set()
    only_announced = False
    leading: list[int] = []
    for index, clause in enumerate(understood):
        if clause.role is Role.LEAD_IN:
            leading.append(index)
            continue
        own_topic = pairs(clause.object, given_topic)
        follows_programme = bool(groups) and len(groups[-1]) == 1 and understood[groups[-1][0]].names_programme
        measures = follows_programme and counted[index] == figures_of_sentence > 0
        shares_topic = not topic.isdisjoint(own_topic)
        begins = not measures and _begins_job(clause, shares_topic=shares_topic, only_announced=only_announced)
        begins = begins or index in counted_off
        if groups and not measures:
            before = [understood[each].role for each in groups[-1]]
            doubt = _doubt_about(clause, before, begins=begins, has_figures=counted[index] > 0)
            if doubt:
                unsure[index] = doubt
        if begins or not groups:
            groups.append([])
            topic = set()
            only_announced = True
        groups[-1] += [*leading, index]
        only_announced = only_announced and clause.role in {Role.DEGREE, Role.RESULT}
        topic |= own_topic
        leading = []
    if groups:
        groups[-1] += leading
    return groups or [leading], unsure


def _doubt_about(clause: Clause, before: list[Role], *, begins: bool, has_figures: bool) -> DoubtKind | None:
    """Tell where a clerk may see it otherwise than the rules.

    - A piece of work that stays because it has the topic of the demand before it.
    - A result that is said to be completed: 构建完成…体系.
    - Words that may begin with a verb that is not known here: 迎接…评价.
    - A demand that begins a job only because its topic is another than that of the demand before it.
    """
    if begins:
        weak = clause.role is Role.DEGREE and all(role is Role.DEGREE for role in before)
        return DoubtKind.TASK_MAY_BE_CLAUSE if weak else None
    finished = clause.role is Role.RESULT and clause.object.startswith(tuple(FINISHING))
    unknown = (
        clause.role is Role.BARE
        and not clause.verbs
        and len(clause.object) >= _LONG_OBJECT
        and not has_figures
        and not clause.object.startswith(PREPOSITIONS)
        and "、" not in clause.object
    )
    return DoubtKind.CLAUSE_MAY_BE_TASK if clause.role is Role.DEED or finished or unknown else None


def _begins_job(clause: Clause, *, shares_topic: bool, only_announced: bool) -> bool:
    match clause.role:
        case Role.DEED:
            return not (only_announced and shares_topic)
        case Role.DEGREE:
            return not clause.is_short and not shares_topic
        case _:
            return False


def _is_chain_with_result(understood: list[Clause]) -> bool:
    *demands, last = understood
    return len(demands) > 1 and last.role is Role.RESULT and all(each.role is Role.DEGREE for each in demands)
