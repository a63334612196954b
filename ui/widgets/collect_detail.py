"""What is to be said of one unit's return, or of one file that was put aside, with the buttons for just that."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from models.core.periods import Period
from models.store.directory import DirectoryUnit
from models.work.collect_board import BoardCell, CellState
from models.workbooks.collect import Filed
from models.workbooks.gather import Lot
from ui.dialogs.parts import advice, button, label, row, show_advice, stack, surface
from ui.messages import explain
from ui.messages.blank_form import finding_sentence
from ui.messages.lots import lot_meaning, lot_word
from ui.messages.standing import moment_words
from ui.tables.collect_table import aside_tone, cell_words
from ui.theme import code_font
from ui.tokens import Space
from ui.wording import day, period_name

_TONES = {
    CellState.WAITING: "accent",
    CellState.RETURNED: "yellow",
    CellState.ACCEPTED: "green",
    CellState.OVERDUE: "red",
}


_SURFACES = {"green", "yellow", "red", "accent"}


class CollectDetail(QFrame):
    """The side of the page.

    Signals:
        review_wanted(int): the person wants to review this return.
        save_wanted(int): the person wants the very file of this return.
        confirm_wanted(Filed): the person wants to compare the fingerprint of this file's signer.
        form_confirmed(Filed): the person stands for this form that was filled by hand.
    """

    review_wanted = Signal(int)
    save_wanted = Signal(int)
    confirm_wanted = Signal(object)
    form_confirmed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to say."""
        super().__init__(parent)
        self.setProperty("surface", "context")
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say how to begin."""
        self._fill(self.tr("选一个单位"), [label(self.tr("点表里的一格，这里显示那一期的填报表。"), wrap=True)])

    def show_cell(self, unit: DirectoryUnit, period: Period, cell: BoardCell) -> None:
        """Show one unit's return for a period, or that there is none."""
        parts: list[QWidget] = []
        title = self.tr("{unit} · {period}").format(unit=unit.label, period=period_name(period))
        if cell.judged is None:
            contact = self.tr("联系人：{contact}").format(contact=unit.contact) if unit.contact else ""
            parts.append(_card(_TONES.get(cell.state, "accent"), cell_words(cell), contact, ""))
            self._fill(title, parts)
            return
        one, review = cell.judged.received, cell.judged.review
        said = review.comment if review else self.tr("还没有审核。")
        parts.append(_card(_TONES[cell.state], cell_words(cell), said, ""))
        look = button(self.tr("审核…") if cell.state is CellState.WAITING else self.tr("查看…"), "reviewReturn")
        look.clicked.connect(lambda: self.review_wanted.emit(one.id))
        save = button(self.tr("另存原件…"), "saveReceived", quiet=True)
        save.clicked.connect(lambda: self.save_wanted.emit(one.id))
        parts.append(_held(row(look, save, None)))
        sequence = self.tr("第 {number} 次，替代 {code}") if one.supersedes else self.tr("第 {number} 次")
        signed = moment_words(one.signed_at.astimezone()) if one.signed_at else self.tr("手填，没有签名")
        facts = [
            (self.tr("文件名"), one.file_name),
            (self.tr("数据校验码"), one.check_code),
            (self.tr("次数"), sequence.format(number=one.sequence, code=one.supersedes)),
            (self.tr("签名时间（对方电脑）"), signed),
            (self.tr("签名指纹"), one.fingerprint or "—"),
            (self.tr("填报日期"), day(one.filled_on)),
            (self.tr("填报人"), f"{one.filled_by} {one.phone}".strip() or "—"),
            (self.tr("收取"), f"{moment_words(one.at)} {one.operator}"),
        ]
        self._fill(title, [*parts, _facts(facts)])

    def show_filed(self, filed: Filed) -> None:
        """Show one file of the last collection: what it is, what that means, what to do."""
        candidate = filed.candidate
        meaning, to_do = lot_meaning(filed.lot)
        if candidate.error is not None:
            message = explain(candidate.error)
            meaning, to_do = f"{message.happened}。{message.meaning}", message.advice
        parts: list[QWidget] = [_card(aside_tone(filed.lot), lot_word(filed.lot), meaning, to_do)]
        if filed.lot in {Lot.SIGNER_UNKNOWN, Lot.SIGNER_DIFFERS} and candidate.signer is not None:
            unknown = filed.lot is Lot.SIGNER_UNKNOWN
            ask = button(self.tr("核对指纹并确认…") if unknown else self.tr("确认新签名…"), "confirmSigner")
            ask.clicked.connect(lambda: self.confirm_wanted.emit(filed))
            parts.append(_held(row(ask, None)))
        if candidate.unread:
            cells = "\n".join(map(finding_sentence, candidate.unread))
            parts.append(label(cells, "unreadCells", wrap=True))
        if filed.lot is Lot.UNSIGNED_FORM:
            take = button(self.tr("已核对，收入"), "takeForm")
            take.clicked.connect(lambda: self.form_confirmed.emit(filed))
            parts.append(_held(row(take, None)))
        facts = [
            (self.tr("文件"), candidate.source.where),
            (self.tr("单位"), filed.unit.name if filed.unit else candidate.unit_name or "—"),
            (self.tr("填报期"), period_name(candidate.period) if candidate.period else "—"),
            (self.tr("次数"), str(candidate.sequence or "—")),
            (self.tr("数据校验码"), candidate.check_code or "—"),
            (self.tr("签名指纹"), candidate.signer.fingerprint if candidate.signer else "—"),
        ]
        self._fill(candidate.source.name, [*parts, _facts(facts)])

    def _fill(self, title: str, parts: list[QWidget]) -> None:
        body = QWidget()
        body.setObjectName("canvas")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(Space.PANEL, Space.PANEL, Space.PANEL, Space.PANEL)
        inside.setSpacing(Space.MEDIUM)
        inside.addWidget(label(title, "detailTitle", size="section", wrap=True))
        for part in parts:
            inside.addWidget(part)
        inside.addStretch(1)
        self._area.setWidget(body)


def _card(tone: str, happened: str, meaning: str, to_do: str) -> QWidget:
    kind = f"notice-{tone if tone in _SURFACES else 'accent'}"
    card = surface(kind, name="detailCard", margin=Space.MEDIUM, spacing=Space.SMALL)
    stack(card).addWidget(label(happened, "detailState", tone=tone, size="section", wrap=True))
    if meaning:
        stack(card).addWidget(label(meaning, "detailMeaning", wrap=True))
    if to_do:
        what = advice("detailAdvice")
        show_advice(what, to_do)
        stack(card).addWidget(what)
    return card


def _held(layout: QBoxLayout) -> QWidget:
    held = QWidget()
    held.setLayout(layout)
    return held


def _facts(facts: list[tuple[str, str]]) -> QWidget:
    held = QWidget()
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(Space.SMALL)
    grid.setHorizontalSpacing(Space.MEDIUM)
    grid.setColumnStretch(1, 1)
    for at, (title, value) in enumerate(facts):
        grid.addWidget(label(title, tone="secondary"), at, 0, Qt.AlignmentFlag.AlignTop)
        said = label(value, wrap=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if "-" in value and value.replace("-", "").isalnum() and value.isascii():
            said.setFont(code_font())
        grid.addWidget(said, at, 1)
    return held
