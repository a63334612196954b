"""The line that tells how far a collection is, and how it ended."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from models.workbooks.collect import CollectReport
from models.workbooks.gather import Lot
from ui.dialogs.parts import button, label
from ui.tokens import Space


class CollectProgress(QFrame):
    """Hidden until a collection begins; stays with its outcome until the next one.

    Signals:
        cancelled(): the person wants it to stop.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden line."""
        super().__init__(parent)
        self.setObjectName("collectProgress")
        self.setProperty("surface", "card")
        self._what = label(name="collectWhat")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._count = label(name="collectCount", tone="secondary")
        self._cancel = button(self.tr("取消"), "cancelCollect")
        self._cancel.clicked.connect(self._stop)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.PANEL, Space.SMALL, Space.PANEL, Space.SMALL)
        line.setSpacing(Space.PANEL)
        line.addWidget(self._what)
        line.addWidget(self._bar, 1)
        line.addWidget(self._count)
        line.addWidget(self._cancel)
        self.hide()

    def begin(self, paths: Sequence[Path]) -> None:
        """Say what is being collected."""
        name = paths[0].name or str(paths[0])
        more = self.tr(" 等 {count} 处").format(count=len(paths)) if len(paths) > 1 else ""
        self._what.setText(self.tr("正在收取：{place}").format(place=name + more))
        self._bar.setRange(0, 0)
        self._bar.show()
        self._count.setText("")
        self._cancel.setEnabled(True)
        self._cancel.show()
        self.show()

    def show_progress(self, done: int, total: int) -> None:
        """Say how many files are done."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._count.setText(f"{done} / {total}")

    def end(self, report: CollectReport) -> None:
        """Say how it ended."""
        counts = report.counts
        taken, known = counts.get(Lot.TAKEN, 0), counts.get(Lot.DUPLICATE, 0) + counts.get(Lot.OLDER, 0)
        aside = len(report.filed) - taken - known
        said = self.tr("已停下，下次接着收。") if report.cancelled else self.tr("收完了。")
        if not report.filed:
            said = self.tr("这里没有填报表。")
        self._what.setText(said)
        self._bar.hide()
        parts = [
            self.tr("收入 {count}").format(count=taken),
            self.tr("原已收过 {count}").format(count=known),
            self.tr("放在一边 {count}").format(count=aside),
        ]
        self._count.setText(" · ".join(parts))
        self._cancel.hide()

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self.cancelled.emit()
