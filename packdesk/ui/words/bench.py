"""The texts of the bench itself: its head, rows, boxes, buttons and questions."""

from enum import Enum
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.ui.words.band import escape_key
from packdesk.ui.words.counts import COUNTS
from packdesk.ui.words.notice import Notice, Tone


class BenchAction(Enum):
    """What the buttons of the action rail do."""

    UNDO = "undo"
    NEW_BOX = "new box"
    SPLIT = "split"
    MAKE_WHOLE = "make whole"
    PACK = "into the current box"
    PACK_NEW = "into a new box"
    CHOOSE_BOX = "make the box current"
    TAKE_OUT = "take out"
    PROBLEM = "problem"
    COPY_CODES = "give the declaration to all units"
    FINISH = "finish"


def action_label(action: BenchAction) -> str:
    """The words on the button; short, for they stand side by side."""
    match action:
        case BenchAction.UNDO:
            return QCoreApplication.translate("Bench", "Undo")
        case BenchAction.NEW_BOX:
            return QCoreApplication.translate("Bench", "New box")
        case BenchAction.SPLIT:
            return QCoreApplication.translate("Bench", "Split")
        case BenchAction.MAKE_WHOLE:
            return QCoreApplication.translate("Bench", "Make whole")
        case BenchAction.PACK:
            return QCoreApplication.translate("Bench", "Pack")
        case BenchAction.PACK_NEW:
            return QCoreApplication.translate("Bench", "Pack in new")
        case BenchAction.CHOOSE_BOX:
            return QCoreApplication.translate("Bench", "Use this box")
        case BenchAction.TAKE_OUT:
            return QCoreApplication.translate("Bench", "Take out")
        case BenchAction.PROBLEM:
            return QCoreApplication.translate("Bench", "Problem")
        case BenchAction.COPY_CODES:
            return QCoreApplication.translate("Bench", "Codes to all")
        case BenchAction.FINISH:
            return QCoreApplication.translate("Bench", "FINISH")
        case _:
            assert_never(action)


def action_key(action: BenchAction) -> str:
    """The key that does the same."""
    match action:
        case BenchAction.UNDO:
            return QCoreApplication.translate("Bench", "Ctrl+Z")
        case BenchAction.NEW_BOX:
            return "+"
        case BenchAction.SPLIT | BenchAction.MAKE_WHOLE:
            return "S"
        case BenchAction.PACK | BenchAction.CHOOSE_BOX:
            return QCoreApplication.translate("Bench", "Space")
        case BenchAction.PACK_NEW:
            return QCoreApplication.translate("Bench", "Shift+Space")
        case BenchAction.TAKE_OUT:
            return "Delete"
        case BenchAction.PROBLEM:
            return "F7"
        case BenchAction.COPY_CODES:
            return "D"
        case BenchAction.FINISH:
            return "F9"
        case _:
            assert_never(action)


def box_key(number: int) -> str:
    """The key that makes a box the current one; only the first nine boxes have one."""
    return f"Ctrl+{number}" if number <= 9 else ""  # noqa: PLR2004 - the digits of the keyboard


def business_order() -> str:
    """The chip of an order of a company."""
    return QCoreApplication.translate("Bench", "Company: every code is wanted")


def codes_if_at_hand() -> str:
    """The chip of an order whose goods may have codes."""
    return QCoreApplication.translate("Bench", "Codes if at hand: on all units or on none")


def pick_first() -> Notice:
    """A key was pressed that acts upon a picked good, and none is picked."""
    text = QCoreApplication.translate("Bench", "Pick a good first: tap it, or use the arrow keys")
    return Notice(text, Tone.ATTENTION)


def test_order() -> str:
    """The chip of an order that the Market made up."""
    return QCoreApplication.translate("Bench", "Test order: do not ship it")


def buyers_note(note: str) -> str:
    """The buyer's words, marked as such."""
    return QCoreApplication.translate("Bench", "“{note}”").format(note=note)


def packed_of(packed: int, wanted: int) -> str:
    """The big digits of a row."""
    return f"{packed} / {wanted}"


def left_to_pack(count: int) -> str:
    """How many of a position are still to be packed."""
    return COUNTS.to_go(count)


def all_packed() -> str:
    """The word of a row that is done."""
    return QCoreApplication.translate("Bench", "done")


def code_to_go() -> str:
    """The word of a row that is packed but lacks codes."""
    return QCoreApplication.translate("Bench", "code?")


def code_was_refused() -> str:
    """The word of a row with a code that the Market refused."""
    return QCoreApplication.translate("Bench", "refused")


def code_ends(signs: str) -> str:
    """By which last signs of its code a piece is known."""
    return QCoreApplication.translate("Bench", "code …{signs}").format(signs=signs)


def codes_given(given: int, wanted: int) -> str:
    """The tally that stands for many dots."""
    return QCoreApplication.translate("Bench", "{given}/{wanted}").format(
        given=given, wanted=wanted
    )


def codes_refused(count: int) -> str:
    """How many codes of a kind the Market refused."""
    return COUNTS.refused(count)


def units_missing(count: int) -> str:
    """How many units of a position are marked missing."""
    return COUNTS.missing(count)


def row_spoken(name: str, packed: int, wanted: int, note: str) -> str:
    """A row for those who do not see it."""
    return QCoreApplication.translate(
        "Bench", "{name}, {packed} of {wanted} packed, {note}"
    ).format(name=name, packed=packed, wanted=wanted, note=note)


def codes_spoken(kind: str, given: int, wanted: int, refused: int) -> str:
    """The dots of one kind for those who do not see them."""
    return QCoreApplication.translate(
        "Bench", "{kind}: {given} of {wanted} given, {refused} refused"
    ).format(kind=kind, given=given, wanted=wanted, refused=refused)


