"""Lines that belong to the page and not to the text: page numbers, running heads and feet.

>>> part_furniture([["要点", "一、甲", "- 1 -"], ["要点", "二、乙", "- 2 -"], ["要点", "三、丙", "- 3 -"]])
(['一、甲', '二、乙', '三、丙'], ['要点', '- 1 -', '要点', '- 2 -', '要点', '- 3 -'])
"""

import re
from collections import Counter

_PAGE_NUMBER = re.compile(
    r"[\s\-—–－~·•]*(?:第\s*)?(?:\d{1,3}|[０-９]{1,3})(?:\s*页)?"
    r"(?:\s*[/／共,，、]\s*(?:共\s*)?(?:第\s*)?\d{1,3}\s*页?)?[\s\-—–－~·•]*"
)
_SENTENCE = re.compile(r"[。；！？]|，.*，")  # a running head is no sentence
_EDGE = 2  # lines at the top and at the bottom of a page that can be running heads or feet
_LONGEST = 60


def is_page_number(line: str) -> bool:
    """Tell whether a line is a page number and nothing else: 3, — 3 —, 第3页, 第 3 页 共 9 页, 3/9."""
    return bool(_PAGE_NUMBER.fullmatch(line)) and any(map(str.isdecimal, line))


def part_furniture(pages: list[list[str]]) -> tuple[list[str], list[str]]:
    """Part the lines of pages into text and furniture; blank lines at the edges of pages are neither."""
    trimmed = [_trim(page) for page in pages]
    edges = Counter(shape for page in trimmed for shape in {_shape(page[at]) for at in _edge_places(page)})
    running = {shape for shape, count in edges.items() if count > max(2, len(trimmed) // 3)}
    text: list[str] = []
    furniture: list[str] = []
    for page in trimmed:
        dropped = {at for at in _edge_places(page) if is_page_number(page[at]) or _shape(page[at]) in running}
        furniture += [page[at] for at in sorted(dropped)]
        text += _trim([line for at, line in enumerate(page) if at not in dropped])
    return text, furniture


def _edge_places(page: list[str]) -> list[int]:
    filled = [at for at, line in enumerate(page) if line.strip()]
    edges = dict.fromkeys((*filled[:_EDGE], *filled[-_EDGE:]))
    return [at for at in edges if len(page[at]) <= _LONGEST and not _SENTENCE.search(page[at])]


def _shape(line: str) -> str:
    """Return a line without what changes from page to page."""
    return re.sub(r"[\d０-９]+", "#", re.sub(r"\s+", "", line))


def _trim(page: list[str]) -> list[str]:
    filled = [at for at, line in enumerate(page) if line.strip()]
    return page[filled[0] : filled[-1] + 1] if filled else []
