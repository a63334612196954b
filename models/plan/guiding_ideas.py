"""Paragraphs that say in which spirit the year's work is done: nobody can be given 指导思想 or 基本原则.

They are told by their title, or by that of their part (一、总体要求 with （一）, （二） below it), and left over. What
they promise in figures stays work, for it is measured: from the first sentence that states a target on. A paragraph
on 工作目标 is work as a whole. What only tells how things are (基本情况, 存在问题) is none, whatever its figures.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.plan.indicators import read_indicators
from models.plan.model import Span
from models.plan.sentences import Enclosures, sentences
from models.plan.structure import ItemText, PartText

_AIM = re.compile(
    r"(?:20\d\d年)?度?(?:教育)?(?:工作)?的?(?:(?:总体?的?|基本)(?:要求|思路|原则|方针)|(?:工作|主要)?(?:思路|原则|理念|方针)"
    r"|指导(?:思想|方针|原则)|(?:工作|编制)?依据|重要意义|总则)"
)
_STATE = re.compile(
    r"(?:20\d\d年|去年|上半年|过去一年|一年来)?(?:[一-龥]{0,8})?(?:情况|形势|概况|成效|成绩|回顾)(?:分析|任务)?"
    r"|(?:学情|现状|背景|工作|形势)分析|(?:工作|编制)?背景|(?:20\d\d年|去年|上半年)?(?:教育)?(?:主要)?工作总结"
    r"|(?:主要|存在)?(?:的)?(?:主要)?(?:问题|不足|困难)(?:和(?:问题|不足|困难))?"
)
_GOAL = re.compile(r"目标|指标")
_AND = re.compile(r"[、和与及]")


def without_aims(source: str, enclosures: Enclosures, part: PartText) -> tuple[PartText, Sequence[Span]]:
    """Return a part with the items that are work, and what of the others is left over."""
    left_over: list[Span] = []
    items: list[ItemText] = []
    for item in part.items:
        if _is_work(item, part):
            items.append(item)
            continue
        is_state = _STATE.fullmatch(item.title) or _STATE.fullmatch(part.title)
        measured = None if is_state else _first_target(source, enclosures, item.body)
        if measured is None:
            left_over.append(item.span)
            continue
        if measured > item.body.start:
            left_over.append(Span(item.body.start, measured))
        items.append(replace(item, body=Span(measured, item.body.end)))
    return replace(part, items=tuple(items)), left_over


def _is_work(item: ItemText, part: PartText) -> bool:
    if _names_aims(item.title) or _STATE.fullmatch(item.title) or _STATE.fullmatch(part.title):
        return False
    return not _names_aims(part.title) or bool(_GOAL.search(item.title))


def _names_aims(title: str) -> bool:
    """Tell whether each thing that a title names is an aim, apart from goals: 指导思想和工作目标."""
    names = [name for name in _AND.split(title) if name]
    aims = [name for name in names if _AIM.fullmatch(name)]
    return bool(aims) and all(name in aims or _GOAL.search(name) for name in names)


def _first_target(source: str, enclosures: Enclosures, body: Span) -> int | None:
    for sentence in sentences(source, enclosures, body):
        if read_indicators(source, enclosures, sentence):
            return sentence.start
    return None
