"""Collects Python's garbage in the GUI thread only.

The cyclic collector runs in whichever thread allocates; when that is a lane and the garbage holds
Qt objects, they die in the wrong thread and take the process with them.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 500


class GuiGarbage(QObject):
    """Takes the automatic collector's place while it lives. GUI thread."""

    def __init__(self) -> None:
        super().__init__()
        self._was_on = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Switch the automatic collector off and look now and then."""
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer.start(LOOK_MS)

    def stop(self) -> None:
        """Give the automatic collector its work back, if it had any."""
        self._timer.stop()
        if self._was_on:
            gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as the automatic collector would."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if thresholds[generation] and counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
