"""Contents for the tests: a tiny one whose every byte can be checked by hand, and a year's worth of realistic ones."""

import hashlib
import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Direction, Light, Status
from models.signing.certificate import Algorithm
from models.signing.identity import Identity, create_identity
from models.work.return_content import ReturnContent, ReturnEvidence, ReturnGroup, ReturnHead, ReturnRow, SignOff

PLAN = Path(__file__).resolve().parents[3] / "resources" / "plans" / "jining-2021.txt"
MADE_AT = datetime(2021, 3, 1, 9, tzinfo=UTC)
SIGNED_AT = datetime(2021, 6, 24, 9, tzinfo=UTC)
FINGERPRINT = "K7QM 2XHD 9PTA VW4E"

HEAD = ReturnHead(
    plan_id="P7K3QXM9RT",
    plan_title="济宁市教育局（中共济宁市委教育工委）2021年工作要点",
    document_number="济教字〔2021〕1号",
    year=2021,
    unit_name="示例区教育和体育局",
    unit_code="370899",
    period=Period(2021, PeriodKind.QUARTER, 2),
    sequence=1,
    supersedes="",
    sign_off=SignOff(filled_by="王小明", phone="0537-1234567", reviewed_by="李华", unit_head=""),
    filled_on=date(2021, 6, 24),
)


def row(number: int, task_id: str, text: str, **facts: object) -> ReturnRow:
    """Make a row without indicator and report, changed by ``facts``."""
    bare = ReturnRow(
        number=number,
        task_id=task_id,
        task_text=text,
        indicator_id=None,
        indicator_name="",
        unit="",
        direction=None,
        target=None,
        amount=None,
        no_data_reason="",
        completion=None,
        status=None,
        light=Light.NONE,
        narrative="",
        problems="",
        next_steps="",
        remark="",
    )
    return replace(bare, **facts)  # type: ignore[arg-type]


def indicator(  # noqa: PLR0917  one line of a table
    task_id: str, position: int, name: str, unit: str, target: str, amount: str | None = None
) -> dict[str, object]:
    """Return the facts of an indicator that should reach at least its target."""
    value = None if amount is None else Decimal(amount)
    return {
        "indicator_id": f"{task_id}/{position}",
        "indicator_name": name,
        "unit": unit,
        "direction": Direction.AT_LEAST,
        "target": Decimal(target),
        "amount": value,
        "completion": None if value is None else value / Decimal(target),
    }


def small_content() -> ReturnContent:
    """One group, one task with two indicators, one with none."""
    first = row(
        33,
        "06-7K3QXM",
        "实施强镇筑基行动",
        **indicator("06-7K3QXM", 1, "做强乡镇中心小学", "所", "9", "6"),
        status=Status.IN_PROGRESS,
        light=Light.GREEN,
        narrative="6所完成改造。\n已验收。",
        problems="资金有缺口",
        next_steps="7月招标",
        remark="无",
    )
    second = row(
        33,
        "06-7K3QXM",
        "实施强镇筑基行动",
        **indicator("06-7K3QXM", 2, "做强乡镇中心中学", "所", "9"),
        no_data_reason="未统计",
        status=Status.IN_PROGRESS,
        light=Light.NONE,
    )
    third = row(34, "06-QQQQQQ", "制定行动计划", status=Status.BEHIND, light=Light.RED)
    group = ReturnGroup(
        part_number=3, part_title="推进发展", item_number=6, item_title="突破基础教育", rows=(first, second, third)
    )
    return ReturnContent(head=HEAD, groups=(group,))


EVIDENCE = {
    ("06-7K3QXM", 33, "现场照片.jpg"): b"\xff\xd8 four classrooms",
    ("06-7K3QXM", 33, "验收意见.pdf"): b"%PDF-1.7 approved",
    ("06-QQQQQQ", 34, "行动计划（征求意见稿）.docx"): b"PK\x03\x04 a plan" * 100,
}


def full_content(*, draft: bool = False) -> ReturnContent:
    """Return the small one, corrected, signed off by two people in the program, with three files of evidence."""
    small = small_content()
    signed = replace(HEAD.sign_off, filled_at=SIGNED_AT - timedelta(minutes=5), reviewed_at=SIGNED_AT)
    head = replace(HEAD, sequence=2, supersedes="X6MN-PF35-D4JE", supersedes_sequence=1, sign_off=signed, draft=draft)
    return ReturnContent(head=head, groups=small.groups, evidence=tuple(map(listed, EVIDENCE)))


