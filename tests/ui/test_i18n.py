"""The translations are whole, up to date, and can be changed while the program runs."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from packdesk.resource_files import resource
from packdesk.ui import i18n
from packdesk.ui.i18n import Language, Translations, system_language
from packdesk.ui.words.counts import COUNTS
from packdesk.ui.words.guide import what_to_do
from tests.ui.speech import speaking

ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent
PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d")


def sources(language):
    return resource(f"translations/packdesk_{language.value}.ts")


def messages(language):
    for context in ET.parse(sources(language)).getroot().iter("context"):  # noqa: S314 - our file
        for message in context.iter("message"):
            yield context.findtext("name"), message


def forms(message):
    translation = message.find("translation")
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


def run(tool, *arguments):
    subprocess.run(
        [TOOLS / f"pyside6-{tool}", *arguments], cwd=ROOT, check=True, capture_output=True
    )


@pytest.mark.parametrize("language", Language)
def test_the_sources_hold_exactly_the_texts_of_the_program(language, tmp_path):
    kept = sources(language)
    fresh = tmp_path / kept.name
    shutil.copy(kept, fresh)
    plural = ("-pluralonly",) if language is Language.EN else ()
    flags = ("-no-obsolete", "-locations", "none", "-extensions", "py", *plural)
    run("lupdate", *flags, "packdesk/ui", "-ts", fresh)
    assert fresh.read_text(encoding="utf-8") == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", Language)
def test_nothing_is_left_to_translate(language):
    unfinished = [
        (context, message.findtext("source"))
        for context, message in messages(language)
        if message.find("translation").get("type") or not all(forms(message))
    ]
    assert unfinished == []


@pytest.mark.parametrize("language", Language)
def test_the_compiled_translation_is_that_of_the_sources(language, tmp_path):
    compiled = tmp_path / "fresh.qm"
    run("lrelease", sources(language), "-qm", compiled)
    kept = resource(f"translations/packdesk_{language.value}.qm")
    assert compiled.read_bytes() == kept.read_bytes()


@pytest.mark.parametrize("language", Language)
def test_a_translation_fills_in_what_its_source_fills_in(language):
    wrong = [
        message.findtext("source")
        for _, message in messages(language)
        for form in forms(message)
        if set(PLACEHOLDER.findall(form)) != set(PLACEHOLDER.findall(message.findtext("source")))
    ]
    assert wrong == []


def test_every_text_with_a_number_has_plural_forms():
    lost = [
        message.findtext("source")
        for _, message in messages(Language.RU)
        if "%n" in message.findtext("source") and message.get("numerus") != "yes"
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        (Language.RU, 1, "1 штука"),
        (Language.RU, 3, "3 штуки"),
        (Language.RU, 5, "5 штук"),
        (Language.RU, 21, "21 штука"),
        (Language.EN, 1, "1 unit"),
        (Language.EN, 2, "2 units"),
    ],
)
def test_numbers_bend_words(qapp, language, count, said):
    with speaking(language):
        assert COUNTS.units(count) == said


def test_the_language_changes_while_the_program_runs(qapp, qtbot):
    with speaking(Language.RU) as translations:
        russian = what_to_do(None).text
        with qtbot.waitSignal(translations.changed):
            translations.use(Language.EN)
        assert translations.language is Language.EN
        assert what_to_do(None).text == "Scan an order or pick one from the queue"
    assert russian == "Отсканируйте заказ или выберите его в очереди"


def test_qts_own_texts_are_russian_too(qapp):
    with speaking(Language.RU):
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Отмена"


def test_a_program_without_its_translations_speaks_english(qapp, monkeypatch, tmp_path, caplog):
    monkeypatch.setattr("packdesk.resource_files.PACKAGE", tmp_path / "nowhere")
    translations = Translations(qapp)
    translations.use(Language.RU)
    try:
        assert what_to_do(None).text == "Scan an order or pick one from the queue"
    finally:
        translations.remove()
    assert "no translation" in caplog.text


def test_a_broken_translation_is_told_in_the_log(qapp, monkeypatch, tmp_path, caplog):
    broken = tmp_path / "packdesk_ru.qm"
    broken.write_bytes(b"no translation at all")
    monkeypatch.setattr(i18n, "resource", lambda _: broken)
    translations = Translations(qapp)
    translations.use(Language.RU)
    translations.remove()
    assert "not a translation: packdesk_ru.qm" in caplog.text


@pytest.mark.parametrize(
    ("system", "ours"), [("ru_RU", Language.RU), ("en_GB", Language.EN), ("de_DE", Language.EN)]
)
def test_the_systems_language_is_used_where_it_is_ours(monkeypatch, system, ours):
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(system)))
    assert system_language() is ours
