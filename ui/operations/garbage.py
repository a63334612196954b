"""Garbage is collected on the thread of the window only, as long as there are others.

Windows stand in cycles (a button's handler knows its window), so it is Python's collector that ends most of them, and
that runs on whichever thread happens to allocate. On a worker's it would end Qt objects there, which Qt survives only
by luck. No setting keeps it to one thread; so it is switched off, and called by a timer of the window's thread: what
Anki does for the same reason (qt/aqt/main.py, "GC"), and pyqtgraph (util/garbage_collector.py).
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # milliseconds between two looks; a look costs nothing while there is little to collect


class Collector(QObject):
    """Collects garbage on the thread that made it, and nowhere else, from the beginning until ``stop``."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        """Take over from Python's own collector.

        Args:
            parent: the owner, on the thread of the window.
        """
        super().__init__(parent)
        self._was_automatic = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Give back to Python's own collector what it had; for when the other threads have ended."""
        self._timer.stop()
        if self._was_automatic:
            gc.enable()

    def _look(self) -> None:
        """Collect as much as Python itself would have by now: the oldest generation that has reached its threshold."""
        counts = enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        full = [age for age, (count, limit) in counts if count > limit]
        if full:
            gc.collect(full[-1])
