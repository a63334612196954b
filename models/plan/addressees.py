"""The salutation of a notice as a list: whom a supervision clerk will assign tasks to, one entry each.

Members of a list that share one head noun each get it: in 甲区、乙区社会事业发展局 Chinese writes the office once, at
the end, but there are two offices and each gets its own assignment. A member that is an office by itself (市直各学校)
stays as it is, and so does a group (各县市区教育局), because the document doesn't name its members.

>>> split_addressees("各县教育局，甲新区、乙开发区社会事业发展局，市直各学校")
('各县教育局', '甲新区社会事业发展局', '乙开发区社会事业发展局', '市直各学校')
"""

import re

from models.plan.numerals import CHINESE
from models.plan.words import word_list

# The last word of the name of an office, a body or a group of them.
_OFFICES = tuple(
    word_list("""
    局 委 厅 部 办 处 室 校 园 院 所 站 馆 会 社 中心 政府 单位 学校 机构 公司 集团 科室 处室 部门 股室 队 镇
    街道 组 系统 高中 初中 小学 大学 中学 学区 成员 同志
    教职工 教职员工 教师 老师 系 支部 总支 班级 年级 教学点 党委 工委
""")
)
_SPLIT = re.compile(r"[，,；;]")
# A place ends with one of these; what follows is its office.
_PLACE = re.compile(r"(.{2,}(?:区|县|市|旗|州|镇|乡|省|街道|基地))(.{2,})")
_BARE_PLACE = re.compile(rf"[各全本]?[{CHINESE}]?[县市区旗镇乡]{{1,3}}")


def ends_like_office(text: str) -> bool:
    """Tell whether a name ends with the word for an office, a body or a group of them."""
    return text.rstrip("）)").endswith(_OFFICES)


def split_addressees(text: str) -> tuple[str, ...]:
    """List the addressees of a salutation (without its colon); empty if the text is no list of offices."""
    addressees: list[str] = []
    for group in _SPLIT.split(re.sub(r"\s+", "", text)):
        members = _join_bare_places(_split_outside_brackets(group))
        if members and not ends_like_office(members[-1]):
            return ()
        addressees += _share_head_noun(members)
    return tuple(addressees)


def _split_outside_brackets(group: str) -> list[str]:
    members, depth, start = [], 0, 0
    for index, c in enumerate(group):
        depth += (c in "（(") - (c in "）)")
        if c == "、" and depth <= 0:
            members.append(group[start:index])
            start = index + 1
    return [member for member in [*members, group[start:]] if member]


def _join_bare_places(members: list[str]) -> list[str]:
    """Put 各区、县教育局 together again, and 各科、室: 各区 alone is nobody's name but half of 各区县."""
    joined: list[str] = []
    for member in members:
        if joined and (_BARE_PLACE.fullmatch(joined[-1]) or len(member) == 1):
            joined[-1] += "、" + member
        else:
            joined.append(member)
    return joined


def _share_head_noun(members: list[str]) -> list[str]:
    shared = []
    office = ""
    for member in reversed(members):
        if ends_like_office(member):
            place = _PLACE.fullmatch(member)
            office = place[2] if place else ""
            shared.append(member)
        else:
            shared.append(member + office)
    return shared[::-1]


def names_offices(text: str) -> bool:
    """Tell whether a short text is a list of offices and nothing else: 基教科、人事科.

    >>> [names_offices(text) for text in ("基教科、人事科", "含演练", "三年级")]
    [True, False, False]
    """
    members = _split_outside_brackets(text.replace("，", "、").replace(",", "、"))
    return bool(members) and all(2 < len(each.strip()) <= 20 and each.strip().endswith(_BUREAUS) for each in members)


# What a bracket at the end of a sentence may list without saying that it lists units.
_BUREAUS = (
    "科",
    "处",
    "室",
    "股",
    "局",
    "委",
    "办",
    "部",
    "中心",
    "科室",
    "部门",
    "办公室",
    "大队",
    "研究院",
    "教研室",
)