def listed(key: tuple[str, int, str]) -> ReturnEvidence:
    """Return what a return lists of a sample's file."""
    task_id, number, name = key
    content = EVIDENCE[key]
    digest = hashlib.sha256(content).hexdigest()
    return ReturnEvidence(number=number, task_id=task_id, name=name, size=len(content), sha256=digest)


_FIGURES = (
    ("做强乡镇中心小学", "所", "100"),
    ("更换防近视照明灯教室", "口", "5000"),
    ("培训人次", "人", "1000000"),
    ("投入资金", "元", "120000000"),
    ("普惠性幼儿园覆盖率", "%", "85.5"),
)
_SENTENCES = (
    "已印发实施方案，召开专题推进会2次，任务分解到17个责任科室和县区。",
    "组织专家开展实地督导，覆盖全部乡镇中心学校，建立问题台账并逐项销号。",
    "完成项目立项、勘察设计和公开招标，主体工程已封顶，正在进行内部装修。",
    "开展线上线下培训12期，累计参训教师3,486人次，满意度98.6%。",
)


def year_content(*, seed: int = 1, sentences: int = 2) -> ReturnContent:
    """Every sentence of the bundled document as a task, reported on at random; some texts as long as they may be."""
    chance = random.Random(seed)
    groups: list[ReturnGroup] = []
    part, title, number = 0, "", 0
    for line in PLAN.read_text(encoding="utf-8").splitlines():
        if line[:2] in {f"{n}、" for n in "一二三四五六"}:
            part, title = part + 1, line[2:].strip()
        elif part and line[:1].isdigit() and "．" in line[:3]:
            heading, body = line.split("。", 1)
            item, item_title = heading.split("．", 1)
            rows: list[ReturnRow] = []
            for text in filter(None, (t.strip() for t in body.replace("；", "。").split("。"))):
                number += 1
                rows.extend(_reported(chance, number, int(item), text, sentences))
            groups.append(
                ReturnGroup(
                    part_number=part, part_title=title, item_number=int(item), item_title=item_title, rows=tuple(rows)
                )
            )
    return ReturnContent(head=HEAD, groups=tuple(groups))


def long_text(length: int, mark: str) -> str:
    """Return a text of a length that begins and ends recognisably."""
    body = "".join(_SENTENCES) * (length // 60 + 1)
    return f"始{mark}：" + body[: length - 8 - 2 * len(mark)] + f"……完{mark}。"


def _reported(chance: random.Random, number: int, item: int, text: str, sentences: int) -> list[ReturnRow]:
    task_id = f"{item:02d}-" + "".join(chance.choices("23456789ABCDEFGHJKMNPQRTVWXYZ", k=6))
    report: dict[str, object] = {}
    light = chance.choice(list(Light))
    if light is not Light.NONE:
        report = {
            "status": chance.choice(list(Status)),
            "light": light,
            "narrative": "".join(chance.choices(_SENTENCES, k=chance.randint(1, sentences))),
            "problems": chance.choice(["", "中学改造资金尚有缺口。", "部门会签未完成，推进偏慢。"]),
            "next_steps": chance.choice(["", "7月底前完成全部项目招标，9月开工。", "暑假集中施工。"]),
        }
    if number % 37 == 0:
        report |= {
            "narrative": long_text(500, str(number)),
            "problems": long_text(300, "问"),
            "remark": long_text(120, "注"),
        }
    if number % 9:
        return [row(number, task_id, text, **report)]
    rows = []
    for position, (name, unit, target) in enumerate(chance.sample(_FIGURES, k=1 + number % 2), start=1):
        amount = str((Decimal(target) * chance.randint(0, 130) / 100).normalize())
        facts = indicator(task_id, position, name, unit, target, None if light is Light.NONE else amount)
        texts = report if position == 1 else {key: report[key] for key in ("status", "light") if key in report}
        rows.append(row(number, task_id, text, **facts, **texts))
    return rows


def make_identity(**facts: object) -> Identity:
    """Make the identity of the sample's unit, or another one; P-256, because it takes no time."""
    given: dict[str, object] = {"unit_name": HEAD.unit_name, "unit_code": HEAD.unit_code, "at": MADE_AT}
    return create_identity(**(given | facts), algorithm=Algorithm.P_256)  # type: ignore[arg-type]
