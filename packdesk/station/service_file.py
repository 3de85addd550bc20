"""The delivery services as a small file: a cache, so nothing that fails here matters."""

import json
from datetime import datetime
from pathlib import Path

from packdesk.domain.ids import DeliveryServiceId
from packdesk.station.ports import DeliveryService
from packdesk.station.service_feed import KnownServices
from packdesk.station.small_file import put


class ServiceFile:
    """Keeps the list in one JSON file. One thread at a time; nothing raises."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> KnownServices | None:
        """The kept list; None where there is none that can be read."""
        try:
            told = json.loads(self._path.read_text(encoding="utf-8"))
            services = tuple(
                DeliveryService(DeliveryServiceId(number), name)
                for number, name in told["services"]
                if type(number) is int and type(name) is str
            )
            asked_at = datetime.fromisoformat(told["asked_at"])
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None
        if not services or asked_at.tzinfo is None:
            return None
        return KnownServices(services, asked_at)

    def keep(self, known: KnownServices) -> None:
        """Put a list in its place, whole or not at all."""
        services = [[one.id, one.name] for one in known.services]
        text = json.dumps(
            {"asked_at": known.asked_at.isoformat(), "services": services}, ensure_ascii=False
        )
        put(self._path, text)
