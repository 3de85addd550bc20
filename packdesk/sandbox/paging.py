"""Page tokens: opaque to the client, and steady while orders change between two pages."""

import base64
import binascii

from packdesk.sandbox.errors import BadRequestError


def token(last_id: int) -> str:
    """The token of the page after the order or shop with this id."""
    return base64.urlsafe_b64encode(f"after:{last_id}".encode()).decode()


def read_token(text: str | None) -> int:
    """The id after which a page begins; 0 for the first page.

    Raises:
        BadRequestError: For text that is no token.
    """
    if text is None:
        return 0
    try:
        word, _, number = base64.urlsafe_b64decode(text).decode("ascii").partition(":")
        if word != "after":
            raise BadRequestError("Bad page token")
        return int(number)
    except (binascii.Error, ValueError) as error:
        raise BadRequestError("Bad page token") from error
