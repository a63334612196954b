"""How the closed sets of words and the figures are said to a reader, in the reader's language."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from models.core.numbers import plain
from models.core.periods import Period, PeriodKind
from models.core.vocabulary import Decision, Duty, Light, Role, Status, TaskKind
from models.store.signers import How
from models.workbooks.kinds import Kind

SIGNS = {Light.GREEN: "●", Light.YELLOW: "▲", Light.RED: "■", Light.NONE: "○"}
TONES = {Light.GREEN: "green", Light.YELLOW: "yellow", Light.RED: "red", Light.NONE: "faint"}

_TOO_MUCH = 100  # times the target: more is hardly meant, and its digits tell nothing


def status_word(status: Status) -> str:
    """Say a status."""
    match status:
        case Status.NOT_STARTED:
            return QCoreApplication.translate("wording", "未启动")
        case Status.IN_PROGRESS:
            return QCoreApplication.translate("wording", "推进中")
        case Status.COMPLETED:
            return QCoreApplication.translate("wording", "已完成")
        case Status.BEHIND:
            return QCoreApplication.translate("wording", "滞后")
        case Status.DEFERRED:
            return QCoreApplication.translate("wording", "暂缓")


def role_word(role: Role) -> str:
    """Say as what somebody signs."""
    match role:
        case Role.FILLER:
            return QCoreApplication.translate("wording", "填报人")
        case Role.REVIEWER:
            return QCoreApplication.translate("wording", "审核人")
        case Role.UNIT_HEAD:
            return QCoreApplication.translate("wording", "单位负责人")


def kind_word(kind: TaskKind) -> str:
    """Say what kind of promise a task is."""
    match kind:
        case TaskKind.QUANTIFIED:
            return QCoreApplication.translate("wording", "定量任务")
        case TaskKind.MILESTONE:
            return QCoreApplication.translate("wording", "节点任务")
        case TaskKind.ONGOING:
            return QCoreApplication.translate("wording", "常态任务")


def duty_word(duty: Duty) -> str:
    """Say which part a unit has in a task."""
    match duty:
        case Duty.LEAD:
            return QCoreApplication.translate("wording", "牵头")
        case Duty.SUPPORT:
            return QCoreApplication.translate("wording", "配合")


def workbook_word(kind: Kind) -> str:
    """Say what a signed workbook is."""
    match kind:
        case Kind.RETURN:
            return QCoreApplication.translate("wording", "进展填报表")
        case Kind.ASSIGNMENT:
            return QCoreApplication.translate("wording", "任务下达表")
        case Kind.RECEIPT:
            return QCoreApplication.translate("wording", "审核回执")


def decision_word(decision: Decision) -> str:
    """Say what a superior decided of a return."""
    match decision:
        case Decision.ACCEPTED:
            return QCoreApplication.translate("wording", "审核通过")
        case Decision.RETURNED:
            return QCoreApplication.translate("wording", "退回修改")


def light_word(light: Light) -> str:
    """Say a light, so that it never speaks by colour alone."""
    match light:
        case Light.GREEN:
            return QCoreApplication.translate("wording", "达进度")
        case Light.YELLOW:
            return QCoreApplication.translate("wording", "偏慢")
        case Light.RED:
            return QCoreApplication.translate("wording", "滞后")
        case Light.NONE:
            return QCoreApplication.translate("wording", "未填")


def how_word(how: How | None) -> str:
    """Say how a signer was confirmed."""
    match how:
        case How.PHONE:
            return QCoreApplication.translate("wording", "电话里核对")
        case How.IN_PERSON:
            return QCoreApplication.translate("wording", "当面核对")
        case How.ANNOUNCED:
            return QCoreApplication.translate("wording", "由旧签名担保")
        case How.OWN:
            return QCoreApplication.translate("wording", "本单位的")
        case None:
            return ""


def period_name(period: Period) -> str:
    """Say a period: 2021年第二季度, or Q2 2021 in English."""
    match period.kind:
        case PeriodKind.MONTH:
            pattern = QCoreApplication.translate("wording", "yyyy年M月", "a month with its year, in Qt's format")
            return QLocale().toString(QDate(period.year, period.ordinal, 1), pattern)
        case PeriodKind.QUARTER:
            text = QCoreApplication.translate("wording", "{year}年第{ordinal}季度")
        case PeriodKind.HALF:
            first = QCoreApplication.translate("wording", "{year}年上半年")
            text = first if period.ordinal == 1 else QCoreApplication.translate("wording", "{year}年下半年")
        case PeriodKind.YEAR:
            text = QCoreApplication.translate("wording", "{year}年全年")
    chinese = QCoreApplication.translate("wording", "一二三四", "the four ordinals of quarters, one character each")
    return text.format(year=period.year, ordinal=chinese[min(period.ordinal, 4) - 1])


def day(value: date, *, with_year: bool = True) -> str:
    """Say a date: 2021年4月6日, or 6 Apr 2021 in English."""
    if with_year:
        pattern = QCoreApplication.translate("wording", "yyyy年M月d日", "a date with its year, in Qt's format")
    else:
        pattern = QCoreApplication.translate("wording", "M月d日", "a date without its year, in Qt's format")
    return QLocale().toString(QDate(value.year, value.month, value.day), pattern)


def listed(names: Sequence[str]) -> str:
    """Say several names one after the other."""
    return QCoreApplication.translate("wording", "、", "between names that are listed").join(names)


def amount(value: Decimal) -> str:
    """Write an amount with thousands commas, all digits kept."""
    whole, _, fraction = plain(value).partition(".")
    return f"{int(whole):,}" + (f".{fraction}" if fraction else "")


def percent(ratio: Decimal) -> str:
    """Write a ratio as a percentage with one decimal at most: 0.667 is 66.7%, 1 is 100%; 100 and more is too much."""
    if ratio >= _TOO_MUCH:
        return f">{_TOO_MUCH}00%"
    value = (ratio * 100).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    return f"{plain(value)}%"


def points(ratio: Decimal) -> str:
    """Write a difference of two ratios in percentage points, without its sign."""
    return plain((abs(ratio) * 100).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))
