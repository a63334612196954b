"""What stands around a number in its clause, as far as it says what the number is: the verb, the bound, the rate."""

import re
from collections.abc import Container
from functools import cached_property

from models.plan.clauses import skip_opening, verbs_at
from models.plan.measures import NAMING
from models.plan.quantities import Quantity
from models.plan.words import VERBS, WORKING, Verb, word_list

_REACH = 40  # characters before a number that can say what it is; no more, so that a long clause costs no more
_NEAR = 12
_AHEAD = 14
_SOFT = re.compile(r"(?:约|近|共|各|再|新|还|已|了|出|大约|将近|累计|共计|全年|不?少?于?)\s?$")
_BOUND = re.compile(
    r"(?:不(?:得|能|应)?(?:少|低|小)于|不(?:得|能|应)?(?:超过|超出|高于|多于|大于|突破)|至少|至多|最多|最少|最高|最低|超过|突破|高于|多于|低于|少于|小于"
    r"|达到|达|控制在|限制在|保持在?|稳定在?|维持在?|(?<!做)(?<!落实)[到至]|共计|累计|总计|合计|[≥≤＞＜><])\s?(?:约|近|的)?\s?$"
)
_STRICT_BOUND = re.compile(
    r"(?:不(?:得|能|应)?(?:少|低|小)于|不(?:得|能|应)?(?:超过|超出|高于|多于|大于)|至少|至多|最多|最少|超过|低于|高于|达到|达|控制在|限制在|(?<![比])[≥≤]|累计|共计|总计|合计"
    r"|(?:时长|时数|学时数|天数|课时数|时限|期限|年限|工期|时间)"
    r"|(?:压[缩减降]|缩[短减]|减少|降低|下降|延长|提高|增加|提升|提[前速]|降|减|缩|增)(?:到|至|为))\s?(?:约|近)?\s?$"
)
_BEHIND_BOUND = re.compile(r"(?:及|或)?(?:以上|以内|以下|之内)(?=$|[，,。；;、）)])")
_ENDS = re.compile(r"(?:及|或)?(?:以上|以内|以下|左右|上下|不等)?\s*(?:$|[，,。；;、.．])")
# What is made or done so many times; 实施, 开展, 落实 take named things as well (开展三项行动).
_COUNTING = frozenset(
    word_list("""
    新建 改建 扩建 改扩建 新改扩建 新改建 建成 建设 创建 新增 增设 增加 成立 组建 设立 新设 评选 选树 认定 遴选
    命名 引进 引入 配备 购置 采购 举办 召开 编制 编写 编印 出版 制定 出台 评定 表彰 培训 轮训 招聘 选派 建立 签订
    申报 立项 开设 开发 承办 化解 整改 消除 完成 打造 培育 培养 推出 获评 获 招收 招录 组织 发放 发布 更新 更换 维修
    修缮 改造 新开 新办 建 再建 压减 减少
    """)
)
_DEEDS = frozenset(word for word, kind in VERBS.items() if kind is Verb.DEED) | _COUNTING
PERIODS = r"月|季度?|半年|年度?|学期|学年"
_RATE = re.compile(
    rf"(?:每个?(?P<per>{PERIODS})|(?<![第十新这])一(?P<one>年|学期)(?=[内至少不于]{{0,3}}$))[^，,。；;、每]{{0,16}}$"
)
_ONCE_IN = re.compile(
    r"(?:[一两二三四五六七八九十2-9２-９]个?(?:周|天|日|月|季度)|[两二三四五六七八九十2-9２-９]年)(?:至少)?$"
)
_RATE_OF_LIST = re.compile(rf"每个?(?:{PERIODS})[^，,。；;每]{{0,24}}[、和并][^，,。；;每、]{{0,6}}$")
_ODD_RATE = re.compile(
    r"每(?:天|日|周|星期|课|晚|早|逢|[两二三四五六七八九十]个?(?:年|月|周|天|学期|学年|个月)|[2-9１-９]个?(?:年|月|周|天))[^，,。；;、每]{0,16}$"
)
_EACH = re.compile(
    rf"每(?!个?(?:{PERIODS}|天|日|周|星期))[^，,。；;、]{{1,20}}$"
    r"|各(?!级|类|项|种|界|民|门|个|有|式|方|自|位|具|国)[^，,。；;、]{0,10}$"
)
_BRACKET = re.compile(r"[（(][^（()）]{0,30}[)）]")  # 每县（市、区）
_PER_HEAD = re.compile(r"(?:人|生|师|校|班|户|村|县|园|日|月)均[^，,。；;]{0,30}$")
_DEALT = re.compile(r"各(?:不(?:得)?(?:少|低)于|至少|约|近)?\s?$")


