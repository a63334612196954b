"""From an error to its message, by its class; and an error on the terminal."""

from typing import TextIO

from models.core.errors import Cancelled, EnvironmentProblem, UserError
from ui.messages import (
    assign,
    blank_form,
    core,
    exchange,
    from_above,
    plan,
    review,
    sign_off,
    signing,
    store,
    workbooks,
)
from ui.messages.message import Message, Table, translate
from ui.messages.report import report

TABLE: Table = (
    core.TABLE
    | plan.TABLE
    | review.TABLE
    | sign_off.TABLE
    | signing.TABLE
    | store.TABLE
    | workbooks.TABLE
    | assign.TABLE
    | exchange.TABLE
    | from_above.TABLE
    | blank_form.TABLE
)


def explain(error: BaseException) -> Message:
    """Say in the reader's language what an error means; whatever is in no table is a fault of the program."""
    for kind in type(error).__mro__:
        if kind.__name__ in TABLE and issubclass(kind, (UserError, EnvironmentProblem, Cancelled)):
            return TABLE[kind.__name__](error)
    return Message(
        translate("messages", "程序出了意外，这一步没有做成"),
        translate("messages", "这是程序的错误，不是您的操作有误。已经填好的内容都在，窗口可以继续用。"),
        translate("messages", "请再试一次；还不行，就把详细信息复制给技术人员（其中没有您填写的内容）。"),
        report(error),
    )


def print_error(error: BaseException, stream: TextIO) -> None:
    """Write an error as one line: what is wrong · what to do. Only a fault of the program has more to say."""
    message = explain(error)
    print(f"{message.happened} · {message.advice}", file=stream)
    if message.details and not isinstance(error, (UserError, EnvironmentProblem)):
        print(message.details, file=stream)
