"""Pictures of the demo's goods: where an offer says they are, and their bytes."""

from collections.abc import Mapping
from typing import Any

from packdesk.resource_files import ResourceMissing, resource

FOLDER = "demo/pictures"
PATH = f"/{FOLDER}/{{name}}"
PNG = b"\x89PNG\r\n\x1a\n"


def picture(name: str) -> bytes | None:
    """A picture of the demo (PNG) by its file name; None if there is none of this name."""
    try:
        there = {path.name: path for path in resource(FOLDER).iterdir()}
    except ResourceMissing:
        return None
    return there[name].read_bytes() if name in there else None


def with_addresses(mapping: Mapping[str, Any], base_url: str) -> dict[str, Any]:
    """An offer mapping whose relative pictures are those of the server at ``base_url``."""
    offer = dict(mapping["offer"])
    if offer.get("pictures"):
        offer["pictures"] = [_address(told, base_url) for told in offer["pictures"]]
    return {**mapping, "offer": offer}


def _address(told: str, base_url: str) -> str:
    return told if "://" in told else f"{base_url}/{told.lstrip('/')}"
