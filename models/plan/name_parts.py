"""The words around a figure that are no part of its name: wishes before it, what leads to it, where it starts from.

>>> LEADS_TO_FIGURE.sub("", without_wishes("力争巩固率稳定在"))
'巩固率'
"""

import re

from models.plan.aims import STARTED
from models.plan.clauses import verbs_at
from models.plan.figures import Figure
from models.plan.words import word_list

_WISHES = tuple(
    word_list("""
    确保 力争 力求 争取 保证 实现 促进 推动 使 将 把 让 要 其中 至少 最少 共计 累计 总计 合计 计划 预计 全年
    年内 再 达到
    """)
)
_BOUNDS = (
    r"(?:[须应要需]?(?:达到|达)|不(?:得|能|应)?(?:少于|低于|小于|超过|超出|高于|多于|大于|突破)|至少|最少|至多|最多|最高|最低"
    r"|超过|突破|低于|高于|少于|多于|[在到至]|(?<=.)为)"
)
_CHANGES = (
    r"(?:分别|总数|总量|数量|累计|总共|共|均|各|稳定|保持|维持|提高|提升|增加|增长|扩大|下降|降低|减少|压减|压缩|压降|缩减|缩短|缩小|回落|延长|控制"
    r"|限制|降|减|压|缩|增|升)?"
)
_NEARLY = r"(?:将近|接近|大约|大概|约|近)"
LEADS_TO_FIGURE = re.compile(rf"{_CHANGES}{_BOUNDS}{_NEARLY}?$|(?:保持|维持|稳定|共|[≥≤<>＜＞]){_NEARLY}?$|{_NEARLY}$")
BEHIND_FIGURE = re.compile(r"^(?:及|或)?(?:以上|以下|以内|之内|左右|上下|以里)?的?")
_FROM = re.compile(rf"[从由自]{STARTED}[0-9０-９一二两三四五六七八九十百千半].*$")
_ON_GROUND = re.compile(r"在[^，,。；;]{0,24}基础上.*$")
_RATE = re.compile(r"每个?(?:月|季度?|半年|年度?|学期|学年)|一(?:年|学期)$")
_FOR_EACH = re.compile(r"每[生人](?:每?(?:[年月]|学期|学年))?$")
# Verbs and subjects that share no verb with the clause before, and are none that begin a job.
_OWN_CASE = tuple(
    word_list("""
    为 对 给 向 受益 惠及 覆盖 辐射 带动 吸引 涉及 参与 参加 占 选调 调配 输送 补充 签约 引育 评聘 聘用 录用
    发展 吸纳 承接 获 服务 奖励 奖补 转化 提供 到账 筹措 募集 化解 选育
    """)
)


def without_wishes(text: str) -> str:
    """Leave out what a sentence wishes for its figure: 确保, 力争, 至少."""
    for wish in _WISHES:
        # 争取上级资金 is work, 争取达到 a wish.
        if wish != "争取" or verbs_at(text, len(wish))[0] or LEADS_TO_FIGURE.search(text):
            text = text.removeprefix(wish)
    return text


def without_frame(text: str, figure: Figure) -> str:
    """Leave out a label before a colon, the rate, whom a standard is for, and where the figure starts from."""
    text = re.split(r"[：:]", text)[-1]
    if figure.baseline is not None:
        text = _ON_GROUND.sub("", _FROM.sub("", text))
    return _FOR_EACH.sub("", _RATE.sub("", text))


def begins_own_case(text: str) -> bool:
    """Tell whether words have a preposition, verb or subject of their own, so that they borrow no verb."""
    return text.startswith(_OWN_CASE)
