"""What one number of a list says for the next ones: a rate, for whom each is, that they are all there are.

每月召开会议1次、开展检查2次; 每名校领导联系2个年级、3个班级; 全市23所高中、156所初中.
"""

from dataclasses import replace

from models.core.vocabulary import Direction, Per
from models.plan.model import Span
from models.plan.told import Told, at_rate
from models.plan.unsure import Unsure

# What a rate is mostly stated in.
TIMES = frozenset({"次", "场", "期", "场次", "遍", "轮", "轮次", "节", "件", "篇"})
_LIST_MARKS = ("、", "和", "并", "及", "以及")
_SHARED = frozenset({Unsure.EACH, Unsure.WHOLE})
_LONGEST_MEMBER = 24  # characters from one number to the next; what stands further off is no list


def shared_in_lists(source: str, told: list[Told]) -> list[Told]:
    """Carry what a list's first number says on to its next members, with a question."""
    carried = list(told)
    for index in range(1, len(carried)):
        carried[index] = _next_member(source, carried[index - 1], carried[index])
    for index in range(1, len(carried)):
        carried[index] = _with_side_of(source, carried[index - 1], carried[index])
    for index in range(len(carried) - 2, -1, -1):
        carried[index] = _with_side_of(source, carried[index + 1], carried[index])
    return carried


def _with_side_of(source: str, other: Told, told: Told) -> Told:
    """Give a figure the side of its neighbour in a bare list of amounts: 分别控制在5%、3%, 5%和3%以内."""
    if not told.figure or not other.figure or other.figure.direction is not Direction.AT_MOST:
        return told
    first, last = sorted((told.span, other.span), key=lambda span: span.start)
    bare = source[first.end : last.start].strip() in {"、", "和", "及", "与", "以内、", "以下、", "以内和", "以下和"}
    if not bare or told.figure.unit != other.figure.unit:
        return told
    return replace(told, figure=replace(told.figure, direction=Direction.AT_MOST))


def continues_figures(source: str, before: Told, span: Span, unit: str) -> bool:
    """Tell whether a number is the next member of a list whose last one is a figure: 小学10小时、初中9小时."""
    if not before.figure or before.figure.unit != unit:
        return False
    between = source[before.span.end : span.start]
    return between.startswith(_LIST_MARKS) and len(between) <= _LONGEST_MEMBER


def _next_member(source: str, before: Told, told: Told) -> Told:
    figure = told.figure
    between = source[before.span.end : told.span.start]
    if not figure or len(between) > _LONGEST_MEMBER or not _continues_list(between):
        return told
    if before.unsure in _SHARED and not before.figure and not figure.names and not figure.unsure:
        return Told(told.span, unsure=before.unsure)
    per = before.figure.per if before.figure else None
    if not per or per is Per.YEAR or figure.per or figure.unit not in TIMES or "年" in between:
        return told
    return replace(told, figure=at_rate(figure, per), unsure=Unsure.RATE)


def _continues_list(between: str) -> bool:
    """Tell whether a mark of lists stands between two numbers: 年级、3个班级, 所高中、初中5所."""
    return any(mark in between for mark in _LIST_MARKS)
