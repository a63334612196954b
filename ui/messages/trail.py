"""The trail of a period in sentences: who signed, exported, corrected; what was done to PINs and demands."""

from collections.abc import Sequence
from datetime import datetime

from models.core.vocabulary import Role
from models.store.period_events import Event, PeriodEvent
from models.store.pin_events import PinAct, PinEvent
from ui.messages.message import translate
from ui.messages.standing import moment_words
from ui.wording import listed, role_word


def trail_lines(
    events: Sequence[PeriodEvent],
    pins: Sequence[PinEvent],
    demands: Sequence[tuple[datetime, str, tuple[Role, ...]]],
) -> list[str]:
    """Say what happened, the latest first, each line with its moment."""
    said = [(event.at, _period_sentence(event)) for event in events]
    said += [(event.at, _pin_sentence(event)) for event in pins]
    said += [
        (
            at,
            translate("trail", "{operator}改定必须签批的人：{roles}").format(
                operator=operator, roles=listed([role_word(role) for role in roles])
            ),
        )
        for at, operator, roles in demands
    ]
    said.sort(key=lambda line: line[0])
    return [
        translate("trail", "{moment}　{words}").format(moment=moment_words(at), words=words)
        for at, words in reversed(said)
    ]


def _period_sentence(event: PeriodEvent) -> str:
    match event.event:
        case Event.SIGNED_OFF:
            role = role_word(event.role) if event.role is not None else ""
            words = translate("trail", "{name}作为{role}签批（第 {sequence} 次）").format(
                name=event.name, role=role, sequence=event.sequence
            )
            if event.operator != event.name:
                words += translate("trail", "，{operator}在电脑前").format(operator=event.operator)
            return words
        case Event.CLOSED:
            return translate("trail", "{operator}导出第 {sequence} 次填报表，校验码 {code}").format(
                operator=event.operator, sequence=event.sequence, code=event.check_code
            )
        case Event.REOPENED:
            return translate("trail", "{operator}打开本期更正，将出第 {sequence} 次：{reason}").format(
                operator=event.operator, sequence=event.sequence, reason=event.reason
            )


def _pin_sentence(event: PinEvent) -> str:
    facts = {"operator": event.operator, "name": event.name, "reason": event.reason}
    match event.event:
        case PinAct.SET:
            text = translate("trail", "{operator}给{name}设了 PIN")
        case PinAct.CHANGED:
            text = translate("trail", "{operator}改了{name}的 PIN")
        case PinAct.REMOVED:
            text = translate("trail", "{operator}取消了{name}的 PIN")
        case PinAct.RESET:
            text = translate("trail", "{operator}重设了{name}的 PIN：{reason}")
    return text.format(**facts)