def here() -> str:
    """The word of the box that scans go into."""
    return QCoreApplication.translate("Bench", "here")


def empty_box() -> str:
    """What an empty box holds."""
    return QCoreApplication.translate("Bench", "empty")


def box_spoken(title: str, here_word: str, content: str) -> str:
    """A box for those who do not see it."""
    return ", ".join(word for word in (title, here_word, content) if word)


def times(count: int) -> str:
    """So many units of one good in a box."""
    return f"× {count}"


def part_of(part: int, total: int) -> str:
    """Which part of a unit it is."""
    return QCoreApplication.translate("Bench", "part {part} of {total}").format(
        part=part, total=total
    )


def part_on_table() -> str:
    """Where a loose part lies."""
    return QCoreApplication.translate("Bench", "on the table")


def new_box_card() -> str:
    """The empty place where a box may come."""
    return QCoreApplication.translate("Bench", "new box")


def drop_into(box: int) -> str:
    """What a drop on a box would do."""
    return QCoreApplication.translate("Bench", "Into box {box}").format(box=box)


def drop_into_new() -> str:
    """What a drop on the card "new box" would do."""
    return QCoreApplication.translate("Bench", "Into a new box")


def drop_on_table() -> str:
    """What a drop on the list of goods would do."""
    return QCoreApplication.translate("Bench", "Back on the table")


def drop_asks(text: str) -> str:
    """The same, where the number of units is asked first."""
    return QCoreApplication.translate("Bench", "{text}: how many?").format(text=text)


def drop_stays() -> str:
    """The goods lie there already."""
    return QCoreApplication.translate("Bench", "It is here already")


def of_another_order() -> str:
    """Goods were dragged that are not of the order on the bench."""
    return QCoreApplication.translate("Bench", "This belongs to another order")


def how_many(name: str, most: int) -> str:
    """The question before several units move."""
    return QCoreApplication.translate("Bench", "How many of {most}? {name}").format(
        most=most, name=name
    )


def all_of_them(count: int) -> str:
    """The answer that moves all."""
    return QCoreApplication.translate("Bench", "All {count}").format(count=count)


def another_number() -> str:
    """The answer that asks for a number."""
    return QCoreApplication.translate("Bench", "Other")


def into_how_many(name: str, proposed: int | None) -> str:
    """The question before a unit is split; the catalogue may know the number."""
    if proposed is None:
        return QCoreApplication.translate("Bench", "Into how many parts? {name}").format(name=name)
    return QCoreApplication.translate(
        "Bench", "Into how many parts? {name}: {proposed} by the catalogue"
    ).format(name=name, proposed=proposed)


def number_hint(least: int, most: int) -> str:
    """What may be typed where a number is asked for."""
    return QCoreApplication.translate("Bench", "{least} to {most}").format(least=least, most=most)


def what_is_wrong(name: str) -> str:
    """The question after "Problem"."""
    return QCoreApplication.translate("Bench", "What is wrong? {name}").format(name=name)


def it_is_packed() -> str:
    """The answer that one that lies in a box is meant."""
    return QCoreApplication.translate("Bench", "It lies in a box")


def which_piece(name: str, place: int, count: int) -> str:
    """The question before some of several pieces with codes of their own are moved."""
    if count == 1:
        return QCoreApplication.translate("Bench", "Scan this piece: {name}").format(name=name)
    return QCoreApplication.translate("Bench", "Scan piece {place} of {count}: {name}").format(
        place=place, count=count, name=name
    )


def without_code() -> str:
    """The answer that a piece without a code is meant."""
    return QCoreApplication.translate("Bench", "One without a code")


def it_is_found() -> str:
    """The answer that a missing unit is there after all."""
    return QCoreApplication.translate("Bench", "It is there after all")


def problems_title(count: int) -> str:
    """The title of the list of problems."""
    return COUNTS.before_finish(count)


def go_there() -> str:
    """The button beside a problem or a refused code."""
    return QCoreApplication.translate("Bench", "Go there")


def close_list() -> str:
    """The button that closes the list of problems."""
    return QCoreApplication.translate("Bench", "Close") + f"  {escape_key()}"


def more_codes(count: int) -> str:
    """How many more codes were refused than the one that is told."""
    return COUNTS.and_more(count)


def only_to_look_at(state: str) -> str:
    """The order cannot be packed, being in this state."""
    return QCoreApplication.translate("Bench", "Only to look at: {state}").format(state=state)


def stale_labels() -> str:
    """Labels on the boxes are those of an older layout."""
    return QCoreApplication.translate(
        "Bench", "The layout changed. Take the old labels off; new ones come after Finish"
    )


def all_sent(boxes: int) -> str:
    """What has become of a finished order."""
    return COUNTS.labels_printed(boxes)


def ready_to_ship() -> str:
    """The Market holds it ready."""
    return QCoreApplication.translate("Bench", "ready to ship")


def track_to_come() -> str:
    """What is left to do for a DBS order that is packed."""
    return QCoreApplication.translate("Bench", "its track number goes in at Hand-over (F3)")


def no_order_title() -> str:
    """The bench is free."""
    return QCoreApplication.translate("Bench", "The bench is free")


def no_order_text() -> str:
    """How an order comes onto the bench."""
    return QCoreApplication.translate(
        "Bench", "Scan the number of an order, or take one from the queue"
    )


def open_queue() -> str:
    """The button of the free bench."""
    return QCoreApplication.translate("Bench", "To the queue")


def set_aside() -> str:
    """The button that clears the bench."""
    return QCoreApplication.translate("Bench", "Set aside") + "  F6"
