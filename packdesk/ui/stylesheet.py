"""The one stylesheet, made from the tokens."""

from packdesk.ui.tokens import (
    MAIN_BUTTON,
    RADIUS_BUTTON,
    RADIUS_CARD,
    TOUCH,
    Space,
    Tokens,
    TypeSize,
)

_ROLES = {
    "body": TypeSize.BODY,
    "quiet": TypeSize.BODY,
    "strong": TypeSize.BODY,
    "chip": TypeSize.BODY,
    "name": TypeSize.NAME,
    "note": TypeSize.NAME,
    "title": TypeSize.TITLE,
    "number": TypeSize.NUMBER,
    "sentence": TypeSize.SENTENCE,
    "figure": TypeSize.FIGURE,
}
_BOLD = ("strong", "title", "number", "sentence", "figure")


def make_stylesheet(tokens: Tokens) -> str:
    """The stylesheet of the whole application."""
    return "\n".join(
        (
            _ground(tokens),
            _labels(tokens),
            _cards(tokens),
            _buttons(tokens),
            _fields(tokens),
            _tables(tokens),
        )
    )


def _ground(t: Tokens) -> str:
    return f"""
QMainWindow, QWidget#page {{ background: {t.ground}; color: {t.text}; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; padding: 6px; }}
QScrollArea, QAbstractScrollArea {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {t.line}; border-radius: 5px; min-height: 40px; }}
QScrollBar::handle:vertical:hover {{ background: {t.quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _labels(t: Tokens) -> str:
    sizes = "\n".join(
        f'QLabel[role="{role}"] {{ font-size: {int(size)}px;'
        f" font-weight: {600 if role in _BOLD else 400}; }}"
        for role, size in _ROLES.items()
    )
    tones = "\n".join(
        f'QLabel[tone="{name}"] {{ color: {colour}; }}\n'
        f'QLabel[role="chip"][tone="{name}"], QLabel[role="note"][tone="{name}"] {{ background: {ground}; color: {colour};'
        f" border: 1px solid {colour}; }}"
        for name, colour, ground in _tones(t)
    )
    return f"""
QLabel {{ color: {t.text}; background: transparent; }}
{sizes}
QLabel[role="quiet"] {{ color: {t.quiet}; }}
QLabel[role="due"] {{ background: {t.accent}; color: {t.on_accent}; font-weight: 600;
  font-size: {int(TypeSize.TITLE)}px; border-radius: {RADIUS_BUTTON}px; padding: 0 {Space.SNUG}px; }}
QLabel[role="chip"], QLabel[role="note"] {{ background: {t.ground}; color: {t.text}; border: 1px solid {t.line};
  border-radius: {RADIUS_BUTTON}px; padding: 2px {Space.TIGHT}px; }}
QLabel[role="note"][roomy="true"] {{ padding: {Space.TIGHT}px {Space.SNUG}px; }}
{tones}
"""


def _cards(t: Tokens) -> str:
    tones = "\n".join(
        f'QFrame[card][tone="{name}"] {{ background: {ground}; border-color: {colour}; }}'
        for name, colour, ground in _tones(t)
    )
    return f"""
QFrame[card="plain"] {{ background: {t.surface}; border: 1px solid {t.line};
  border-radius: {RADIUS_CARD}px; }}
QFrame[card="here"] {{ background: {t.surface}; border: 3px solid {t.accent};
  border-radius: {RADIUS_CARD}px; }}
QFrame[card="lit"] {{ background: {t.accent_ground}; border: 1px solid {t.accent};
  border-radius: {RADIUS_CARD}px; }}
QFrame[card="dashed"] {{ background: transparent; border: 2px dashed {t.line};
  border-radius: {RADIUS_CARD}px; }}
QFrame[card="bar"] {{ background: {t.surface}; border: none;
  border-bottom: 1px solid {t.line}; }}
QFrame[card="rail"] {{ background: {t.surface}; border: none; border-top: 1px solid {t.line}; }}
{tones}
"""


def _buttons(t: Tokens) -> str:
    return f"""
QPushButton {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line};
  border-radius: {RADIUS_BUTTON}px; padding: 4px {Space.BASE}px; min-height: {TOUCH - 10}px;
  font-size: {int(TypeSize.BODY)}px; outline: none; }}
