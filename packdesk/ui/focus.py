"""Where the keyboard goes from what is about to go off or away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def leave(widget: QWidget, home: QWidget) -> None:
    """Give the keyboard to ``home``, which does nothing with it, where it is in ``widget``.

    Qt would give it to the next button, and a second press of the space bar would act there.
    """
    focus = widget.window().focusWidget()
    if focus is widget or widget.isAncestorOf(focus):
        home.setFocus(Qt.FocusReason.OtherFocusReason)
