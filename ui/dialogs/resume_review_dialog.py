"""A review that was not finished: go on with it, or not. Asked, never done in silence."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.work.kept_review import KeptReview
from ui.dialogs.parts import button, column, label, row, stack, surface
from ui.dialogs.sheet import Sheet
from ui.operations.review import summary
from ui.tokens import Space
from ui.wording import day

WIDTH = 480


class ResumeReviewDialog(Sheet):
    """Offers a kept review.

    Signals:
        go_on(): the person goes on with it.
        discarded(): the person does not want it any more.
    """

    go_on = Signal()
    discarded = Signal()

    def __init__(self, kept: KeptReview, parent: QWidget | None = None) -> None:
        """Say what was kept and since when."""
        super().__init__(parent, name="resumeReviewDialog", title=self.tr("接着审阅"), width=WIDTH, margin=Space.PANEL)
        title = kept.plan.title or self.tr("手工录入的工作要点")
        card = surface("notice-accent", name="resumeCard", spacing=Space.SMALL)
        stack(card).addWidget(
            label(self.tr("上次的审阅还没有完成"), "resumeHeadline", tone="accent", size="section", wrap=True)
        )
        about = self.tr("“{title}”改到 {time}，每一处修改都在。").format(title=title, time=_moment(kept.at))
        facts = label(summary(kept.plan), "resumeFacts", tone="secondary", wrap=True)
        undo = self.tr("上次的撤销步骤没有留下；接着审阅以后的修改，仍然可以一步步撤销。")
        lines = (label(about, "resumeAbout", wrap=True), facts, label(undo, "resumeUndo", tone="secondary", wrap=True))
        stack(card).addLayout(column(*lines, spacing=Space.HAIR))
        self.column.addWidget(card)
        discard = button(self.tr("不要了"), "discardReview", quiet=True)
        later = button(self.tr("以后再说"), "laterButton")
        resume = button(self.tr("接着审阅"), "resumeReview", primary=True)
        discard.clicked.connect(self._discard)
        later.clicked.connect(self.reject)
        resume.clicked.connect(self._resume)
        self.foot.addLayout(row(discard, None, later, resume))
        resume.setFocus()

    def _resume(self) -> None:
        self.accept()
        self.go_on.emit()

    def _discard(self) -> None:
        self.reject()
        self.discarded.emit()


def _moment(at: datetime) -> str:
    return f"{day(at.date(), with_year=False)} {at.strftime('%H:%M')}"
