"""The names of fields that say who or when, and what is asked for in each: 责任科室：, 完成时限：, 分管领导：.

Bureaus put such names together from a few words in any order (市级牵头责任部门, 责任单位及责任人), so the words are
listed here and not the names. What is asked for follows from the word that decides: a name with 领导 or 责任人 and no
word for a unit asks for persons; then come times, support, lead, and last the plain 责任单位.

>>> [label_kind(label).value for label in ("责任科室", "牵头责任单位", "配合单位", "牵头领导", "办结时限", "备注")]
['responsible', 'lead', 'support', 'person', 'due', 'aside']
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class LabelKind(StrEnum):
    """What a field asks for; ``NONE`` is no field that is known here."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    PERSON = "person"
    DUE = "due"
    ASIDE = "aside"
    UNKNOWN = "unknown"
    NONE = ""


COLONS = ":：∶︰﹕"  # the third is a ratio's, which some input methods put for it
_UNIT_WORDS = "单位|科室|部门|股室|处室|主体|机构|分工|学校|镇街"
_PERSON_WORDS = (
    "责任人员|工作人员|责任人|负责人|联系人|经办人|承办人|联络员|联系方式|联系电话|电话|局领导|党组成员|领导|同志"
    "|副?(?:局|市|县|区|镇|科|处)长|班子成员|人员|人"
)
_TIME_WORDS = "时限|时间|期限|节点|日期|截止|进度"
_WORDS = re.compile(
    rf"(?:{_UNIT_WORDS}|{_PERSON_WORDS}|{_TIME_WORDS}|责任|牵头|主办|主责|主管|主要|主|承办|承担|落实|实施|负责|经办|归口|执行"
    r"|配合|协办|协助|协同|协作|参与|参加|参建|会办|支持|分管|包保|挂包|包联|联系|督办|督导|督查|监督|完成|办结|办理|整改|工作|任务"
    r"|职责|要求|安排|计划|推进|备注|说明|情况|市级|县级|区级|省级|校级|局级|市直|县直|区直|省|市|县|区|局内|局|机关|直属|相关|有关"
    r"|第一|首要|其他|其它|具体|直接|共同|次要|协|总|及|和|与|以及|、|/|[（(]|[)）]|\s){1,8}"
)
_DECIDES = (
    (LabelKind.DUE, re.compile(rf"{_TIME_WORDS}|^完成$|完成要求")),
    (LabelKind.ASIDE, re.compile(r"备注|说明|情况|督办|督导|督查|监督|方式")),
)
_SUPPORTS = re.compile(r"配合|协|参与|参加|参建|会办|支持|其他|其它|次要")
_LEADS = re.compile(r"牵头|主办|主责|主管|主要责任|主要负责|第一|首要|承办|归口|主责任|总责任")
_RESPONDS = re.compile(r"责任|落实|实施|承担|负责|执行|经办|完成单位|分工|包保|挂包|包联")
_OF_A_UNIT = re.compile(_UNIT_WORDS)
_OF_A_PERSON = re.compile(rf"{_PERSON_WORDS}|分管")
_JOINS = re.compile(r"[及和与、/（(]")
_PLAIN = {"单位", "科室", "部门", "股室", "处室", "责任"}
_COLON_OR_BRACKET = re.compile(rf"[{COLONS}（()）]")
_MARKS = f"；;，,。 \t\n\u3000{COLONS}"
# Recognisable wherever they stand: a word of duty and a word for who or when.
_CLEAR = (
    r"(?:责任|牵头|主办|主责|承办|配合|协办|协助|协同|参与|完成|办结|落实|实施)(?:责任)?"
    r"(?:单位|科室|部门|股室|处室|领导|责任人|负责人|人|时限|时间|期限|节点)(?:[及和、/]责任人|[（(](?:责任|负责)?人[)）])?"
)
_STARTS_CLEAR = re.compile(_CLEAR)
_ENDS_CLEAR = re.compile(rf"{_CLEAR}$")
_STRONG = re.compile(
    rf"{_CLEAR}|(?:[省市县区局]级?|直接|主要|其他|第一|总)?(?:责任|牵头|主办|配合|协办)(?:责任)?(?:{_UNIT_WORDS}|领导|人)"
    r"|责任|牵头|主办|配合|协办|承办|主责|时限|分管[\u4e00-\u9fff]{0,3}领导|分管领导|联系领导|责任领导|时间节点|(?:部门|责任|任务|职责)分工"
    r"|(?:完成|整改|办理|截止|工作)(?:时限|时间|期限|日期)|时间(?:要求|安排)|主管(?:单位|部门|科室)|联系人|联系电话"
    r"|(?:主要|具体)?负责(?:人|单位|科室|部门|股室|处室)|(?:包联|包保|挂联)(?:领导|单位|科室)"
)
_IN_SQUARE = re.compile(r"[【\[〔［〖]\s*([\u4e00-\u9fff（）()、及和/]{2,16}?)\s*[】\]〕］〗]\s?[:：∶]?")
_BEHIND = re.compile(rf"\s?(?:[{COLONS}]|为(?=[\u4e00-\u9fff]{{2}})|是(?=[\u4e00-\u9fff]{{2}}))")
LONGEST_LABEL = 16  # characters


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a field in a text: it begins at ``start``, its value at ``end``."""

    kind: LabelKind
    start: int
    end: int
    words: str


def label_kind(words: str) -> LabelKind:  # noqa: PLR0911 - one return a kind
    """Tell what a field of this name asks for."""
    compact = "".join(words.split())
    if not compact or len(compact) > LONGEST_LABEL or not _WORDS.fullmatch(compact):
        return LabelKind.NONE
    decided = next((kind for kind, pattern in _DECIDES if pattern.search(compact)), None)
    if decided is not None:
        return decided
    if _OF_A_PERSON.search(compact) and not _OF_A_UNIT.search(compact):
        return LabelKind.PERSON
    if _SUPPORTS.search(compact):
        both = _LEADS.search(compact) or ("责任" in compact and _JOINS.search(compact))
        return LabelKind.RESPONSIBLE if both else LabelKind.SUPPORT
    if _LEADS.search(compact):
        return LabelKind.LEAD
    if _RESPONDS.search(compact) or compact in _PLAIN:
        return LabelKind.RESPONSIBLE
    return LabelKind.NONE


def with_colons(text: str) -> str:
    """Write 【牵头科室】甲科【完成时限】6月 with marks and colons.

    >>> with_colons("【牵头科室】甲科【完成时限】6月")
    '；牵头科室：甲科；完成时限：6月'
    """
    if "】" not in text and "]" not in text and "〕" not in text and "］" not in text and "〗" not in text:
        return text
    return _IN_SQUARE.sub(lambda found: f"；{found[1]}：" if label_kind(found[1]) else found[0], text)


def label_in_square(text: str, at: int) -> int:
    """Return where the value begins if the name of a field stands in a square bracket at ``at``; 0 if none."""
    found = _IN_SQUARE.match(text, at)
    return found.end() if found and label_kind(found[1]) else 0


def find_labels(text: str) -> Iterator[Label]:
    """Run through the names of fields in what is known to be a statement of duties, in order.

    A name stands before a colon, behind a mark, a blank or the value before. A short one that is not known is
    ``UNKNOWN``, so that what stands behind it is not taken for a unit.
    """
    taken = 0
    depth = 0
    for found in _COLON_OR_BRACKET.finditer(text):
        index, c = found.start(), found[0]
        depth += (c in "（(") - (c in "）)")
        if c not in COLONS or depth > 0:
            continue
        looked_at = max(taken, index - 2 * LONGEST_LABEL)
        words = text[looked_at:index].rstrip()
        start = max(words.rfind(mark) for mark in _MARKS) + 1
        kind = label_kind(words[start:])
        if kind is LabelKind.NONE and (clear := _ENDS_CLEAR.search(words)):
            start, kind = clear.start(), label_kind(clear[0])
        if kind is LabelKind.NONE and 2 <= len(words) - start <= 8 and (start or looked_at == taken):
            kind = LabelKind.UNKNOWN
        if kind is not LabelKind.NONE:
            yield Label(kind, looked_at + start, index + 1, words[start:])
            taken = index + 1


def strong_label(text: str, at: int) -> int:
    """Return where the value begins if a clear name of a field stands at ``at``, outside any bracket; 0 if none.

    >>> strong_label("责任单位：甲科", 0), strong_label("责任到人：", 0), strong_label("参与人员：全体", 0)
    (5, 0, 0)
    """
    for match in (_STRONG.match(text, at), _STARTS_CLEAR.match(text, at)):
        colon = _BEHIND.match(text, match.end()) if match else None
        if colon:
            return colon.end()
    return 0
