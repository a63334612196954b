"""Text to a plan, step by step: skeleton, head, sentences, tasks, indicators, ids.

>>> plan = parse_plan("某局2024年工作要点\\n一、抓安全\\n1．管好校车。开展校车检查。召开安全会议。\\n")
>>> [(task.text, task.kind.value) for task in plan.tasks]
[('开展校车检查', 'ongoing'), ('召开安全会议', 'milestone')]
"""

import re
from dataclasses import dataclass
from pathlib import Path

from models.core.errors import UserError
from models.plan.head import read_head
from models.plan.model import Item, Part, Plan
from models.plan.sentences import Enclosures
from models.plan.structure import read_structure
from models.plan.tasks import TaskBuilder


@dataclass(eq=False)
class EmptyPlan(UserError):
    """There is no text at all."""

    path: Path | None = None


@dataclass(eq=False)
class NotAPlan(UserError):
    """The text is no plan.

    ``reason``: ``language`` (hardly any Chinese), ``numbering`` (no numbered parts and items), ``title`` (a numbered
    list, but neither its title nor its levels are those of a plan: minutes, a recipe, instructions).
    """

    reason: str
    path: Path | None = None


def parse_plan(text: str) -> Plan:
    """Read a plan from its text.

    Raises:
        EmptyPlan: the text is blank.
        NotAPlan: the text has not the form of a plan.
    """
    source = re.sub(r"\r\n?|[\u0085\u2028\u2029]", "\n", text).removeprefix("\ufeff")
    if not source.strip():
        raise EmptyPlan
    if not _is_mostly_chinese(source):
        raise NotAPlan("language")
    enclosures = Enclosures(source)
    structure = read_structure(source, enclosures)
    if structure is None:
        raise NotAPlan("numbering")
    head = read_head(source[: structure.head.end], source[structure.tail.start :])
    if structure.flat and not head.title:
        raise NotAPlan("title")
    builder = TaskBuilder(
        source, enclosures, numbered=structure.numbered, document_number=head.document_number, year=head.year
    )
    parts = tuple(
        Part(part.number, part.title, tuple(Item(i.number, i.title, i.span, builder.build(i)) for i in part.items))
        for part in structure.parts
    )
    if not any(item.tasks for part in parts for item in part.items):
        raise NotAPlan("numbering")
    return Plan(
        title=head.title,
        document_number=head.document_number,
        issuer=head.issuer,
        issued_on=head.issued_on,
        addressees=head.addressees,
        preamble=head.preamble,
        parts=parts,
        source=source,
        year=head.year,
        left_over=structure.left_over,
    )


def _is_mostly_chinese(source: str) -> bool:
    letters = chinese = 0
    for c in source:
        if c.isalpha():  # figures are of no language
            letters += 1
            chinese += "\u4e00" <= c <= "\u9fff"
    return chinese * 2 > letters
