"""Pictures from a table; it passes the contract tests of the web's."""

from threading import Event

from typing_extensions import override

from packdesk.station.pictures import PictureFault, Pictures, PictureUnavailable


class FakePictures(Pictures):
    """``there`` may be changed at any time; what is asked for waits until ``may_answer`` is set."""

    def __init__(self, there: dict[str, bytes | PictureFault]) -> None:
        self.there = there
        self.asked: list[str] = []
        self.is_asked = Event()
        self.may_answer = Event()
        self.may_answer.set()

    @override
    def fetch(self, url: str) -> bytes:
        self.asked.append(url)
        self.is_asked.set()
        self.may_answer.wait()
        found = self.there.get(url, PictureFault.GONE)
        if isinstance(found, PictureFault):
            raise PictureUnavailable(url, found)
        return found
