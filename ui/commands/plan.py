"""``plan FILE [--json OUT]``: show what the program makes of a document of work points.

Without ``--json`` a tree for reading; with it the same facts for other programs, printed or written to a file. The
shape of the JSON is a promise, described in docs/plan-json.md.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from models.core.numbers import plain
from models.core.safe_file import replace_file
from models.core.vocabulary import Direction, Per, TaskKind
from models.plan import read_plan
from models.plan.model import Doubt, Indicator, Plan, Task
from ui.messages.doubts import doubt_advice, doubt_sentence

STANDARD_OUTPUT = "-"

translate = QCoreApplication.translate


def summary() -> str:
    """Say in one line what the command is for."""
    return translate("plan_command", "读取工作要点，列出各部分、条目、任务和指标")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument(
        "file",
        type=Path,
        metavar=translate("plan_command", "文件"),
        help=translate(
            "plan_command", "工作要点或分解表：.docx、.xlsx、有文字的 .pdf，或者纯文本（UTF-8、GB18030、UTF-16）"
        ),
    )
    parser.add_argument(
        "--json",
        nargs="?",
        const=STANDARD_OUTPUT,
        metavar=translate("plan_command", "输出文件"),
        help=translate("plan_command", "写成 JSON；不写文件名或写 - 就打印出来"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Print or write the plan; what is wrong with the file is raised."""
    plan = read_plan(arguments.file)
    if arguments.json is None:
        for line in _tree(plan):
            print(line)
        return 0
    text = json.dumps(as_json(plan), ensure_ascii=False, indent=2) + "\n"
    if arguments.json == STANDARD_OUTPUT:
        print(text, end="")
    else:
        replace_file(Path(arguments.json), text.encode("utf-8"))
    return 0


def as_json(plan: Plan) -> dict[str, object]:
    """Return the plan as other programs read it; docs/plan-json.md says what each member means."""
    return {
        "title": plan.title,
        "year": plan.year or None,
        "document_number": plan.document_number,
        "issuer": plan.issuer,
        "issued_on": plan.issued_on.isoformat() if plan.issued_on else None,
        "addressees": list(plan.addressees),
        "preamble": plan.preamble,
        "parts": [
            {
                "number": part.number,
                "title": part.title,
                "items": [
                    {
                        "number": item.number,
                        "title": item.title,
                        "start": item.span.start,
                        "end": item.span.end,
                        "tasks": [_task_as_json(task) for task in item.tasks],
                    }
                    for item in part.items
                ],
            }
            for part in plan.parts
        ],
        "notice": plan.notice,
        "left_over": [plan.source[span.start : span.end] for span in plan.left_over],
        "doubts": [_doubt_as_json(doubt) for doubt in plan.doubts],
        "source": plan.source,
    }


def _doubt_as_json(doubt: Doubt) -> dict[str, object]:
    return {
        "kind": doubt.kind.value,
        "task": doubt.task_id or None,
        "text": doubt.text,
        "start": doubt.span.start,
        "end": doubt.span.end,
        "sentence": doubt_sentence(doubt),
        "advice": doubt_advice(doubt),
        **({"facts": dict(doubt.facts)} if doubt.facts else {}),
    }


def _task_as_json(task: Task) -> dict[str, object]:
    return {
        "id": task.id,
        "text": task.text,
        "start": task.span.start,
        "end": task.span.end,
        "kind": task.kind.value,
        "lead": list(task.lead),
        "support": list(task.support),
        "due": task.due.isoformat() if task.due else None,
        "indicators": [
            {
                "id": each.id,
                "name": each.name,
                "start": each.span.start,
                "end": each.span.end,
                "target": plain(each.target),
                "unit": each.unit,
                "direction": each.direction.value,
                "baseline": plain(each.baseline) if each.baseline is not None else None,
                "per": each.per.value if each.per else None,
                "each": plain(each.each) if each.per else None,
            }
            for each in task.indicators
        ],
    }


