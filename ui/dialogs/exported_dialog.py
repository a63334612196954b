"""After the export: the check code, large, because it is what a paper copy is compared by."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.dialogs.parts import button, label, row, stack, surface
from ui.dialogs.sheet import Sheet
from ui.operations.returns import Exported
from ui.operations.runner import Runner
from ui.theme import code_font
from ui.tokens import Space, Type
from ui.wording import period_name

WIDTH = 520


class ExportedDialog(Sheet):
    """Shows what was written and where."""

    def __init__(self, exported: Exported, *, runner: Runner, parent: QWidget | None = None) -> None:
        """Show one exported return."""
        title = self.tr("草稿已保存") if exported.draft else self.tr("已签名导出")
        super().__init__(parent, name="exportedDialog", title=title, width=WIDTH)
        self._exported = exported
        self._runner = runner
        tone = "yellow" if exported.draft else "green"
        happened = self.tr("▲ {period}的草稿已保存") if exported.draft else self.tr("● {period}填报表已签名导出")
        happened = happened.format(period=period_name(exported.period))
        notice = surface(f"notice-{tone}", name="exportedCard", spacing=Space.HAIR)
        stack(notice).addWidget(label(happened, "exportedTitle", tone=tone, size="section", wrap=True))
        name = label(exported.path.name, "fileName", wrap=True)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        stack(notice).addWidget(name)
        self.column.addWidget(notice)
        self.column.addWidget(self._code_card())
        self.column.addLayout(self._facts())
        self.column.addWidget(label(self._next(), "exportedNext", tone="secondary", wrap=True))
        folder = button(self.tr("打开文件夹"), "openFolder", primary=True)  # what one does next: hand it over
        folder.clicked.connect(self._open_folder)
        again = button(self.tr("再校验一次"), "verifyAgain")
        again.clicked.connect(self._verify)
        close = button(self.tr("关闭"), "closeButton")
        close.clicked.connect(self.accept)
        self.foot.addLayout(row(again, None, close, folder))
        folder.setFocus()

    def _code_card(self) -> QWidget:
        card = surface("card", name="codeCard", spacing=Space.HAIR)
        caption = label(self.tr("数据校验码"), tone="label")
        code = label(self._exported.check_code, "checkCode")
        code.setAccessibleName(self.tr("数据校验码"))
        code.setAccessibleDescription(self._exported.check_code)
        code.setFont(code_font(Type.FIGURE))
        # The style sheet of the application names no size for this label, so its font is the one set here.
        code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._copy = button(self.tr("复制"), "copyCode", quiet=True)
        self._copy.clicked.connect(self._copy_code)
        layout: QVBoxLayout = stack(card)
        layout.addWidget(caption)
        layout.addLayout(row(code, None, self._copy))
        return card

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.PANEL)
        grid.setVerticalSpacing(Space.SMALL)
        facts: tuple[tuple[str, QLabel], ...] = (
            (self.tr("签名指纹"), label(self._exported.fingerprint, "fingerprint")),
            (self.tr("序号"), label(self._sequence(), "sequence")),
            (self.tr("位置"), label(str(self._exported.path.parent), "exportedFolder", wrap=True)),
        )
        facts[0][1].setFont(code_font())
        for at, (title, value) in enumerate(facts):
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(title)
            grid.addWidget(label(title, tone="secondary"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, at, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _next(self) -> str:
        if self._exported.draft:
            return self.tr("草稿每页都有标记，只供核对：不登记、不占次数，收表时不会被收入。")
        closed = self.tr("打印、签字、盖章后，纸面页脚的校验码应与这里一致。本期已关闭；要改动，请用“更正…”。")
        if not self._exported.evidence:
            return closed
        sent = self.tr("佐证材料 %n 个，与填报表放在一起，请一并上报。", "", self._exported.evidence)
        return f"{sent} {closed}"

    def _sequence(self) -> str:
        if self._exported.draft:
            return self.tr("草稿，没有序号")
        number = self._exported.sequence
        if number == 1:
            return self.tr("1（本期第一份）")
        return self.tr("{number}（替代本期先前导出的）").format(number=number)

    def _copy_code(self) -> None:
        QGuiApplication.clipboard().setText(self._exported.check_code)
        self._copy.setText(self.tr("已复制"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._exported.path.parent)))

    def _verify(self) -> None:
        from ui.dialogs.verify_dialog import VerifyDialog

        dialog = VerifyDialog(self._runner, parent=self.parentWidget())
        dialog.examine(self._exported.path)
        self.accept()
        dialog.open()
