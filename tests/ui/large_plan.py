"""A plan of any size, put together without parsing: for what must not grow with it."""

from models.core.vocabulary import TaskKind
from models.plan.model import Doubt, DoubtKind, Item, Part, Plan, Span, Task

_BODY = ("开展校车安全检查", "完善学校管理办法", "约谈校车司机", "召开校园安全会议", "公布学校检查结果")
_ITEMS = 20  # in a part


def large_plan(items: int) -> Plan:
    """Return a plan of so many items with five tasks each, and a doubt about the first task of each item."""
    text = ["某局2024年工作要点\n"]
    length = len(text[0])
    parts: list[Part] = []
    doubts: list[Doubt] = []
    for number in range(items):
        if number % _ITEMS == 0:
            parts.append(Part(len(parts) + 1, f"抓好第{len(parts) + 1}方面工作", ()))
        start = length
        title = f"{number % _ITEMS + 1}．加强第{number}方面管理。"
        text.append(title)
        length += len(title)
        tasks = []
        for position, words in enumerate(_BODY):
            own = f"{words}{number}。"
            span = Span(length, length + len(own))
            tasks.append(Task(f"{number}-{position}", own[:-1], span, TaskKind.ONGOING, (), (), None, ()))
            text.append(own)
            length += len(own)
        text.append("\n")
        item = Item(number % _ITEMS + 1, f"加强第{number}方面管理", Span(start, length), tuple(tasks))
        parts[-1] = Part(parts[-1].number, parts[-1].title, (*parts[-1].items, item))
        doubts.append(Doubt(DoubtKind.CLAUSE_MAY_BE_TASK, tasks[0].span, tasks[0].text, tasks[0].id))
        length += 1
    source = "".join(text)
    return Plan("某局2024年工作要点", "", "某局", None, (), "", tuple(parts), source, 2024, doubts=tuple(doubts))
