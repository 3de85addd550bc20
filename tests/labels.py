"""Labels with barcodes, and what a scanner reads from them."""

from collections.abc import Iterable
from datetime import date

import zxingcpp

from packdesk.domain.labels import LabelFormat
from packdesk.printing.raster import Dots, page_dots, page_sizes
from packdesk.sandbox.label_text import LabelText
from packdesk.sandbox.labels import PageFormat, labels_pdf

ORDER = 54870310213
PER_MM = 3 * 203 / 25.4
"""A printed page is looked at three times as finely as it was printed, as a scanner would."""


def market_labels(page: LabelFormat, count: int = 1) -> bytes:
    """Labels as the Market makes them; each says ``<order>-<number>`` twice."""
    texts = tuple(
        LabelText(
            order_id=ORDER,
            external_id=None,
            box_id=700000000 + place,
            fulfilment_id=code_of(place),
            place=place,
            places=count,
            shipment_date=date(2026, 11, 20),
            program="FBS",
            delivery_service="Delivery",
            delivery_service_id=1005486,
        )
        for place in range(1, count + 1)
    )
    return labels_pdf(texts, PageFormat(page.value))


def code_of(place: int) -> str:
    """What stands in the barcode of a label."""
    return f"{ORDER}-{place}"


def read_codes(dots: Dots) -> set[str]:
    """The texts of all barcodes on a page."""
    return {found.text for found in zxingcpp.read_barcodes(_picture(dots))}


def codes_of_pages(pdf: bytes, per_mm: float = PER_MM) -> Iterable[set[str]]:
    """The barcodes of each page of a PDF."""
    for number in range(len(page_sizes(pdf, "pdf"))):
        yield read_codes(page_dots(pdf, "pdf", number, per_mm))


def symbol_widths(pdf: bytes) -> list[float]:
    """How wide the barcodes of the first page are, in millimetres, narrowest first."""
    dots = page_dots(pdf, "pdf", 0, PER_MM)
    found = zxingcpp.read_barcodes(_picture(dots))
    return sorted((one.position.top_right.x - one.position.top_left.x) / PER_MM for one in found)


def _picture(dots: Dots) -> memoryview:
    levels = b"".join(
        f"{int.from_bytes(dots.rows[at : at + dots.stride]):0{dots.stride * 8}b}".encode()[
            : dots.width
        ]
        for at in range(0, len(dots.rows), dots.stride)
    ).translate(bytes.maketrans(b"01", b"\xff\x00"))
    return memoryview(levels).cast("B", (dots.height, dots.width))
