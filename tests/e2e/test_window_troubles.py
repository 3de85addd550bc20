"""What goes wrong outside is told in the window, each in its own sentence, and work goes on."""

from pathlib import Path

import pytest

from packdesk.sandbox.troubles import Trouble, TroubleKind
from tests.e2e.window import Table, table

TROUBLES = {
    "no network": Trouble(TroubleKind.DROP_BEFORE),
    "wrong key": Trouble(TroubleKind.REVOKED_KEY),
    "a 500": Trouble(TroubleKind.BROKEN),
    "malformed JSON": Trouble(TroubleKind.BAD_JSON),
    "a 420": Trouble(TroubleKind.BUSY, seconds=2),
}


def told_by(place: Table, qtbot, trouble: Trouble) -> str:
    before = place.text("queueTrouble")
    place.sandbox.trouble = trouble
    place.program.desks.station.refresh()
    qtbot.waitUntil(lambda: place.text("queueTrouble") not in {"", before}, timeout=15_000)
    return place.text("queueTrouble")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_each_trouble_has_its_own_sentence_and_the_program_goes_on(
    tmp_path: Path, qtbot, language: str
):
    with table(tmp_path, language) as place:
        qtbot.waitUntil(lambda: place.sight.cards > 0, timeout=15_000)
        sentences = [told_by(place, qtbot, trouble) for trouble in TROUBLES.values()]
        assert len(set(sentences)) == len(TROUBLES)
        place.sandbox.trouble = None

        def is_well() -> bool:
            place.program.desks.station.refresh()
            return not place.text("queueTrouble")

        qtbot.waitUntil(is_well, timeout=15_000)
        place.scan("54870310213")
        qtbot.waitUntil(lambda: "54870310213" in place.sight.order, timeout=5_000)


def test_an_unknown_order_is_told_and_the_next_one_opens(tmp_path: Path, qtbot):
    with table(tmp_path) as place:
        qtbot.waitUntil(lambda: place.sight.cards > 0, timeout=15_000)
        place.scan("99999999999")
        qtbot.waitUntil(lambda: place.sight.answers == 1, timeout=15_000)
        assert "99999999999" in place.text("bandSentence") or place.text("bandSentence")
        assert place.sight.tone == "refused"
        place.scan("54870310213")
        qtbot.waitUntil(lambda: "54870310213" in place.sight.order, timeout=5_000)


def test_values_of_tomorrow_do_not_disturb(tmp_path: Path, qtbot):
    with table(tmp_path) as place:
        place.sandbox.trouble = Trouble(TroubleKind.UNKNOWN_VALUES)
        qtbot.waitUntil(lambda: place.sight.cards > 0, timeout=15_000)
        place.program.desks.station.refresh()
        place.scan("54870310213")
        qtbot.waitUntil(lambda: "54870310213" in place.sight.order, timeout=5_000)
