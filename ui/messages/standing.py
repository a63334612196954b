"""How a period as a whole stands, in words: closed by its return, signed off so far, or signed off out of date."""

from collections.abc import Sequence
from datetime import datetime

from models.core.periods import Period
from models.store.period_events import PeriodEvent
from models.work.sign_off import Standing, lacking
from ui.messages.message import translate
from ui.wording import day, listed, period_name, role_word

Words = tuple[str, str, str, str]  # tone, headline, sentence, what to do


def moment_words(at: datetime) -> str:
    """Say when somebody signed, on their own clock: 6月13日 10:32."""
    return f"{day(at.date(), with_year=False)} {at:%H:%M}"


def period_words(period: Period, closing: PeriodEvent | None, standings: Sequence[Standing]) -> Words:
    """Say how a period stands; blank where there is nothing to say."""
    if closing is not None:
        return _closed_words(period, closing)
    stale = [standing for standing in standings if standing.out_of_date]
    if stale:
        sentence = translate("standing", "{names}的签批已经失效；导出前须重新签批。").format(
            names=listed([f"{role_word(one.role)} {one.name}" for one in stale])
        )
        return "yellow", translate("standing", "▲ 签批之后内容有改动"), sentence, translate("standing", "去签批…")
    signed = [standing for standing in standings if standing.holds]
    if not signed:
        return "accent", "", "", ""
    names = listed([f"{role_word(one.role)} {one.name}" for one in signed])
    headline = translate("standing", "已签批：{names}").format(names=names)
    missing = lacking(standings)
    if missing:
        sentence = translate("standing", "还差{roles}签批；这时改动内容，已有的签批就会失效。").format(
            roles=listed([role_word(role) for role in missing])
        )
    else:
        sentence = translate("standing", "可以导出了；这时改动内容，签批就会失效。")
    return "accent", headline, sentence, translate("standing", "去签批…")


def _closed_words(period: Period, closing: PeriodEvent) -> Words:
    headline = translate("standing", "● {period}已导出第 {sequence} 次填报表，表单只读").format(
        period=period_name(period), sequence=closing.sequence
    )
    sentence = translate("standing", "{moment} {name}导出，校验码 {code}。要改动，请先写明原因打开本期。").format(
        moment=moment_words(closing.at), name=closing.operator, code=closing.check_code
    )
    return "green", headline, sentence, translate("standing", "更正…")