def _tree(plan: Plan) -> Iterator[str]:
    yield plan.title
    yield from _head_lines(plan)
    for part in plan.parts:
        yield ""
        yield (
            translate("plan_command", "第 {number} 部分　{title}").format(number=part.number, title=part.title).rstrip()
        )
        for item in part.items:
            yield f"  {item.number}. {item.title}"
            for task in item.tasks:
                yield from _task_lines(task)
    yield ""
    for span in plan.left_over:
        yield translate("plan_command", "没有归入任务：{text}").format(text=plan.source[span.start : span.end])
    yield from _doubt_lines(plan)
    yield _counts(plan)


def _doubt_lines(plan: Plan) -> Iterator[str]:
    if plan.doubts:
        yield translate("plan_command", "请看这 {count} 处：").format(count=len(plan.doubts))
    for doubt in plan.doubts:
        yield f"  {doubt.task_id or '—'} {doubt_sentence(doubt)}"


def _head_lines(plan: Plan) -> Iterator[str]:
    facts = (
        (translate("plan_command", "文号"), plan.document_number),
        (translate("plan_command", "发文机关"), plan.issuer),
        (translate("plan_command", "发文日期"), plan.issued_on.isoformat() if plan.issued_on else ""),
        (translate("plan_command", "主送"), translate("plan_command", "、").join(plan.addressees)),
    )
    for name, value in facts:
        if value:
            yield translate("plan_command", "{name}：{value}").format(name=name, value=value)


def _task_lines(task: Task) -> Iterator[str]:
    yield f"    {task.id} {_kind(task.kind)} {task.text}"
    facts = (
        (translate("plan_command", "牵头单位"), translate("plan_command", "、").join(task.lead)),
        (translate("plan_command", "配合单位"), translate("plan_command", "、").join(task.support)),
        (translate("plan_command", "完成时限"), task.due.isoformat() if task.due else ""),
    )
    for name, value in facts:
        if value:
            yield "      " + translate("plan_command", "{name}：{value}").format(name=name, value=value)
    for indicator in task.indicators:
        yield f"      - {_indicator(indicator)}"


def _indicator(indicator: Indicator) -> str:
    sign = "≤" if indicator.direction is Direction.AT_MOST else "≥"
    text = f"{indicator.name} {sign} {plain(indicator.target)} {indicator.unit}"
    if indicator.baseline is not None:
        baseline = f"{plain(indicator.baseline)} {indicator.unit}"
        text += translate("plan_command", "（起点 {baseline}）").format(baseline=baseline)
    if indicator.per:
        rate = f"{plain(indicator.each)} {indicator.unit}"
        text += translate("plan_command", "（{period} {rate}）").format(period=_period(indicator.per), rate=rate)
    return text


def _period(per: Per) -> str:
    match per:
        case Per.MONTH:
            return translate("plan_command", "每月")
        case Per.QUARTER:
            return translate("plan_command", "每季度")
        case Per.HALF:
            return translate("plan_command", "每半年")
        case Per.YEAR:
            return translate("plan_command", "每年")


def _kind(kind: TaskKind) -> str:
    match kind:
        case TaskKind.QUANTIFIED:
            return translate("plan_command", "【量化】")
        case TaskKind.MILESTONE:
            return translate("plan_command", "【节点】")
        case TaskKind.ONGOING:
            return translate("plan_command", "【常态】")


def _counts(plan: Plan) -> str:
    tasks = list(plan.tasks)
    kinds = Counter(task.kind for task in tasks)
    return translate(
        "plan_command",
        "共 {parts} 个部分、{items} 个条目、{tasks} 项任务（量化 {quantified}、节点 {milestone}、常态 {ongoing}）、"
        "{indicators} 个指标",
    ).format(
        parts=len(plan.parts),
        items=sum(1 for _ in plan.items),
        tasks=len(tasks),
        quantified=kinds[TaskKind.QUANTIFIED],
        milestone=kinds[TaskKind.MILESTONE],
        ongoing=kinds[TaskKind.ONGOING],
        indicators=sum(len(task.indicators) for task in tasks),
    )
