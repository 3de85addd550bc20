"""A folder of documents in memory."""

from typing_extensions import override

from packdesk.station.errors import LabelUnreadable, PackdeskError
from packdesk.station.ports import Documents


class MemoryDocuments(Documents):
    """``pdfs`` is what was kept by its place; ``failing`` errors are raised first, one each."""

    def __init__(self) -> None:
        self.pdfs: dict[str, bytes] = {}
        self.failing: list[PackdeskError] = []
        self._places: dict[str, list[str]] = {}

    @override
    def keep(self, name: str, pdf: bytes) -> str:
        if self.failing:
            raise self.failing.pop(0)
        if not pdf.startswith(b"%PDF"):
            raise LabelUnreadable(name)
        places = self._places.setdefault(name, [])
        place = f"{name}-{len(places) + 1}.pdf" if places else f"{name}.pdf"
        places.append(place)
        self.pdfs[place] = pdf
        return place

    @override
    def kept(self, name: str) -> str:
        return self._places.get(name, [""])[-1]
