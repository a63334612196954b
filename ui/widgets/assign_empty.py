"""What stands in the place of the grid where there is nothing to show: no units yet, or no rows under these filters."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.store.directory import UnitFacts
from ui.dialogs.parts import button, label, row
from ui.tokens import Space
from ui.wording import listed

_NAMED = 6  # units that are named before the others are counted


class AssignEmpty(QFrame):
    """Says where to begin.

    Signals:
        directory_wanted(): the person wants the list of units.
        offered_wanted(): the units that the plan is addressed to are to be taken.
    """

    directory_wanted = Signal()
    offered_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to say."""
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._title = label(name="assignEmpty", size="section", wrap=True)
        self._how = label(name="assignEmptyHow", tone="secondary", wrap=True)
        self._offered = button("", "takeOffered", primary=True)
        self._offered.clicked.connect(self.offered_wanted)
        self._directory = button(self.tr("打开名录…"), "openDirectory")
        self._directory.clicked.connect(self.directory_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.LARGE, Space.LARGE, Space.LARGE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(self._title)
        column.addWidget(self._how)
        column.addLayout(row(self._offered, self._directory, None))

    def show_offered(self, offered: Sequence[UnitFacts], *, no_units: bool, no_rows: bool) -> None:
        """Say why there is nothing to see, and offer the plan's addressees where there are no units."""
        self.setVisible(no_units or no_rows)
        self._offered.setVisible(no_units and bool(offered))
        self._directory.setVisible(no_units)
        if no_rows:
            self._title.setText(self.tr("没有符合条件的任务"))
            self._how.setText(self.tr("换一个筛选，或清空查找。"))
            return
        self._title.setText(self.tr("名录里还没有下级单位"))
        how = self.tr("先列出要给它下达任务的单位：逐个写，从 Excel 或 WPS 粘贴，或导入一份名单。")
        if offered:
            names = listed([facts.name for facts in offered[:_NAMED]])
            if len(offered) > _NAMED:
                names = self.tr("{names}等").format(names=names)
            how += "\n" + self.tr("工作要点发给了：{names}。").format(names=names)
        self._how.setText(how)
        self._offered.setText(self.tr("采用要点里的 %n 个单位", "", len(offered)))
