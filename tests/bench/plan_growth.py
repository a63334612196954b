"""Parsing a plan of 2,000 items against a hundred plans of 20: as much text, so what is more is the price of size.

A ratio of 1 is linear growth; the exponent over two powers of ten is one more than half the ratio's logarithm to base
ten, so that 1.05 is a ratio of 1.26.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time

from measure import Pair

from models.plan.parse import parse_plan

BODY = (
    "开展校车检查，完善管理办法，6月底前更换校车20辆、座椅300套。建立“安全、稳定”长效机制（含演练5次），每季度召开1次会议，"
    "确保校园平安。小学、初中巩固率分别达到99%、97%，大班额比例控制在5%以内。推进教育重点工程建设，新改扩建学校13所、"
    "幼儿园20所，强化督导检查，规范资金管理。（责任单位：安全科、各县（市、区）教育局）"
)
_DIGITS = "一二三四五六七八九"


def plan_of(items: int) -> str:
    """Return the text of a plan with so many items, twenty in each part."""
    lines = ["某局2024年工作要点", "各科室：", "为做好工作，制定本要点。"]
    for number in range(items):
        if number % 20 == 0:
            part = number // 20 % 99 + 1
            tens, ones = divmod(part, 10)
            sign = (
                (_DIGITS[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones - 1] if ones else "")
            )
            lines.append(f"{sign}、抓好第{part}方面工作")
        lines.append(f"{number % 20 + 1}．加强第{number}方面管理。{BODY}")
    return "\n".join(lines)


@contextmanager
def plan_growth(folder: Path) -> Iterator[Pair]:
    """Parse one large plan; the reference parses a hundredth of it a hundred times."""
    large, small = plan_of(2000), plan_of(20)
    yield Pair(
        ours=lambda: parse_plan(large),
        reference=lambda: [parse_plan(small) for _ in range(100)],
        reference_name="100 plans of 20 items",
        rounds=3,
        amount=2000,
        unit="items",
    )


def growth_exponent(sizes: tuple[int, ...] = (20, 200, 2000)) -> float:
    """Return how the time grows with the text, from the smallest to the largest size: 1 is linear."""
    texts = [plan_of(size) for size in sizes]
    times = [min(_seconds(text) for _ in range(max(3, 100 // size))) for text, size in zip(texts, sizes, strict=True)]
    return math.log(times[-1] / times[0]) / math.log(len(texts[-1]) / len(texts[0]))


def _seconds(text: str) -> float:
    start = process_time()
    parse_plan(text)
    return process_time() - start
