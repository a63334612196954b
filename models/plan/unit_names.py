"""The names of units: how a list of them is parted, and what tells a unit from a room, a meeting or a person.

A list is parted at 、，；/ and blanks outside brackets, and at 和, 及, 与 between two units only, for many offices have
such a word in their name (住房和城乡建设局, 规划与财务科). A group stays one: 各县（市、区）教育局, 各区、县教育局.
Persons beside their units (基教科 张三, 基教科（张三）) are left out, as are 无, — and 等.

>>> unit_names("基教科、人事科和各县（市、区）教育局，住房和城乡建设局等")
['基教科', '人事科', '各县（市、区）教育局', '住房和城乡建设局']
>>> [is_unit(name) for name in ("组干科", "各县（市、区）", "家长", "实验室", "民办")]
[True, True, False, False, False]
"""

import re

from models.plan.numerals import CHINESE
from models.plan.words import word_list

_SEPARATORS = "、，,；;。/／|｜ \t\n\u00a0\u3000"
_MARK_OR_BRACKET = re.compile(rf"[{_SEPARATORS}（()）]")
_EDGE = " \t\n\u00a0\u3000。．.；;，,、：:＊*"
_AND = re.compile(r"以及|[和及与]")
_AND_OTHERS = re.compile(
    r"(?<![高中初平优均同])等(?:[0-9多几]+|[两二三四五六七八九十]+)?[个家]?(?:其他|相关|有关|市直|区直|县直|职能|责任|成员|各)*"
    r"(?:科室|单位|部门|股室|处室|学校|机构|地区)?$"
)
_COUNTED = re.compile(r"^(?:[0-9０-９]{1,2}[.．、)）]|[①-⑳])\s*(?=[\u4e00-\u9fff])")
_NOBODY = re.compile(r"(?:暂?无|略|空|[-—－–/／\\]+|[0-9.．]+)")
_BARE_PLACE = re.compile(rf"[各全本]?[{CHINESE}]?[省州县市区旗镇乡]{{1,3}}")
_BRACKET_BEHIND = re.compile(r"(?P<name>.+?)[（(](?P<aside>[^（()）]{1,20})[)）]$")
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴"
    "夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_TITLES = "(?:副?(?:局|科|处|股|部|所|站|校|园|院|市|县|区|镇|乡|会|组|队)长|副?主任|副?书记|副?主席|同志|老师|秘书长)"
_NAME = rf"[{_SURNAMES}](?:[\u4e00-\u9fff]{{1,2}}|[ \u3000][\u4e00-\u9fff]|某某?)"
_PERSON = re.compile(
    rf"{_NAME}(?:{_TITLES})?|[{_SURNAMES}]{_TITLES}|(?:分管|局|党组|党委)*(?:{_TITLES}|党组成员|班子成员)(?:{_NAME})?"
)
_ABOUT_PERSON = re.compile(r".*(?:联系人|责任人|负责人|牵头人|电话|[0-9]{6}).*")
# Words of sectors and places that begin like a surname.
_NO_PERSONS = frozenset(
    word_list("""
    林业 文旅 文化 文明 金融 田径 康复 安监 安全 高校 高中 高新 高新区 武装 武装部 万达 易地 江苏 江南 石油 白云 马拉松
    龙口 文体 文联 文教 文广 文广新 陆军 史志 余热 毛纺 常委 常务 方志 史志办 高教 高职 金保 康养 文物 孔庙
    """)
)
# The last word of what may do a piece of work.
_UNIT = re.compile(
    r"(?:局|委|厅|科|处|室|股|办|部|政府|管委会|委员会|居委会|村委会|党组|党支部|总支|工会|学会|协会|研究会|理事会|基金会|红十字会"
    r"|教研会|妇联|残联|文联|侨联|社联|工商联|科协|中心|单位|部门|机构|学校|各[\u4e00-\u9fff]{0,8}校|中心校|党校|技校|中学|小学|高中"
    r"|初中|大学|学院|幼儿园|各[\u4e00-\u9fff]{0,6}园|[院所](?<![场厕]所)|[总支大中]队|少先队|消防队|专班|组|站(?<!网站)|馆|街道|镇|乡"
    r"|[县区市州旗省](?<![全我本城][县区市州旗省])|各地|银行|公司|集团|企业|电视台|广播台|报社|出版社|融媒体|法院|医院|基地|园区|学区"
    r"|系统|战线|校长室|门诊部|供电|学部)$"
)
# The same words at the end of rooms, kinds, states and meetings.
_NO_UNIT = re.compile(
    r".*(?:实验室|图书室|阅览室|教室|医务室|卫生室|咨询室|辅导室|舞蹈室|音乐室|美术室|书法室|活动室|保健室|计算机室|微机室|值班室"
    r"|警务室|谈话室|器材室|仪器室|准备室|功能室|专用室|录播室|休息室|储藏室|展室|温室|学科|本科|专科|文科|理科|工科|医科|百科|预科"
    r"|内科|外科|儿科|民办|公办|举办|主办|承办|联办|自办|开办|创办|兴办|合办|筹办|申办|补办|续办|新办|停办|交办|转办|协办|包办"
    r"|干部|全部|内部|外部|[东西南北中]部|局部|小学部|初中部|高中部|幼儿部|布局|格局|结局|全局|大局|到处|查处|惩处|好处|用处|之处"
    r"|长处|入股|参股|为中心|社会|机会|示范校|特色校|薄弱校|联盟校|校园|示范园|普惠园|公办园|民办园|场所|场馆|小组长|教研组长)"
    r"|[各全我本主老新农村中心]{0,3}(?:社区|校区|片区|地区|山区|城区|辖区)"
)
# Too common a word to be anybody's name: 学校负责 says nothing of which.
_NOBODYS_NAME = frozenset(
    word_list("""
    学校 政府 社会 单位 部门 机构 企业 集团 公司 中心 小学 中学 高中 初中 大学 幼儿园 学院 医院 银行 系统 基地 社区 街道
    园区 城市 县市 县区 区县 市县 乡镇 科室 处室 股室 本校 本市 本县 本区 全县 全市 全区 年级组 班组 小组 备课组 教研组
    """)
)
# What a name does not begin with: it is an aside, or a piece of work that is done to a unit or by it.
_NOT_FIRST = re.compile(
    r"(?:(?:责任|牵头|配合|主办|承办|协办)(?:单位|科室|部门|股室|处室)|含|包括|不含|如|例如|即|其中|另|原|以|新建|改建|扩建|打造|建成"
    r"|创建|成立|完善|加强|配备|更换|建设好|开展|召开|举办|制定|推进|推动|实施|完成|做好|抓好|加快|深入|积极|进一步|严格|认真|确保"
    r"|印发|出台|落实|协调|指导|督促|动员|鼓励|支持|要求|明确|根据|按照|依托|通过|在|每|定期|及时|到|全面|提升|强化|探索|建立"
    r"|组织(?!部|处|科|人|干|委|办|室|股|局|和|与))"
)
_NO_NAME = re.compile(r"[0-9０-９：:《》]|[至到]|以上|以下|阶段|年级")
LONGEST_NAME = 30  # characters


