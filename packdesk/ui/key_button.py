"""A button that shows its key and whose words wrap; the tooltip has them whole in any case."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from packdesk.ui.sentence import ShortenedLabel
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import Space, TypeSize

NARROWEST, WIDEST = 120, 360


class KeyButton(QPushButton):
    """The key as a small chip, then the words in up to two lines."""

    def __init__(
        self, theme: Theme, largest: TypeSize = TypeSize.NAME, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key = QLabel(self)
        self._key.setProperty("role", "chip")
        self._words = ShortenedLabel(theme, largest, self)
        for label in (self._key, self._words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.SNUG, Space.HAIR, Space.SNUG, Space.HAIR)
        layout.setSpacing(Space.SNUG)
        layout.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._words, 1)
        # A scanner may press Enter or Space after its text: only a hand on the button counts.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    @property
    def words(self) -> ShortenedLabel:
        """The label of the words."""
        return self._words

    def show_words(self, key: str, words: str) -> None:
        """Show the key and the words; both are read out."""
        self._key.setText(key)
        self._key.setVisible(bool(key))
        self._words.say(words)
        self.setToolTip(words)
        self.setAccessibleName(f"{key}: {words}" if key else words)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        wanted = self._words.widest() + self._chrome()
        return QSize(max(NARROWEST, min(WIDEST, wanted)), 64)

    @override
    def minimumSizeHint(self) -> QSize:
        least = self._words.narrowest() + self._chrome()
        return QSize(max(NARROWEST, min(WIDEST, least)), 44)

    def narrowest(self) -> int:
        """The width in which no word of it is split."""
        return max(NARROWEST, self._words.longest_word() + self._chrome())

    def _chrome(self) -> int:
        key = self._key.sizeHint().width() if not self._key.isHidden() else 0
        return 4 * Space.SNUG + key
