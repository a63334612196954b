"""The dialogs of a window that need nothing of what it shows: verifying, identity, signatures, keys, about."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from models.core.clock import Clock
from models.core.paths import Places
from ui.actions import Actions
from ui.operations.identity import IdentityState
from ui.operations.runner import Runner


class SideDialogs(QObject):
    """Opens them over one window."""

    def __init__(self, runner: Runner, window: QWidget, *, actions: Actions, places: Places, clock: Clock) -> None:
        """Connect the actions that open them."""
        super().__init__(window)
        self._runner, self._window, self._actions, self._places, self._clock = runner, window, actions, places, clock
        actions.verify.triggered.connect(self._verify)
        actions.identity.triggered.connect(self._show_identity)
        actions.signers.triggered.connect(self._show_signers)
        actions.shortcuts.triggered.connect(self._show_shortcuts)
        actions.about.triggered.connect(self._show_about)

    def warn_of_identity(self, state: IdentityState) -> None:
        """Say that the identity is missing, or ends soon, if that is so."""
        from ui.dialogs.identity_warning import OPEN, identity_warning

        warning = identity_warning(state, self._window)
        if warning is not None:
            warning.finished.connect(lambda: self._show_identity() if warning.chosen == OPEN else None)
            warning.open()

    def _verify(self) -> None:
        from ui.dialogs.verify_dialog import VerifyDialog

        VerifyDialog(self._runner, self._window, clock=self._clock).open()

    def _show_identity(self) -> None:
        from ui.dialogs.identity_dialog import IdentityDialog

        IdentityDialog(self._runner, places=self._places, clock=self._clock, parent=self._window).open()

    def _show_signers(self) -> None:
        from ui.dialogs.signers_dialog import SignersDialog

        SignersDialog(self._runner, clock=self._clock, parent=self._window).open()

    def _show_shortcuts(self) -> None:
        from ui.dialogs.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self._actions.with_keys(), self._window).open()

    def _show_about(self) -> None:
        from ui.dialogs.about_dialog import AboutDialog

        AboutDialog(logs=self._places.logs, parent=self._window).open()
