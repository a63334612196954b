"""Titles that are known by their style alone, with the numbers that a reader of the page needs none of.

A document whose titles are headings in Word's sense, but without a number anywhere, shows its levels by size and
weight. They are written here as GB/T 9704 writes them (一、 and （一）), so that its skeleton is found as any other's.

>>> titles = (("抓安全", 0), ("校车", 1), ("抓质量", 0))
>>> numbered(Document(("某局2024年工作要点", "抓安全", "校车", "开展检查。", "抓质量"), titles=titles)).blocks
('某局2024年工作要点', '一、抓安全', '（一）校车', '开展检查。', '二、抓质量')
"""

from collections.abc import Iterator
from dataclasses import replace

from models.core.numbers import chinese_numeral
from models.plan.documents.blocks import Document, Table
from models.plan.outline import begins_with_number

_FEWEST = 2  # titles; a single one is that of the document


def numbered(document: Document) -> Document:
    """Return the document with its titles numbered, if no line of it is numbered."""
    levels = _levels(document)
    if len(document.titles) < _FEWEST or not levels:
        return document
    if any(begins_with_number(block.strip()) for block in document.blocks if isinstance(block, str)):
        return document
    return replace(document, blocks=tuple(_with_numbers(document, levels)))


def _levels(document: Document) -> list[int]:
    """Return the two upper levels; one that stands alone at the very beginning is the document's own title."""
    levels = [level for _, level in document.titles]
    used = sorted(set(levels))
    if len(used) > 1 and levels.count(used[0]) == 1 and levels[0] == used[0]:
        used = used[1:]
    return used[:2]


def _with_numbers(document: Document, levels: list[int]) -> Iterator[str | Table]:
    waiting = list(document.titles)
    counts = [0] * len(levels)
    for block in document.blocks:
        if not isinstance(block, str) or not waiting or block != waiting[0][0]:
            yield block
            continue
        level = waiting.pop(0)[1]
        if level not in levels:
            yield block
            continue
        depth = levels.index(level)
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (len(counts) - depth - 1)
        number = chinese_numeral(counts[depth])
        yield f"{number}、{block}" if depth == 0 else f"（{number}）{block}"
