"""What the program is, which version, under which licences, and where its log is."""

from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QLabel, QWidget

from ui.dialogs.parts import button, label
from ui.dialogs.sheet import Sheet
from ui.icons import application_icon
from ui.tokens import Space
from ui.version import VERSION

WIDTH = 460


class AboutDialog(Sheet):
    """Shows the facts that somebody who helps on the telephone asks for."""

    def __init__(self, *, logs: Path, parent: QWidget | None = None) -> None:
        """Make the page; ``logs`` is the folder of the log file."""
        super().__init__(parent, name="aboutDialog", title=self.tr("关于要点填报"), width=WIDTH)
        picture = QLabel(self)
        picture.setPixmap(application_icon().pixmap(64, 64))
        facts = label(
            self.tr("版本 {version} · Qt {qt}\n日志：{logs}").format(version=VERSION, qt=qVersion(), logs=logs),
            "aboutFacts",
            tone="secondary",
            wrap=True,
        )
        facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        licences = label(
            self.tr("本程序以 MIT 许可证发布，不联网。界面使用 Qt（LGPL-3.0，动态链接，可自行替换）。"),
            tone="secondary",
            wrap=True,
        )
        close = button(self.tr("关闭"), "closeButton", primary=True)
        close.clicked.connect(self.accept)
        column = self.column
        column.setSpacing(Space.MEDIUM)
        column.addWidget(picture)
        column.addWidget(label(self.tr("要点填报"), size="title"))
        column.addWidget(label(self.tr("把工作要点变成任务，逐期填报进展，导出签名的填报表。"), wrap=True))
        column.addWidget(facts)
        column.addWidget(licences)
        self.foot.addStretch(1)
        self.foot.addWidget(close)
