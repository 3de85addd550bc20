"""The sheet is read back from the page as a scanner would, and judged as print."""

from dataclasses import fields, replace
from itertools import pairwise

import pypdfium2
import pytest
import zxingcpp

from packdesk.domain.barcodes import DeskCommand, desk_command
from packdesk.printing.card_text import CARD_CODE128, CARD_EAN13, card_text
from packdesk.printing.sheet import make_sheet, sheet_pdf
from packdesk.station.errors import PrinterUnavailable
from packdesk.station.sheet_texts import SheetTexts
from packdesk.ui.words.sheet import sheet_texts

pytestmark = pytest.mark.usefixtures("qapp")

MM_PER_INCH = 25.4
TEXTS = SheetTexts(
    title="Команды для сканера",
    how_to_print="Печатайте в масштабе 100 %",
    commands_hint="Сканируйте то, что хотите сделать",
    commands=tuple((command, f"Команда {command.value}") for command in DeskCommand),
    card_title="Проверка сканера",
    card_hint="Отсканируйте эти коды",
    data_matrix="Как код маркировки",
    ean13="Как штрихкод товара",
    code128="Буквы и знаки",
)


def page_image(pdf, dpi):
    """The page in grey, a row of pixels a row."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[0].render(scale=dpi / 72, grayscale=True)
        return memoryview(bytes(bitmap.buffer)).cast("B", (bitmap.height, bitmap.stride))
    finally:
        document.close()


def symbols(pdf, dpi):
    return zxingcpp.read_barcodes(page_image(pdf, dpi), text_mode=zxingcpp.TextMode.Plain)


def page_text(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[0].get_textpage().get_text_bounded()
    finally:
        document.close()


def box_mm(symbol, dpi):
    """Left, top, right and bottom of a symbol on the page."""
    at = symbol.position
    corners = (at.top_left, at.top_right, at.bottom_left, at.bottom_right)
    across = [corner.x * MM_PER_INCH / dpi for corner in corners]
    down = [corner.y * MM_PER_INCH / dpi for corner in corners]
    return min(across), min(down), max(across), max(down)


@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_every_symbol_is_read_back_byte_for_byte(dpi):
    found = sorted((one.symbology_identifier, one.bytes) for one in symbols(sheet_pdf(TEXTS), dpi))
    assert found == sorted(
        [
            *(("]C0", command.value.encode()) for command in DeskCommand),
            ("]C0", CARD_CODE128.encode()),
            ("]E0", CARD_EAN13.encode()),
            ("]d2", card_text().encode()),
        ]
    )


def test_every_command_barcode_is_understood_at_the_table():
    read = {desk_command(one.bytes.decode()) for one in symbols(sheet_pdf(TEXTS), 300)}
    assert read - {None} == set(DeskCommand)


def test_the_sheet_is_one_page_of_a4():
    document = pypdfium2.PdfDocument(sheet_pdf(TEXTS))
    millimetres = [points / 72 * MM_PER_INCH for points in document[0].get_size()]
    assert len(document) == 1
    assert millimetres == pytest.approx([210, 297], abs=0.2)
    document.close()


def test_the_words_stand_on_the_sheet_as_text():
    text = page_text(sheet_pdf(TEXTS))
    for field in fields(TEXTS):
        value = getattr(TEXTS, field.name)
        for words in [value] if isinstance(value, str) else [name for _, name in value]:
            assert words in text
    for command in DeskCommand:
        assert command.value in text


def test_the_names_of_commands_stand_above_their_barcodes():
    pdf = sheet_pdf(TEXTS)
    at = {one.bytes.decode(): box_mm(one, 300) for one in symbols(pdf, 300)}
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text = page.get_textpage()
    height = page.get_height()
    for command in DeskCommand:
        index, _ = text.search(f"Команда {command.value}").get_next()
        left, _, _, top = (
            value / 72 * MM_PER_INCH for value in text.get_charbox(index, loose=True)
        )
        box_left, box_top, *_ = at[command.value]
        assert left == pytest.approx(box_left, abs=1)
        assert 0 < box_top - (height / 72 * MM_PER_INCH - top) < 10
    document.close()


def test_the_data_matrix_has_its_size():
    (matrix,) = (one for one in symbols(sheet_pdf(TEXTS), 600) if one.symbology_identifier == "]d2")
    left, top, right, bottom = box_mm(matrix, 600)
    # 40 modules of 0.625 mm.
    assert (right - left, bottom - top) == (pytest.approx(25, abs=0.2), pytest.approx(25, abs=0.2))


def test_bars_have_the_width_of_whole_dots_of_a_label_printer():
    dpi = 25.4 * 80
    pdf = sheet_pdf(TEXTS)
    widths = {CARD_CODE128: 0.25, CARD_EAN13: 0.375, DeskCommand.FINISH.value: 0.375}
    boxes = {one.bytes.decode(): box_mm(one, 300) for one in symbols(pdf, 300)}
    image = page_image(pdf, dpi)
    for text, module in widths.items():
        left, top, right, bottom = boxes[text]
        row = round((top + bottom) / 2 * 80)
        pixels = [
            image[row, column] < 128
            for column in range(round((left - 1) * 80), round((right + 1) * 80))
        ]
        edges = [number for number, (a, b) in enumerate(pairwise(pixels)) if a is not b]
        for begin, end in pairwise(edges):
            modules = (end - begin) / 80 / module
            assert modules == pytest.approx(round(modules), abs=0.08)


def test_quiet_zones_are_white():
    dpi = 300
    pdf = sheet_pdf(TEXTS)
    image = page_image(pdf, dpi)
    per_mm = dpi / MM_PER_INCH
    modules = {"]E0": 0.375, "]d2": 0.625}
    for one in symbols(pdf, dpi):
        text = one.bytes.decode()
        module = modules.get(one.symbology_identifier, 0.25 if text == CARD_CODE128 else 0.375)
        left, top, right, bottom = box_mm(one, dpi)
        quiet = module if one.symbology_identifier == "]d2" else 11 * module
        rows = range(round((top + 1) * per_mm), round((bottom - 1) * per_mm), 8)
        for edge, step in ((left, -1), (right, 1)):
            columns = range(
                round(edge * per_mm) + 3 * step, round((edge + step * quiet) * per_mm), step
            )
            assert columns
            assert all(image[row, column] > 200 for row in rows for column in columns)


def test_words_that_are_too_long_get_smaller_and_harm_no_symbol():
    long = replace(
        TEXTS,
        title="Очень длинный заголовок листа команд " * 6,
        commands=tuple((command, "Сделать нечто очень долгое " * 9) for command in DeskCommand),
        card_hint="Отсканируйте эти коды, не торопясь, один за другим. " * 8,
    )
    pdf = sheet_pdf(long)
    assert len(symbols(pdf, 300)) == len(DeskCommand) + 3
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage()
    # Where a line is broken, the blank there has no place of its own.
    boxes = [
        text.get_charbox(index)
        for index in range(text.count_chars())
        if text.get_text_range(index, 1).strip()
    ]
    assert len(boxes) > 1000
    width, height = document[0].get_size()
    assert all(box[0] >= 0 and box[2] <= width for box in boxes)
    assert all(box[1] >= 0 and box[3] <= height for box in boxes)
    document.close()


def test_the_sheet_is_written_into_a_folder_that_is_made(tmp_path):
    path = tmp_path / "листы" / "команды.pdf"
    make_sheet(path, TEXTS)
    assert path.read_bytes().startswith(b"%PDF-")
    assert [file.name for file in path.parent.iterdir()] == ["команды.pdf"]


def test_a_sheet_that_was_there_is_replaced(tmp_path):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")
    make_sheet(path, TEXTS)
    assert len(symbols(path.read_bytes(), 300)) == len(DeskCommand) + 3


def test_a_path_that_is_a_folder_is_told_and_left_alone(tmp_path):
    path = tmp_path / "sheet.pdf"
    path.mkdir()
    with pytest.raises(PrinterUnavailable) as caught:
        make_sheet(path, TEXTS)
    assert caught.value.name == str(path)
    assert caught.value.detail
    assert list(tmp_path.iterdir()) == [path]
    assert not list(path.iterdir())


def test_a_path_below_a_file_is_told(tmp_path):
    (tmp_path / "taken").write_bytes(b"kept")
    with pytest.raises(PrinterUnavailable):
        make_sheet(tmp_path / "taken" / "sheet.pdf", TEXTS)
    assert (tmp_path / "taken").read_bytes() == b"kept"


def test_the_words_name_each_command_once_and_leave_nothing_empty():
    texts = sheet_texts()
    assert [command for command, _ in texts.commands] == list(DeskCommand)
    names = [name for _, name in texts.commands]
    assert len(set(names)) == len(names)
    assert names[-1] == "Answer 5"
    assert all(value for value in (getattr(texts, field.name) for field in fields(texts)))
    assert all(names)
