"""Where the program's own files lie: pictures, sounds, styles, translations, the demo day."""

from pathlib import Path

PACKAGE = Path(__file__).parent


class ResourceMissing(Exception):
    """A file that belongs to the program is not where the program was installed.

    Attributes:
        name: What was asked for, relative to the resources, with forward slashes.
        places: The folders that were searched, in order.
    """

    def __init__(self, name: str, places: tuple[Path, ...]) -> None:
        super().__init__(f"{name} is missing in {', '.join(str(place) for place in places)}")
        self.name = name
        self.places = places


def resource(name: str) -> Path:
    """The path of a file or folder of the resources.

    An installed wheel carries them inside the package, a checkout beside it.

    Args:
        name: Relative to the resources, with forward slashes: ``demo/day.json``.

    Raises:
        ResourceMissing: If neither place has it.
    """
    places = (PACKAGE / "resources", PACKAGE.parent / "resources")
    for place in places:
        path = place / name
        if path.exists():
            return path
    raise ResourceMissing(name, places)
