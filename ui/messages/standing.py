"""How a period as a whole stands, in words: closed, under correction, signed off so far; and whose turn it is."""

from collections.abc import Sequence
from datetime import datetime

from models.core.periods import Period
from models.core.vocabulary import Role
from models.store.period_events import PeriodEvent
from models.work.sign_off import Standing, lacking
from ui.messages.message import messages, translate
from ui.wording import day, listed, period_name, role_word

Words = tuple[str, str, str, str]  # tone, headline, sentence, what to do
Step = tuple[str, str, bool]  # tone, state, whether it is the next one


def moment_words(at: datetime) -> str:
    """Say when somebody signed, on their own clock: 6月13日 10:32."""
    return f"{day(at.date(), with_year=False)} {at:%H:%M}"


def period_words(
    period: Period, closing: PeriodEvent | None, correction: PeriodEvent | None, standings: Sequence[Standing]
) -> Words:
    """Say how a period stands; blank where there is nothing to say.

    Args:
        period: which.
        closing: the return that has closed it, or None.
        correction: its reopening, while a correction is under way, or None.
        standings: who has signed the return to come.
    """
    if closing is not None:
        return _closed_words(period, closing)
    tone, headline, sentence = _signed_words(standings)
    if correction is not None:
        why = translate("standing", "原因：{reason}（{name}，{moment}）。").format(
            reason=correction.reason, name=correction.operator, moment=moment_words(correction.at)
        )
        then = headline or translate("standing", "改好后重新签批导出")
        told = translate("standing", "▲ 正在更正第 {before} 次填报表，导出后是第 {sequence} 次").format(
            before=correction.sequence - 1, sequence=correction.sequence
        )
        end = sentence or translate("standing", "表上会写明代替哪一次。")
        joined = translate("standing", "{why}{then}；{end}").format(why=why, then=then.lstrip("▲ "), end=end)
        return "yellow", told, joined, translate("standing", "去签批…")
    return (tone, headline, sentence, translate("standing", "去签批…")) if headline else ("accent", "", "", "")


def _signed_words(standings: Sequence[Standing]) -> tuple[str, str, str]:
    """Say who has signed: tone, headline and sentence, blank where nobody has."""
    stale = [standing for standing in standings if standing.out_of_date]
    if stale:
        sentence = translate("standing", "{names}的签批已经失效；导出前须重新签批。").format(
            names=listed([f"{role_word(one.role)} {one.name}" for one in stale])
        )
        return "yellow", translate("standing", "▲ 签批之后内容有改动"), sentence
    signed = [standing for standing in standings if standing.holds]
    if not signed:
        return "accent", "", ""
    names = listed([f"{role_word(one.role)} {one.name}" for one in signed])
    headline = translate("standing", "已签批：{names}").format(names=names)
    missing = lacking(standings)
    if missing:
        sentence = translate("standing", "还差{roles}签批；这时改动内容，已有的签批就会失效。").format(
            roles=listed([role_word(role) for role in missing])
        )
    else:
        sentence = translate("standing", "可以导出了；这时改动内容，签批就会失效。")
    return "accent", headline, sentence


def _closed_words(period: Period, closing: PeriodEvent) -> Words:
    headline = translate("standing", "● {period}已导出第 {sequence} 次填报表，表单只读").format(
        period=period_name(period), sequence=closing.sequence
    )
    sentence = translate("standing", "{moment} {name}导出，校验码 {code}。要改动，请先写明原因打开本期。").format(
        moment=moment_words(closing.at), name=closing.operator, code=closing.check_code
    )
    return "green", headline, sentence, translate("standing", "更正…")


def accepted_words(period: Period) -> Words:
    """Say that the superior has accepted the return of a period; there is nothing to do."""
    headline = translate("standing", "● {period}已通过上级审核").format(period=period_name(period))
    return "green", headline, translate("standing", "本期已锁定；确需更正，请联系上级单位退回。"), ""


def next_role(standings: Sequence[Standing]) -> Role | None:
    """Return whose turn it is: the first who is demanded and has not signed what is recorded now, or None."""
    return next(iter(lacking(standings)), None)


def step_words(standings: Sequence[Standing], role: Role, *, errors: int) -> Step:
    """Say how far one step of the signing off is, and what it waits for.

    Args:
        standings: all three, in their order.
        role: whose step.
        errors: how many findings must be corrected before anybody can sign.
    """
    place = [one.role for one in standings].index(role)
    standing, waits = standings[place], lacking(standings[:place])
    if standing.holds and standing.at is not None:
        return "green", translate("standing", "● 已签批 {moment}").format(moment=moment_words(standing.at)), False
    turn = not errors and next_role(standings) is role
    if standing.out_of_date:
        return "yellow", _stale_words(waits, errors=errors), turn
    if turn:
        alone = role is Role.FILLER and lacking(standings) == (Role.FILLER,)
        return "accent", translate("standing", "○ 导出时签批") if alone else translate("standing", "→ 下一步"), True
    return "secondary", _waiting_words(standing, waits, errors=errors), False


def _stale_words(waits: Sequence[Role], *, errors: int) -> str:
    """Say of a signature that is out of force what it takes to sign again."""
    if errors:
        return translate("standing", "▲ 内容已改，改正后重新签批")
    if waits:
        return translate("standing", "▲ 内容已改，等{roles}先签批").format(roles=_roles(waits))
    return translate("standing", "▲ 内容已改，须重新签批")


def _waiting_words(standing: Standing, waits: Sequence[Role], *, errors: int) -> str:
    """Say of a step that nobody has taken and whose turn it isn't what it waits for."""
    if not standing.demanded:
        if waits:
            return translate("standing", "可不签；要签，等{roles}先签批").format(roles=_roles(waits))
        return translate("standing", "可不签，打印后手写")
    if errors:
        return translate("standing", "○ 先改正上面的问题")
    return translate("standing", "○ 等{roles}先签批").format(roles=_roles(waits))


def _roles(roles: Sequence[Role]) -> str:
    return listed([role_word(one) for one in roles])


def next_words(standings: Sequence[Standing], *, errors: int, name: str) -> str:
    """Say in one sentence what comes next, and what it takes.

    Args:
        standings: all three, in their order.
        errors: how many findings must be corrected before.
        name: what stands in the field of whoever's turn it is.
    """
    if errors:
        return messages.tr("下一步：改正上面的 %n 处，改正后才能签批和导出。", "", errors)
    role = next_role(standings)
    if role is None:
        return translate("standing", "必签的都签了。下一步：导出。")
    rest = [one for one in lacking(standings) if one is not role]
    if role is Role.FILLER and not rest:
        return translate("standing", "下一步：导出；填报人随导出一并签批。")
    if name:
        words = translate("standing", "下一步：{role} {name} 签批（第 {place} 步）。")
    else:
        words = translate("standing", "下一步：{role}签批（第 {place} 步）。")
    words = words.format(role=role_word(role), name=name, place=list(Role).index(role) + 1)
    if rest:
        words += translate("standing", "然后：{roles}。").format(roles=listed([role_word(one) for one in rest]))
    return words
