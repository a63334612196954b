"""Plans of invented bureaus in the layouts that bureaus use, with what a clerk reads in them, written down by hand.

Each is a pair in tests/data/plans: ``NAME.txt`` and ``NAME.facts``. A line of the facts is a field of the head (title,
number, issuer, date, year, to), a part (#), an item (##), a task (-) or what is left over (left). Behind a task's words
stand ``| lead / support | due`` and, in braces, what its targets are: ``- 招聘教师90名 | 人事股 | 2024-06-30 {90 名}``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from models.core.numbers import plain
from models.plan.model import Plan

FOLDER = Path(__file__).parents[2] / "data" / "plans"
_TARGETS = re.compile(r"\s\{([^{}]*)\}")
_HEAD = ("title", "number", "issuer", "date", "year", "to")


@dataclass
class Facts:
    """What is to be read in one plan."""

    head: dict[str, str] = field(default_factory=dict)
    skeleton: list[str] = field(default_factory=list)
    wordings: list[str] = field(default_factory=list)
    duties: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    left_over: list[str] = field(default_factory=list)


def names() -> list[str]:
    """List the bureaus."""
    return sorted(file.stem for file in FOLDER.glob("*.facts"))


def text_of(name: str) -> str:
    """Return the document of a bureau."""
    return (FOLDER / f"{name}.txt").read_text("utf-8")


def facts_of(name: str) -> Facts:
    """Return what a clerk reads in it."""
    facts = Facts()
    for line in (FOLDER / f"{name}.facts").read_text("utf-8").splitlines():
        key, _, value = line.partition(" ")
        if key in _HEAD:
            facts.head[key] = value
        elif key == "left":
            facts.left_over.append(value)
        elif key in {"#", "##"}:
            facts.skeleton.append(line)
        else:
            targets = " ".join(_TARGETS.findall(line))
            words, duties, due = ([*map(str.strip, _TARGETS.sub("", value).split("|")), "", ""])[:3]
            facts.wordings.append(words)
            facts.duties.append(f"{words} | {duties} | {due}")
            facts.targets.append(f"{words} {targets}".strip())
    return facts


def read_facts(plan: Plan) -> Facts:
    """Return what was read, in the same form."""
    facts = Facts(dict(_read_head(plan)))
    for part in plan.parts:
        facts.skeleton.append(f"# {part.number} {part.title}".rstrip())
        for item in part.items:
            facts.skeleton.append(f"## {item.number} {item.title}")
    for task in plan.tasks:
        units = "、".join(task.lead) + (f" / {'、'.join(task.support)}" if task.support else "")
        targets = " ".join(f"{plain(each.target)} {each.unit}" for each in task.indicators)
        facts.wordings.append(task.text)
        facts.duties.append(f"{task.text} | {units} | {task.due or ''}")
        facts.targets.append(f"{task.text} {targets}".strip())
    facts.left_over = [plan.source[span.start : span.end].replace("\n", "⏎") for span in plan.left_over]
    return facts


def _read_head(plan: Plan) -> Iterator[tuple[str, str]]:
    date = plan.issued_on.isoformat() if plan.issued_on else ""
    values = (plan.title, plan.document_number, plan.issuer, date, str(plan.year), " | ".join(plan.addressees))
    yield from ((key, value) for key, value in zip(_HEAD, values, strict=True) if value)
