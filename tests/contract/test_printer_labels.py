"""What every label store does, be it in memory or a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from packdesk.domain.ids import OrderId
from packdesk.domain.layout import Fingerprint
from packdesk.printing.label_store import LabelFiles
from packdesk.station.errors import LabelUnreadable
from packdesk.station.ports import LabelStore
from tests.fakes.printer import MemoryLabels

ORDER = OrderId(2**63 - 1)
LAYOUT = Fingerprint("0123456789abcdef")
PDF = b"%PDF-1.7\n\x00\xff\r\n%%EOF"


@pytest.fixture(params=["memory", "folder"])
def labels(request: pytest.FixtureRequest, tmp_path: Path) -> LabelStore:
    makers: dict[str, Callable[[], LabelStore]] = {
        "memory": MemoryLabels,
        "folder": lambda: LabelFiles(tmp_path / "Наклейки" / "labels"),
    }
    return makers[request.param]()


def test_a_label_is_kept_byte_for_byte(labels: LabelStore) -> None:
    name = labels.save(ORDER, LAYOUT, PDF)

    assert labels.load(name) == PDF


def test_labels_of_other_orders_and_layouts_are_kept_apart(labels: LabelStore) -> None:
    kept = {
        labels.save(OrderId(order), Fingerprint(layout), PDF + f"{order} {layout}".encode())
        for order in (1, 11)
        for layout in ("1", "a")
    }

    assert len({labels.load(name) for name in kept}) == 4


def test_a_label_fetched_anew_replaces_the_older_of_its_layout(labels: LabelStore) -> None:
    first = labels.save(ORDER, LAYOUT, PDF)
    second = labels.save(ORDER, LAYOUT, PDF + b" again")

    assert labels.load(first) == labels.load(second) == PDF + b" again"


@pytest.mark.parametrize("data", [b"", b"%PD", b'{"status":"ERROR"}'])
def test_what_is_no_pdf_is_not_kept(labels: LabelStore, data: bytes) -> None:
    name = labels.save(ORDER, LAYOUT, PDF)

    with pytest.raises(LabelUnreadable) as caught:
        labels.save(ORDER, LAYOUT, data)

    assert caught.value.name == name
    assert labels.load(name) == PDF


@pytest.mark.parametrize(
    "name",
    ["1-a.pdf", "", ".", "..", "../1-a.pdf", "/etc/passwd", "C:\\1-a.pdf", "CON", "1-a.pdf\0"],
)
def test_a_name_that_was_never_given_is_unreadable(labels: LabelStore, name: str) -> None:
    labels.save(ORDER, LAYOUT, PDF)

    with pytest.raises(LabelUnreadable) as caught:
        labels.load(name)

    assert caught.value.name == name
