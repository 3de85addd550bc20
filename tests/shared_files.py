"""Where the reference material lies that is kept beside the checkout, not in it."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLACE = Path(os.environ.get("PACKDESK_SHARED", ROOT.parent / "shared"))


def shared(name: str) -> Path:
    """The path of a shared file; skips the test, with the reason, where it is missing."""
    path = PLACE / name
    if not path.exists():
        pytest.skip(f"needs the shared material: {name} is not in {PLACE}", allow_module_level=True)
    return path
