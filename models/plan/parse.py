"""Text to a plan, step by step: paragraphs, skeleton, head, sentences, tasks, indicators, ids, doubts.

>>> plan = parse_plan("某局2024年工作要点\\n一、抓安全\\n1．管好校车。开展校车检查。召开安全会议。\\n")
>>> [(task.text, task.kind.value) for task in plan.tasks]
[('开展校车检查', 'ongoing'), ('召开安全会议', 'milestone')]
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from models.core.errors import UserError
from models.plan.asides import with_asides
from models.plan.breakdown import Breakdown, read_breakdown, tables_as_text
from models.plan.captions import Captions
from models.plan.deadlines import read_due
from models.plan.documents.blocks import Document, Table
from models.plan.documents.pasted import read_clipboard
from models.plan.documents.problems import OversizedDocument
from models.plan.doubts import collect_doubts, figures_outside, sentences_outside
from models.plan.duties import Duties
from models.plan.duty_places import joined_duties
from models.plan.guiding_ideas import without_aims
from models.plan.head import Head, read_head
from models.plan.heading_levels import numbered
from models.plan.model import Item, Part, Plan, Span
from models.plan.paragraphs import rejoin
from models.plan.sentences import Enclosures
from models.plan.structure import Structure, read_structure
from models.plan.table_duties import says_again, with_duties
from models.plan.tasks import TaskBuilder

MAX_PASTED = 2_000_000  # characters; the longest work points known have 70,000


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
    return plan_of(Document(tuple(_line_ends(text).split("\n"))))


def read_pasted(text: str) -> Plan:
    """Read a plan as text: prose, lines copied out of a PDF, or the cells of a sheet, parted by tabs or commas.

    Raises:
        EmptyPlan: the text is blank.
        NotAPlan: the text has not the form of a plan.
        OversizedDocument: it is longer than any plan.
    """
    if len(text) > MAX_PASTED:
        raise OversizedDocument("pasted")
    return plan_of(read_clipboard(_line_ends(text)))


def plan_of(document: Document) -> Plan:
    """Read a plan from the lines and tables of a file.

    A table with the header of a breakdown is the plan, unless the text around it holds more of one than the table, or
    says the same tasks: then the text is the plan, and the table says who and when.

    Raises:
        EmptyPlan: there are no words in it.
        NotAPlan: it has not the form of a plan.
    """
    document = numbered(document)
    breakdown = read_breakdown(document)
    lines = [line for block in document.blocks for line in _lines_of(block)]
    source, furniture = _source_of(lines, document)
    if not source.strip():
        raise EmptyPlan
    if not _is_mostly_chinese(source):
        raise NotAPlan("language")
    if breakdown is None:
        return with_asides(_of_text(source, furniture), (*document.asides, *tables_as_text(document)))
    items = _count_items(breakdown.text_around)
    if len(breakdown.tasks) * 2 >= items and not (items and says_again(breakdown.text_around, breakdown.tasks)):
        text = breakdown.text
        plan = _assemble(text.source, text.structure, document.furniture, breakdown)
        return with_asides(plan, (*breakdown.asides, *document.asides), text)
    source, furniture = _source_of(breakdown.text_around.split("\n"), document)
    plan, table = with_duties(_of_text(source, furniture), breakdown.tasks, breakdown.lines)
    return with_asides(plan, (table, *breakdown.asides, *document.asides))


def _of_text(source: str, furniture: Sequence[str]) -> Plan:
    enclosures = Enclosures(source)
    structure = read_structure(source, enclosures)
    if structure is None:
        raise NotAPlan("numbering")
    return _assemble(source, structure, furniture, None, enclosures)


def _assemble(
    source: str,
    structure: Structure,
    furniture: Sequence[str],
    breakdown: Breakdown | None,
    enclosures: Enclosures | None = None,
) -> Plan:
    enclosures = enclosures or Enclosures(source)
    around = _without(source, structure.left_over)
    head = read_head(around[: structure.head.end], around[structure.tail.start :], structure.tail.start)
    if structure.uncertain and not head.title and breakdown is None:
        raise NotAPlan("title")
    captions = Captions(source, enclosures, structure.numbered, structure.levels)
    builder = TaskBuilder(source, enclosures, captions, document_number=head.document_number, year=head.year)
    told_apart = [without_aims(source, enclosures, part) for part in structure.parts]
    in_titles = [builder.statements(part.title_span) for part, _ in told_apart]
    parts = tuple(
        Part(
            part.number,
            part.title,
            tuple(Item(i.number, i.title, i.span, builder.build(i, said)) for i in part.items),
        )
        for (part, _), in_title in zip(told_apart, in_titles, strict=True)
        for said in [joined_duties(in_title).or_else(Duties(due=read_due(part.due_text, head.year)))]
    )
    aims = [span for _, spans in told_apart for span in spans]
    if not any(item.tasks for part in parts for item in part.items):
        raise NotAPlan("numbering")
    structure = replace(structure, left_over=(*structure.left_over, *aims))
    plan = _plan(head, parts, structure, source, furniture)
    titles = [part.title_span for part in structure.parts if part.title_span]
    builder.doubts += sentences_outside(source, head.left_over)
    builder.doubts += figures_outside(source, enclosures, (*head.preamble_spans, *titles))
    # Who is responsible for a part is told by its tasks; its title is without the words that say so.
    said = [Span(each.start, each.end) for in_title in in_titles for each in in_title]
    plan = replace(plan, left_over=tuple(sorted((*plan.left_over, *said), key=lambda span: span.start)))
    return collect_doubts(plan, structure, builder.doubts)


def _without(source: str, spans: Sequence[Span]) -> str:
    """Blank stretches out, so that what stands around them keeps its place."""
    pieces, start = [], 0
    for span in sorted(spans, key=lambda each: each.start):
        pieces += [source[start : span.start], re.sub(r"[^\n]", " ", source[span.start : span.end])]
        start = span.end
    return "".join((*pieces, source[start:]))


def _plan(head: Head, parts: tuple[Part, ...], structure: Structure, source: str, furniture: Sequence[str]) -> Plan:
    left_over = [*structure.left_over, *head.left_over]
    if furniture:
        at = len(source) + 1
        source = "\n".join((source, *furniture))
        for line in furniture:
            left_over.append(Span(at, at + len(line)))
            at += len(line) + 1
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
        left_over=tuple(sorted(left_over, key=lambda span: span.start)),
        notice=head.notice,
    )


def _source_of(lines: Sequence[str], document: Document) -> tuple[str, list[str]]:
    paragraphs, furniture = rejoin(lines, hard_breaks=document.hard_breaks)
    return "\n".join(paragraphs), [*document.furniture, *furniture]


def _lines_of(block: str | Table) -> list[str]:
    return [block] if isinstance(block, str) else block.lines()


def _count_items(text: str) -> int:
    structure = read_structure(text, Enclosures(text)) if text.strip() else None
    return sum(len(part.items) for part in structure.parts) if structure else 0


def _line_ends(text: str) -> str:
    return re.sub(r"\r\n?|[\u0085\u2028\u2029]", "\n", text).removeprefix("\ufeff")


def _is_mostly_chinese(source: str) -> bool:
    letters = chinese = 0
    for c in source:
        if c.isalpha():  # figures are of no language
            letters += 1
            chinese += "\u4e00" <= c <= "\u9fff"
    return chinese * 2 > letters
