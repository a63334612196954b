"""Who is responsible, from brackets and lines that say so: （责任单位：…）, 牵头单位：…, （甲科牵头，乙科配合）.

A bracket without such a word is content and stays in the wording. Where only 责任单位 is given, the first leads and
the others support, as offices read such lists, unless one of them is marked: 甲科、乙科（牵头）. Persons (责任人,
分管领导) are no units and are left out.

>>> read_duties("责任单位：组干科、各县（市、区）教育局；完成时限：6月底前", 2024)
Duties(lead=('组干科',), support=('各县（市、区）教育局',), due=datetime.date(2024, 6, 30), unread_due='')
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from models.plan.deadlines import find_deadline, is_unread_due, read_due

DUTY_WORDS = "责任|牵头|配合|主办|协办|承办|主责|参与|协同|分管|完成时|时限|时间节点|时间要求"
_FIELD = re.compile(
    r"(?:^|[；;，,。\s])\s*(责任|牵头|配合|主办|协办|承办|主责|参与|协同|完成|时限|时间|分管|备注|联系)([\u4e00-\u9fff]{0,6})\s*[:：]"
)
_BY_VERB = re.compile(r"([^，,；;]{2,80}?)(牵头|主办|负责|配合|协办|参与|协同)(?:[，,；;。]|$)")
_BY_OFFICE = re.compile(
    r"(?:按照?|依据|根据)(?:各自)?(?:职责|职能)(?:分工)?(?:分别)?(?=负责)|(?:共同|分别|具体)(?=负责|牵头)"
)
_LEADS_AND = re.compile(r"(牵头|主办)(?:负责|实施|落实|抓好?落实)")
_ONLY_DUE = re.compile(r"[^，,；;。]{2,24}(?:前|底|末|日|内)(?:全面|全部|基本)?(?:完成|落实|办结|到位)?")
_MARKED = re.compile(r"[（(](?:牵头|主办|主责)(?:单位|科室|部门)?[)）]$")
_SEPARATORS = "、，,；;/／ \t\n\u3000"
_AND = re.compile(r"(?<=[科处室股办局委校院部心])(?:和|及|与|以及)(?=[\u4e00-\u9fff]{2})")
_PERSONS = ("人", "领导", "同志", "电话")
_LEADS = {"牵头", "主办", "承办", "主责"}
_EDGE = " \t\n\u3000。．.；;，,、：:"


@dataclass(frozen=True, slots=True)
class Duties:
    """The units that lead and support, and the last day; empty where nothing is said of it.

    ``unread_due`` is what stands where a time is asked for and was not understood.
    """

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    due: date | None = None
    unread_due: str = ""

    def __bool__(self) -> bool:
        """Tell whether anything is stated."""
        return bool(self.lead or self.support or self.due or self.unread_due)

    def or_else(self, other: "Duties") -> "Duties":
        """Return these duties with what they do not say taken from others: units together, the time by itself."""
        units = self if self.lead or self.support else other
        return replace(
            self,
            lead=units.lead,
            support=units.support,
            due=self.due or other.due,
            unread_due=self.unread_due or ("" if self.due else other.unread_due),
        )


def read_duties(content: str, year: int) -> Duties:
    """Read what stands between the brackets; nothing if it is no statement of duties."""
    fields = list(_FIELD.finditer(content))
    if not fields:
        return _read_by_verb(content, year)
    lead: list[str] = []
    support: list[str] = []
    responsible: list[str] = []
    due, unread_due = None, ""
    ends = [*(field.start() for field in fields[1:]), len(content)]
    for field, end in zip(fields, ends, strict=True):
        value = content[field.end() : end].strip(_EDGE)
        word = field[1]
        if field[2].endswith(_PERSONS) or word in {"分管", "备注", "联系"} or field[2].endswith("情况"):
            continue
        if word in {"完成", "时限", "时间"}:
            due = read_due(value, year)
            unread_due = value if is_unread_due(value, year) else ""
        elif word in _LEADS:
            lead += unit_names(value)
        elif word == "责任":
            told_apart = _read_by_verb(value, year)
            lead += told_apart.lead
            support += told_apart.support
            responsible += () if told_apart else unit_names(value)
        else:
            support += unit_names(value)
    marked = [name for name in responsible if _MARKED.search(name)]
    if not lead:
        lead = [_MARKED.sub("", name) for name in marked] or responsible[:1]
        responsible = [name for name in responsible if name not in marked and name not in lead]
    units = dict.fromkeys((*responsible, *support))
    return Duties(tuple(dict.fromkeys(lead)), tuple(unit for unit in units if unit not in lead), due, unread_due)


def unit_names(text: str) -> list[str]:
    """Part a list of units; a bracket inside a name (各县（市、区）教育局) parts nothing."""
    names, depth, start = [], 0, 0
    for index, c in enumerate(text + "、"):
        depth = max(0, depth + (c in "（(") - (c in "）)"))
        if (c in _SEPARATORS and not depth) or index == len(text):
            names += _AND.split(text[start:index])
            start = index + 1
    cleaned = (re.sub(r"等$", "", name.strip(_EDGE).removeprefix("由")) for name in names)
    return [name for name in cleaned if name]


def _read_by_verb(content: str, year: int) -> Duties:
    content = _LEADS_AND.sub(r"\1", _BY_OFFICE.sub("", content))
    stated = {"lead": list[str](), "support": list[str]()}
    for names, verb in _BY_VERB.findall(content):
        units = unit_names(names)
        if verb == "负责" and not stated["lead"]:  # the first leads, as behind 责任单位
            stated["lead"], stated["support"] = units[:1], [*stated["support"], *units[1:]]
        elif verb == "负责":
            stated["support"] += units
        else:
            stated["lead" if verb in {"牵头", "主办"} else "support"] += units
    if not stated["lead"] and not stated["support"] and _ONLY_DUE.fullmatch(content.strip(_EDGE)):
        return Duties(due=find_deadline(content.strip(_EDGE), year))
    if not stated["lead"]:
        return Duties(support=tuple(stated["support"]))
    return Duties(tuple(stated["lead"]), tuple(stated["support"]), find_deadline(content, year))
