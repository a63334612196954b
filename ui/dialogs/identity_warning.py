"""What a person should know of the signing identity when the window opens: that it runs out soon, or has."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.message_dialog import MessageDialog
from ui.messages import Message
from ui.messages.message import messages
from ui.operations.identity import IdentityState

OPEN = "openIdentity"  # the button that leads to the identity

translate = QCoreApplication.translate


def identity_warning(state: IdentityState, parent: QWidget) -> MessageDialog | None:
    """Make the dialog that warns, or nothing where there is nothing to warn of."""
    if state.identity is None or not state.is_due:
        return None
    if state.days_left < 0:
        message = Message(
            translate("identity_warning", "本单位的签名已经过期"),
            translate("identity_warning", "过期的签名不能再导出填报表，也担保不了新签名。"),
            translate("identity_warning", "请打开“签名身份”，点“遗失重建…”，再请上级核对新指纹。"),
        )
    else:
        message = Message(
            messages.tr("本单位的签名还有 %n 天到期", "", state.days_left),
            translate("identity_warning", "到期以后不能再导出填报表；现在续期，新签名由旧密钥担保，上级不用打电话。"),
            translate("identity_warning", "请打开“签名身份”，点“续期…”。"),
        )
    dialog = MessageDialog(message, parent, tone="red" if state.days_left < 0 else "yellow")
    dialog.add_action(translate("identity_warning", "打开签名身份…"), OPEN)
    return dialog
