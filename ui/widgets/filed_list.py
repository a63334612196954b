"""The files of the last collection that were put aside, each with its reason; quiet ones are not listed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from models.workbooks.collect import CollectReport, Filed
from models.workbooks.gather import Lot
from ui.dialogs.parts import button, label, row
from ui.messages.lots import lot_word
from ui.tables.collect_table import aside_tone
from ui.theme import scheme_colour
from ui.tokens import Space

_QUIET = {Lot.TAKEN, Lot.DUPLICATE, Lot.OLDER}


class FiledList(QWidget):
    """Hidden while there is nothing to say.

    Signals:
        chosen(Filed): the person looks at a file.
        save_wanted(): the person wants the whole report in a file.
    """

    chosen = Signal(object)
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden list."""
        super().__init__(parent)
        self._title = label(name="filedTitle", size="section")
        save = button(self.tr("保存收表结果…"), "saveReport", quiet=True)
        save.clicked.connect(self.save_wanted)
        self._list = QListWidget(self)
        self._list.setObjectName("filed")
        self._list.setProperty("framed", "true")
        self._list.setAccessibleName(self.tr("放在一边的文件"))
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentItemChanged.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addLayout(row(self._title, None, save))
        column.addWidget(self._list, 1)
        self.hide()

    def show_report(self, report: CollectReport) -> None:
        """List what was put aside."""
        aside = [one for one in report.filed if one.lot not in _QUIET]
        self._list.clear()
        for filed in aside:
            who = filed.unit.label if filed.unit else filed.candidate.unit_name
            item = QListWidgetItem("   ".join(filter(None, (lot_word(filed.lot), who, filed.candidate.source.name))))
            item.setData(Qt.ItemDataRole.UserRole, filed)
            item.setForeground(QColor(scheme_colour(aside_tone(filed.lot))))
            item.setToolTip(filed.candidate.source.where)
            self._list.addItem(item)
        self._title.setText(self.tr("放在一边的 %n 个文件", "", len(aside)))
        self.setVisible(bool(report.filed))
        self._list.setVisible(bool(aside))

    def _choose(self, item: QListWidgetItem | None) -> None:
        filed: Filed | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        if filed is not None:
            self.chosen.emit(filed)
