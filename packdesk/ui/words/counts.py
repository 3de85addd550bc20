"""Every sentence whose form depends on a number.

They stand in one class because ``lupdate`` sees a plural in Python only in ``self.tr``: a call of
``QCoreApplication.translate`` with a variable for the number becomes a text without plural forms.
"""

from PySide6.QtCore import QObject


class Counts(QObject):
    """One method a sentence; the number is the last argument. Any thread."""

    def units(self, count: int) -> str:
        """“3 units”."""
        return self.tr("%n unit(s)", "", count)

    def parts(self, count: int) -> str:
        """“2 parts”."""
        return self.tr("%n part(s)", "", count)

    def boxes(self, count: int) -> str:
        """“2 boxes”."""
        return self.tr("%n box(es)", "", count)

    def only_there(self, count: int) -> str:
        """Fewer units are there than were to be moved."""
        return self.tr("Only %n is (are) there", "", count)

    def things_to_do(self, count: int) -> str:
        """The order cannot be finished yet."""
        return self.tr("Not finished yet: %n thing(s) to do", "", count)

    def still_to_pack(self, count: int) -> str:
        """After the good's name: units in no box."""
        return self.tr("%n still to pack", "", count)

    def leave_for_good(self, count: int) -> str:
        """A warning before units are removed."""
        return self.tr(
            "%n unit(s) will leave the order for good. It counts as a cancellation", "", count
        )

    def travels_in(self, count: int) -> str:
        """The question whether to split a good."""
        return self.tr("It travels in %n box(es). Split it?", "", count)

    def into_parts(self, count: int) -> str:
        """The answer that splits a good."""
        return self.tr("Into %n part(s)", "", count)

    def to_go(self, count: int) -> str:
        """In a row of the bench: units still to pack."""
        return self.tr("%n to go", "", count)

    def refused(self, count: int) -> str:
        """In a row of the bench: codes that the Market refused."""
        return self.tr("%n refused", "", count)

    def missing(self, count: int) -> str:
        """In a row of the bench: units marked missing."""
        return self.tr("%n missing", "", count)

    def against_shop(self, count: int) -> str:
        """What a removal does to the quality index."""
        return self.tr(
            "The quality index falls: it counts as %n cancellation(s) by the shop", "", count
        )

    def before_finish(self, count: int) -> str:
        """The title of the list of problems."""
        return self.tr("Before you finish: %n thing(s)", "", count)

    def packed_without(self, count: int) -> str:
        """All that is there is packed, and units are marked missing."""
        return self.tr("Packed without %n unit(s). Finish?", "", count)

    def need_a_person(self, count: int) -> str:
        """At the page of what was sent, in the navigation."""
        return self.tr("%n order(s) need(s) a person", "", count)

    def and_more(self, count: int) -> str:
        """How many more than the one that is told."""
        return self.tr("and %n more", "", count)

    def labels_printed(self, count: int) -> str:
        """What has become of a finished order."""
        return self.tr("Labels printed: %n box(es)", "", count)

    def not_gone_out(self, count: int) -> str:
        """The window is to close too early."""
        return self.tr(
            "%n order(s) not sent yet: they go out after the next start. Close once more to leave",
            "",
            count,
        )

    def confirmed(self, count: int) -> str:
        """At the end of the tour: all is well."""
        return self.tr("%n order(s) confirmed by the Market", "", count)

    def not_confirmed(self, count: int) -> str:
        """At the end of the tour: something is not."""
        return self.tr("%n order(s) not as they should be", "", count)


COUNTS = Counts()
