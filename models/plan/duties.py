"""Who is responsible and until when, from what stands in a bracket, on a line or in a cell that says so.

- Named fields, in any order and however parted: 牵头单位：甲科；配合单位：乙科 完成时限：6月底前.
- Said with a verb: 甲科牵头，乙科、丙科配合; 由甲科会同乙科负责; 甲科、乙科按职责分工负责. Then each name must be a
  unit's by itself, else it is content (政府主导、社会参与).
- Units with a time: 基教科，6月底前. A time alone: 6月底前完成. Units alone only where ``bare`` is asked for.

The lead is who is called 牵头 (甲科、乙科（牵头）), else the first; the others support, as offices read such lists.
Persons (责任人, 分管领导, 基教科（张三）) are no units and are left out; what is a unit by its name is one behind
责任人, too. What is not understood (同上, 工作目标：…) stays in ``Duties.unread`` for a person to look at, and so does
a time in ``Duties.unread_due``.

>>> read_duties("责任单位：组干科、各县（市、区）教育局；完成时限：6月底前", 2024)
Duties(lead=('组干科',), support=('各县（市、区）教育局',), due=datetime.date(2024, 6, 30), unread_due='', unread='')
"""

import re

from models.plan.duty_labels import LabelKind, find_labels, strong_label, with_colons
from models.plan.duty_sayings import MARKED, is_mere_time, is_time, read_saying, says_something
from models.plan.stated_duties import NO_DUTIES, Duties, Stated
from models.plan.unit_names import LONGEST_NAME, is_unit, unit_names
from models.plan.words import VERBS

__all__ = ["NO_DUTIES", "Duties", "is_mere_list", "is_mere_time", "read_duties", "read_statement", "unit_names"]

_EDGE = " \t\n\u00a0\u3000。．.；;，,、：:！!?？"
_BEGIN_LABELS = ("责任", "牵头", "主办", "主责", "承办", "配合", "协办", "协助", "协同", "参与", "落实", "实施")
_UNTOLD = re.compile(r"(?:同上|上同|见附|详见|另行|待定|待明确|参照|如上|同前|〃|″).{0,10}")


def read_duties(content: str, year: int) -> Duties:
    """Read a statement of duties; what says nothing of them is an empty one."""
    return read_statement(content, year) or Duties()


def read_statement(content: str, year: int, *, bare: bool = False) -> Duties | None:
    """Read what may state duties; None if it does not, empty duties if it names persons or work without end only.

    Args:
        content: the words, without the brackets around them.
        year: the plan's year, 0 if it has none.
        bare: units that stand there without a word on what they are to do are responsible.
    """
    content = with_colons(content)
    labels = list(find_labels(content))
    known = [label for label in labels if label.kind is not LabelKind.UNKNOWN]
    if not known:
        if labels:
            return None
        without_colon = _read_without_colon(content, year)
        return read_saying(content, year, bare=bare) if without_colon is None else without_colon
    stated = Stated()
    before = content[: labels[0].start].strip(_EDGE)
    if before:
        opening = read_saying(before, year, bare=True)
        if opening is None:
            stated.unread = before
        else:
            stated.take(opening)
    ends = [*(label.start for label in labels[1:]), len(content)]
    for label, end in zip(labels, ends, strict=True):
        _read_field(stated, label.kind, content[label.end : end].strip(_EDGE), year)
        if label.kind is LabelKind.UNKNOWN:
            stated.unread = stated.unread or content[label.start : end].strip(_EDGE)
    return stated.result()


def _read_field(stated: Stated, kind: LabelKind, value: str, year: int) -> None:
    if kind is LabelKind.DUE:
        stated.add_time(value, year)
    elif kind is LabelKind.PERSON:  # 责任人：总务处
        stated.responsible += [name for name in unit_names(value) if is_unit(name)]
    elif kind in {LabelKind.LEAD, LabelKind.RESPONSIBLE, LabelKind.SUPPORT}:
        told_apart = read_saying(value, year) if says_something(value) else None
        if told_apart is not None and (told_apart.lead or told_apart.support):
            stated.take(told_apart)
        else:
            _read_units(stated, kind, value, year)


def _read_units(stated: Stated, kind: LabelKind, value: str, year: int) -> None:
    listed = {LabelKind.LEAD: stated.lead, LabelKind.SUPPORT: stated.support}.get(kind, stated.responsible)
    for name in _names_and_times(stated, value, year):
        marked = MARKED.search(name)
        if _UNTOLD.fullmatch(name) or _is_no_name(name):
            stated.unread = stated.unread or name
        elif marked:
            leads = marked[1] in {"牵头", "主办", "主责", "负责"}
            (stated.lead if leads else stated.support).append(MARKED.sub("", name))
        else:
            listed.append(name)


def _names_and_times(stated: Stated, value: str, year: int) -> list[str]:
    """Return the names in a list in which a time may stand as well: 基教科，6月底前完成."""
    rest = []
    for piece in re.split(r"([，,；;。\s])", value):
        if len(piece) > 1 and is_time(piece, year):
            stated.add_time(piece.strip(_EDGE), year)
        else:
            rest.append(piece)
    return unit_names("".join(rest))


def _is_no_name(name: str) -> bool:
    """Tell whether what stands in a list of units is a piece of work: 做好服务保障."""
    if is_unit(name):
        return False
    begins_with_work = any(name.startswith(verb) for verb in VERBS if len(verb) > 1)
    return len(name) > LONGEST_NAME or (begins_with_work and len(name) > 5) or any(c in name for c in "《》“”：:")


def _read_without_colon(content: str, year: int) -> Duties | None:
    """Read 责任科室组干科 and 责任单位为组干科, in which a colon was not thought needed."""
    words = content.strip(_EDGE)
    if not words.startswith(_BEGIN_LABELS):
        return None
    for length in range(3, 9):
        value = words[length:].strip(_EDGE).removeprefix("为").removeprefix("是")
        if strong_label(f"{words[:length]}：", 0) == length + 1 and value:
            told = read_statement(f"{words[:length]}：{value}", year)
            return told if told and all(map(is_unit, (*told.lead, *told.support))) else None
    return None


def is_mere_list(content: str) -> bool:
    """Tell whether a bracket holds units and not a word on what they are to do: （基教科、人事科）."""
    return read_statement(content, 0) is None and read_statement(content, 0, bare=True) is not None
