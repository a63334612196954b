"""Who is responsible, from brackets that say so: （责任单位：…）, （牵头单位：…；配合单位：…）, （甲科牵头，乙科配合）.

A bracket without such a word is content and stays in the wording. Where only 责任单位 is given, the first leads and the
others support, as offices read such lists. Persons (责任人, 分管领导) are no units and are left out.

>>> read_duties("责任单位：组干科、机关党委；完成时限：6月底前", 2024)
Duties(lead=('组干科',), support=('机关党委',), due=datetime.date(2024, 6, 30))
"""

import re
from dataclasses import dataclass
from datetime import date

from models.plan.deadlines import find_deadline

_FIELD = re.compile(
    r"(?:^|[；;，,。\s])\s*(责任|牵头|配合|主办|协办|承办|参与|完成|时限|分管)([\u4e00-\u9fff]{0,6})\s*[:：]"
)
_BY_VERB = re.compile(r"([^，,；;]{2,60}?)(牵头|主办|负责|配合|协办|参与)(?:[，,；;。]|$)")
_NAMES = re.compile(r"[、，,；;\s]+")
_PERSONS = ("人", "领导", "同志")


@dataclass(frozen=True, slots=True)
class Duties:
    """The units that lead and support, and the last day; empty where the bracket says nothing of it."""

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    due: date | None = None

    def __bool__(self) -> bool:
        """Tell whether anything is stated."""
        return bool(self.lead or self.support or self.due)


def read_duties(content: str, year: int) -> Duties:
    """Read what stands between the brackets; nothing if it is no statement of duties."""
    fields = list(_FIELD.finditer(content))
    if not fields:
        return _read_by_verb(content)
    lead: list[str] = []
    support: list[str] = []
    responsible: list[str] = []
    due = None
    ends = [*(field.start() for field in fields[1:]), len(content)]
    for field, end in zip(fields, ends, strict=True):
        value = content[field.end() : end]
        if field[2].endswith(_PERSONS) or field[1] == "分管":
            continue
        if field[1] in {"完成", "时限"}:
            due = find_deadline(value.strip(), year)
        elif field[1] in {"牵头", "主办", "承办"}:
            lead += _names(value)
        elif field[1] == "责任":
            responsible += _names(value)
        else:
            support += _names(value)
    if not lead:
        lead, responsible = responsible[:1], responsible[1:]
    return Duties(tuple(lead), tuple(responsible + support), due)


def _read_by_verb(content: str) -> Duties:
    stated = {"lead": list[str](), "support": list[str]()}
    for names, verb in _BY_VERB.findall(content):
        stated["lead" if verb in {"牵头", "主办", "负责"} else "support"] += _names(names.lstrip("由"))
    return Duties(tuple(stated["lead"]), tuple(stated["support"]))


def _names(text: str) -> list[str]:
    return [name for name in _NAMES.split(text.strip(" 。．.")) if name]
