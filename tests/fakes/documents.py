"""A folder of documents in memory."""

from typing_extensions import override

from packdesk.station.errors import PackdeskError
from packdesk.station.ports import Documents


class MemoryDocuments(Documents):
    """``kept`` is what was kept by its name; ``failing`` errors are raised first, one each."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.failing: list[PackdeskError] = []

    @override
    def keep(self, name: str, pdf: bytes) -> str:
        if self.failing:
            raise self.failing.pop(0)
        self.kept[name] = pdf
        return f"{name}.pdf"