QPushButton:hover {{ border-color: {t.quiet}; }}
QPushButton:pressed {{ background: {t.accent_ground}; border-color: {t.accent}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: 3px {Space.BASE - 1}px; }}
QPushButton:disabled {{ color: {t.quiet}; background: {t.ground}; }}
QPushButton[tall="true"] {{ min-height: {MAIN_BUTTON - 10}px; }}
QPushButton[kind="primary"] {{ background: {t.accent}; color: {t.on_accent};
  border-color: {t.accent}; font-weight: 600; font-size: {int(TypeSize.NAME)}px; }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:focus {{ border-color: {t.text}; }}
QPushButton[kind="primary"]:pressed {{ background: {t.text}; color: {t.surface}; }}
QPushButton[kind="primary"]:disabled {{ background: {t.ground}; color: {t.quiet};
  border-color: {t.line}; }}
QPushButton[kind="answer"] {{ background: {t.surface}; border: 2px solid {t.accent};
  font-size: {int(TypeSize.NAME)}px; font-weight: 600; }}
QPushButton[kind="answer"]:focus {{ border: 3px solid {t.accent}; }}
QPushButton[kind="answer"]:pressed {{ background: {t.accent_ground}; }}
QPushButton[kind="danger"] {{ color: {t.refused}; border-color: {t.refused}; }}
QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent; }}
QPushButton[kind="quiet"]:hover {{ border-color: {t.line}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[kind="nav"] {{ background: transparent; border: none; border-radius: 0;
  border-bottom: 3px solid transparent; padding: 3px {Space.SNUG}px 0 {Space.SNUG}px;
  font-weight: 600; }}
QPushButton[kind="nav"]:hover {{ background: {t.accent_ground}; }}
QPushButton[kind="nav"]:checked {{ border-bottom-color: {t.accent}; color: {t.accent}; }}
QPushButton[kind="nav"]:focus {{ background: {t.accent_ground}; }}
QPushButton[kind="nav"][tone="attention"] {{ color: {t.attention}; }}
QPushButton[kind="toggle"] {{ padding: 2px {Space.SNUG}px; }}
QPushButton[kind="toggle"]:checked {{ background: {t.accent_ground}; border: 2px solid {t.accent};
  color: {t.accent}; font-weight: 600; padding: 1px {Space.SNUG - 1}px; }}
QPushButton[kind="toggle"]:focus {{ border: 2px solid {t.text}; padding: 1px {Space.SNUG - 1}px; }}
"""


def _fields(t: Tokens) -> str:
    return f"""
QLineEdit {{ background: {t.surface}; color: {t.text}; placeholder-text-color: {t.quiet}; border: 1px solid {t.quiet};
  border-radius: {RADIUS_BUTTON}px; padding: 4px {Space.SNUG}px; min-height: {TOUCH - 12}px;
  font-size: {int(TypeSize.NAME)}px; selection-background-color: {t.accent};
  selection-color: {t.on_accent}; }}
QLineEdit:focus {{ border: 2px solid {t.accent}; padding: 3px {Space.SNUG - 1}px; }}
QLineEdit[tone="refused"] {{ border: 2px solid {t.refused}; }}
QLineEdit[tall="true"] {{ min-height: {MAIN_BUTTON - 20}px; font-size: {int(TypeSize.NUMBER)}px; }}
QLineEdit:read-only {{ background: {t.ground}; border-color: {t.line}; }}
"""


def _tables(t: Tokens) -> str:
    return f"""
QTableView, QListView[kind="choices"] {{ background: {t.surface}; color: {t.text};
  alternate-background-color: {t.ground}; border: 1px solid {t.line};
  border-radius: {RADIUS_BUTTON}px; selection-background-color: {t.accent_ground};
  selection-color: {t.text}; gridline-color: {t.line}; font-size: {int(TypeSize.BODY)}px;
  outline: none; }}
QTableView {{ border: 2px solid {t.line}; border-radius: 0; }}
QTableView:focus {{ border-color: {t.accent}; }}
QListView[kind="choices"]::item {{ min-height: {TOUCH}px; padding: 0 {Space.SNUG}px; }}
QListView[kind="choices"]::item:selected {{ background: {t.accent}; color: {t.on_accent}; }}
QHeaderView {{ background: {t.surface}; border: none; }}
QHeaderView::section {{ background: {t.ground}; color: {t.quiet}; border: none;
  border-bottom: 1px solid {t.line}; padding: {int(Space.HAIR)}px {int(Space.TIGHT)}px;
  font-size: {int(TypeSize.BODY)}px; }}
QProgressBar {{ background: {t.ground}; border: 1px solid {t.line}; color: {t.text};
  border-radius: {RADIUS_BUTTON}px; min-height: 20px; max-height: 20px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: {RADIUS_BUTTON - 2}px; }}
"""


def _tones(t: Tokens) -> tuple[tuple[str, str, str], ...]:
    return (
        ("accepted", t.accepted, t.accepted_ground),
        ("attention", t.attention, t.attention_ground),
        ("refused", t.refused, t.refused_ground),
        ("complete", t.accepted, t.accepted_ground),
    )