def opening_verbs(text: str) -> tuple[int, int]:
    """Return where the verbs stand that a clause begins with; both are the same where it begins with none."""
    start = skip_opening(text)
    return start, verbs_at(text, start)[1]


class Setting:
    """A number in its clause; what is asked for is found once.

    ``before`` are the words before it, ``near`` the last of them, ``behind`` those behind it and its measure,
    ``behind_number`` the measure and the words behind it.
    """

    def __init__(
        self, text: str, quantity: Quantity, verbs: tuple[int, int] | None = None, *, continues: bool = False
    ) -> None:
        """Cut out the words around the number.

        Args:
            text: the clause.
            quantity: the number.
            verbs: where those stand that the clause begins with, if that is known.
            continues: whether it is the next member of a list whose last one is a figure of the same measure.
        """
        self.text = text
        self.quantity = quantity
        self._verbs = verbs
        self.continues = continues
        self.before = text[max(0, quantity.start - _REACH) : quantity.start]
        self.near = self.before[-_NEAR:]
        self.behind = text[quantity.end : quantity.end + _AHEAD]
        self.behind_number = text[quantity.number_end : quantity.number_end + _AHEAD]

    @cached_property
    def is_bound(self) -> bool:
        """Whether the words before it say more than, less than, or reached."""
        return _BOUND.search(self.near) is not None

    @property
    def is_strictly_bound(self) -> bool:
        """Whether a length of time is more than when: 不少于3天, 压缩到3天, 3天以内 at the end."""
        return (
            self.continues
            or _STRICT_BOUND.search(self.near) is not None
            or _BEHIND_BOUND.match(self.behind) is not None
        )

    @property
    def ends_clause(self) -> bool:
        """Whether nothing but 以上 and its like stands behind it before the next mark."""
        return _ENDS.match(self.behind) is not None

    @cached_property
    def follows_verb(self) -> bool:
        """Whether a verb of work stands directly before it: 新建三所."""
        return self._ends_with(WORKING)

    @property
    def follows_deed(self) -> bool:
        """Whether that verb names a piece of work that can be counted: 开展两期, but not 用好四种."""
        return self._ends_with(_DEEDS)

    @property
    def follows_counting_verb(self) -> bool:
        """Whether that verb takes things that can be counted off."""
        return self._ends_with(_COUNTING)

    @cached_property
    def has_verb_before(self) -> bool:
        """Whether the clause begins with a verb, somewhere before the number."""
        start, end = self._verbs or opening_verbs(self.text)
        return start < end <= self.quantity.start

    @cached_property
    def counts_what_stands_before(self) -> bool:
        """Whether it ends its clause behind the noun that it counts: 新建公办幼儿园三所."""
        return self.ends_clause and self.has_verb_before and not self.follows_verb

    @cached_property
    def rate(self) -> re.Match[str] | None:
        """每季度…: the stretch of time that the number is stated for."""
        return _RATE.search(self.before) if "每" in self.before or "一" in self.near else None

    @property
    def has_rate_in_list(self) -> bool:
        """Whether a rate stands before the list that it is a member of: 每月开展一次排查、一次演练."""
        return "每" in self.before and _RATE_OF_LIST.search(self.before) is not None

    @cached_property
    def odd_rate(self) -> bool:
        """Whether it is stated for a stretch of which a year has no certain number: 每周, 每天, 每两年."""
        if self.quantity.unit in {"次", "遍", "轮"} and _ONCE_IN.search(self.near):
            return True
        return "每" in self.before and _ODD_RATE.search(self.before) is not None

    @property
    def is_for_each(self) -> bool:
        """Whether it is stated for each school or person."""
        may_be = "每" in self.before or "各" in self.before
        return may_be and not self.odd_rate and _EACH.search(_BRACKET.sub("", self.before)) is not None

    @property
    def is_per_head(self) -> bool:
        """Whether it is an average: 生均, 校均."""
        return "均" in self.before and _PER_HEAD.search(self.before) is not None

    @property
    def is_dealt(self) -> bool:
        """Whether it holds for each of those before it: 小学、初中各2所."""
        return "各" in self.near and _DEALT.search(self.near) is not None

    @property
    def is_small_and_spelled(self) -> bool:
        """Whether it is a Chinese numeral below ten with a measure word."""
        quantity = self.quantity
        return quantity.is_spelled and not quantity.has_scale and quantity.value is not None and quantity.value < 10

    @property
    def may_name(self) -> bool:
        """Whether its measure word also counts what has no size."""
        return self.quantity.unit in NAMING

    def _ends_with(self, verbs: Container[str]) -> bool:
        before = self.before
        soft = _SOFT.search(self.near)
        return any(before[-size:] in verbs for size in range(1, 5)) or bool(
            soft and any(self.near[: soft.start()][-size:] in verbs for size in range(1, 5))
        )