def unit_names(text: str) -> list[str]:
    """Part a list of units; a bracket inside a name (各县（市、区）教育局) parts nothing, and persons are left out."""
    pieces: list[tuple[str, str]] = []  # what stands before each piece, and the piece
    depth, start, mark = 0, 0, ""
    for found in _MARK_OR_BRACKET.finditer(text + "、"):
        index, c = found.start(), found[0]
        depth = max(0, depth + (c in "（(") - (c in "）)"))
        if (c in _SEPARATORS and not depth) or index == len(text):
            if text[start:index].strip(_EDGE):
                pieces.append((mark, text[start:index]))
                mark = ""
            mark += c
            start = index + 1
    names: list[str] = []
    for mark, piece in pieces:
        for name in _parted_at_and(_without_others(piece.strip(_EDGE).removeprefix("由"))):
            if names and mark == "、" and _BARE_PLACE.fullmatch(names[-1]) and not name.startswith("各"):
                names[-1] += "、" + name
            else:
                names.append(name)
    named = [name for each in names if (name := without_person(_closed(_COUNTED.sub("", each).strip(_EDGE))))]
    named = [name for name in named if not _NOBODY.fullmatch(name) and not name.startswith(("（", "("))]
    others = [name for name in named if not is_person(name)]
    return others if others or not all(map(is_person, named)) else []


def is_unit(name: str) -> bool:
    """Tell whether a name can be taken for a unit's where nothing says that it is one."""
    bracket = _BRACKET_BEHIND.fullmatch(name)
    bare = re.sub(r"[（(][^（()）]*[)）]|[“”]", "", name)
    if not 2 <= len(bare) <= LONGEST_NAME or bare in _NOBODYS_NAME or _NOT_FIRST.match(bare):
        return False
    if _NO_NAME.search(bare) or "（" in bare or "(" in bare or (bracket and re.search(r"[0-9：:]", bracket["aside"])):
        return False
    if "、" in bare and not is_unit(bare[bare.rindex("、") + 1 :]):
        return False
    if _NO_UNIT.fullmatch(bare):
        return False
    return _UNIT.search(bare) is not None


def is_person(name: str) -> bool:
    """Tell whether a name is a person's and no unit's: 张三, 李明局长."""
    return _PERSON.fullmatch(name) is not None and name not in _NO_PERSONS and not is_unit(name)


def without_person(name: str) -> str:
    """Return a unit's name without the person in brackets behind it: 基教科（张三）."""
    bracket = _BRACKET_BEHIND.fullmatch(name)
    if bracket and (
        _ABOUT_PERSON.fullmatch(bracket["aside"]) or all(map(is_person, re.split(r"[、，,\s]+", bracket["aside"])))
    ):
        return bracket["name"]
    return name


def _closed(name: str) -> str:
    """Return a name without closing brackets that nothing in it opened."""
    while (
        name
        and name[-1] in "）)】〕]］〗"
        and sum(map(name.count, "（(【〔[［〖")) < sum(map(name.count, "）)】〕]］〗"))
    ):
        name = name[:-1].rstrip(_EDGE)
    return name


def _without_others(name: str) -> str:
    return _AND_OTHERS.sub("", name)


def _parted_at_and(piece: str) -> list[str]:
    """Part 基教科和人事科, but not 住房和城乡建设局: both sides must be units by themselves."""
    for match in _AND.finditer(piece):
        left, right = piece[: match.start()], piece[match.end() :]
        if left.count("（") == left.count("）") and left.count("(") == left.count(")") and is_unit(left):
            parted = _parted_at_and(right)
            if all(is_unit(each) for each in parted):
                return [left, *parted]
    return [piece]
