"""What a list of units would do to the directory, line by line, before anything of it is taken."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from models.core.changes import Changes
from models.core.clock import Clock
from models.work.directory_preview import DirectoryPreview, Effect, PreviewLine
from ui.dialogs.message_dialog import MessageDialog
from ui.dialogs.parts import button, label, row, stack, surface
from ui.dialogs.sheet import Sheet
from ui.messages import explain
from ui.operations.directory import take_previewed
from ui.operations.runner import Runner
from ui.tables.directory_table import field_word
from ui.tokens import Space
from ui.wording import listed

if TYPE_CHECKING:
    from models.store.directory import DirectoryUnit, UnitFacts

WIDTH = 680
_HEIGHT = 300
_ORDER = (Effect.REFUSED, Effect.CHANGED, Effect.RESTORED, Effect.NEW, Effect.SAME)


class DirectoryPreviewDialog(Sheet):
    """Asks whether a list is to be taken; ``accepted`` once it is."""

    def __init__(
        self, runner: Runner, preview: DirectoryPreview, *, clock: Clock, parent: QWidget | None = None
    ) -> None:
        """Lay a list out."""
        super().__init__(parent, name="directoryPreview", title=self.tr("导入名单"), width=WIDTH)
        self._runner, self._preview, self._clock = runner, preview, clock
        self.column.addWidget(label(self._counted(), "previewCount", size="title", wrap=True))
        lines = QListWidget()
        lines.setObjectName("previewLines")
        lines.setProperty("framed", "true")
        lines.setAccessibleName(self.tr("名单里的单位"))
        lines.setFixedHeight(_HEIGHT)
        lines.setWordWrap(True)
        lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ordered = sorted(preview.lines, key=lambda line: _ORDER.index(line.effect))
        lines.addItems([self._sentence(line) for line in ordered])
        lines.setCurrentRow(0)
        self.column.addWidget(lines)
        if preview.table.weights:
            names = listed(list(preview.table.weights))
            self.column.addWidget(label(self.tr("数据列：{names}").format(names=names), "previewFigures", wrap=True))
        if preview.table.ignored:
            card = surface("notice-yellow", margin=Space.MEDIUM)
            names = listed(preview.table.ignored)
            said = self.tr("▲ 没有用上的列：{names}。要作为数据列，里面就只能是数。").format(names=names)
            stack(card).addWidget(label(said, "previewIgnored", wrap=True))
            self.column.addWidget(card)
        cancel = button(self.tr("取消"), "cancelButton")
        cancel.clicked.connect(self.reject)
        count = len(preview.table.units)
        self._go = button(self.tr("导入 %n 个单位", "", count), "takeList", primary=True)
        self._go.setEnabled(count > preview.count(Effect.SAME))
        self._go.clicked.connect(self._take)
        self.foot.addLayout(row(None, cancel, self._go))

    def _counted(self) -> str:
        words = {
            Effect.NEW: self.tr("新增 {count}"),
            Effect.CHANGED: self.tr("有变化 {count}"),
            Effect.RESTORED: self.tr("恢复使用 {count}"),
            Effect.SAME: self.tr("没有变化 {count}"),
            Effect.REFUSED: self.tr("不能导入 {count}"),
        }
        counts = {effect: self._preview.count(effect) for effect in words}
        return " · ".join(words[effect].format(count=count) for effect, count in counts.items() if count)

    def _sentence(self, line: PreviewLine) -> str:
        facts = line.facts
        unit = self.tr("{name}（{code}）").format(name=facts.name, code=facts.code) if facts.code else facts.name
        changed = listed([_change(name, line.unit, facts) for name in line.changed if line.unit])
        match line.effect:
            case Effect.NEW:
                return self.tr("+ 新增 {unit}").format(unit=unit)
            case Effect.CHANGED:
                return self.tr("✎ 有变化 {unit}：{changed}").format(unit=unit, changed=changed)
            case Effect.RESTORED:
                return self.tr("↩ 恢复使用 {unit}").format(unit=unit)
            case Effect.SAME:
                return self.tr("= 没有变化 {unit}").format(unit=unit)
            case Effect.REFUSED:
                why = explain(line.problem).happened if line.problem else ""
                return self.tr("! 不能导入 {unit}：{why}").format(unit=unit, why=why)

    def _take(self) -> None:
        self._go.setEnabled(False)
        take_previewed(
            self._runner,
            preview=self._preview,
            at=self._clock.now(),
            done=self._taken,
            failed=self._refused,
        )

    def _taken(self, _: Changes) -> None:
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._go.setEnabled(True)
        MessageDialog(explain(error), self).open()


def _change(name: str, unit: "DirectoryUnit | None", facts: "UnitFacts") -> str:
    """Say what of a unit is said anew: 类型 小学→中学; a column of figures only by its name."""
    old, new = getattr(unit, name, ""), getattr(facts, name, "")
    if not isinstance(old, str) or not isinstance(new, str) or not new:
        return field_word(name)
    return f"{field_word(name)} {old or '—'}→{new}"
