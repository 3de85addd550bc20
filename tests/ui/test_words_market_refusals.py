"""Every refusal of the Market has a sentence and a button in both languages."""

import pytest
from PySide6.QtWidgets import QApplication

from packdesk.domain.market_refusals import MarketReason, WayOut
from packdesk.ui.i18n import Language, Translations
from packdesk.ui.words.market_refusals import market_reason_text, way_out_label


@pytest.mark.parametrize("reason", MarketReason, ids=lambda reason: reason.name)
def test_every_reason_is_told_in_both_languages(qapp: QApplication, reason: MarketReason):
    spoken = _in_both(qapp, lambda: market_reason_text(reason))
    assert all(spoken)
    assert spoken[0] != spoken[1]


@pytest.mark.parametrize("way", WayOut, ids=lambda way: way.name)
def test_every_way_out_has_its_button_in_both_languages(qapp: QApplication, way: WayOut):
    spoken = _in_both(qapp, lambda: way_out_label(way))
    assert all(spoken)
    assert spoken[0] != spoken[1]


def test_what_is_not_listed_is_told_in_the_markets_own_words():
    told = market_reason_text(MarketReason.UNLISTED, ("something new", "and more"))
    assert "something new; and more" in told


def _in_both(qapp: QApplication, say) -> tuple[str, str]:
    translations = Translations(qapp)
    spoken = []
    for language in (Language.EN, Language.RU):
        translations.use(language)
        spoken.append(say())
    translations.remove()
    return spoken[0], spoken[1]
