"""Setup's state: the key, the settings, the scanner card."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol, assert_never

from PySide6.QtCore import QObject, Signal

from packdesk.domain.barcodes import DeskCommand, desk_command
from packdesk.domain.ids import CampaignId
from packdesk.settings import LookChoice, PrinterChoice, SeparatorChoice, Settings, SuffixChoice
from packdesk.station.card_verdict import (
    CardPassed,
    CardVerdict,
    EndingForm,
    NotTheCard,
    ScannerHabits,
    SeparatorForm,
)
from packdesk.station.errors import PackdeskError
from packdesk.station.ports import Err, Lane, Ok, Result
from packdesk.station.setup import (
    KeyAbsent,
    KeyBeingChecked,
    KeyBeingRead,
    KeyFlawed,
    KeyNotTaken,
    KeyUnchecked,
    KeyUnfit,
    KeyWorks,
    SetupDesk,
    SetupReport,
)
from packdesk.ui.earcons import Sound
from packdesk.ui.i18n import Language
from packdesk.ui.setup.choices import PRINTER_SETTINGS, STEPS, Act, Setting
from packdesk.ui.setup.derive import derive_setup_props
from packdesk.ui.setup.inputs import (
    CardAwaited,
    CardIdle,
    CardTold,
    SetupInputs,
    SheetFailed,
    SheetSaved,
    chosen_shops,
)
from packdesk.ui.setup.printers import (
    PrinterDoor,
    TrialFailed,
    TrialPrinted,
    TrialUnderWay,
)
from packdesk.ui.setup.props import SetupProps
from packdesk.ui.sounds import SoundState
from packdesk.ui.words.setup_printer import trial_words

_SEPARATORS = {
    SeparatorForm.F12: SeparatorChoice.F12,
    SeparatorForm.CURSOR_DOWN: SeparatorChoice.CURSOR_DOWN,
}
_SUFFIXES = {EndingForm.ENTER: SuffixChoice.ENTER, EndingForm.TAB: SuffixChoice.TAB}
_PLAYS = {
    Act.PLAY_ACCEPTED: Sound.ACCEPTED,
    Act.PLAY_ATTENTION: Sound.ATTENTION,
    Act.PLAY_REFUSED: Sound.REFUSED,
    Act.PLAY_COMPLETE: Sound.COMPLETE,
}


class CardReading(Protocol):
    """The step "scan the card" of the scanner. GUI thread."""

    def begin(self, settings: Settings) -> None:
        """The next scan is to be the card's."""

    def read(self, text: str, *, caps_lock: bool) -> CardVerdict:
        """What a scan tells of the scanner."""

    def end(self, settings: Settings) -> None:
        """The step is over; the scanner is as these settings say."""


class SetupViewModel(QObject):
    """GUI thread.

    Args:
        desk: Knows the key; its reports come here.
        settings: As they were read.
        save: Writes the settings; may raise OSError; done in the lane.
        lane: For writing the settings.
        reader: Reads the scanner card.
        save_sheet: Writes the sheet with the card and gives its place; GUI thread.
        play: Lets a sound be heard.
        on_settings: Is told changed settings, to act by them at once.
        on_bug: Is told of what is no error of the world.
        speaks: The language of the window, which a person may never have chosen.
        printers: The printers that labels can go to.
        print_lane: For all that waits for a printer.
        printer: The folder for labels, in words.
        computer: What the table is called without a name of its own.

    Signals:
        props_changed: `SetupProps`.
        key_wanted: No key is known, and nothing can be packed without one: the page is to be shown.
        language_chosen: The `LanguageChoice` to speak from now on.
        look_chosen: The `LookChoice` to look like from now on.
    """

    props_changed = Signal(object)
    key_wanted = Signal()
    language_chosen = Signal(object)
    look_chosen = Signal(object)

    def __init__(
        self,
        desk: SetupDesk,
        settings: Settings,
        save: Callable[[Settings], None],
        lane: Lane,
        reader: CardReading,
        save_sheet: Callable[[], Path],
        play: Callable[[Sound], None],
        on_settings: Callable[[Settings], None],
        on_bug: Callable[[Exception], None],
        speaks: Callable[[], Language],
        printers: PrinterDoor,
        print_lane: Lane,
        printer: str = "",
        computer: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._save = save
        self._lane = lane
        self._reader = reader
        self._save_sheet = save_sheet
        self._play = play
        self._on_settings = on_settings
        self._on_bug = on_bug
        self._speaks = speaks
        self._printers = printers
        self._print_lane = print_lane
        self._inputs = SetupInputs(settings, speaks(), printer=printer, computer=computer)
        self._props = derive_setup_props(self._inputs)
        desk.listen(self.take)

    @property
    def props(self) -> SetupProps:
        return self._props

    @property
    def settings(self) -> Settings:
        return self._inputs.settings

    def take(self, report: SetupReport) -> None:
        """Be told how the key is."""
        inputs = replace(self._inputs, key=report)
        match report:
            case KeyWorks():
                self._change(replace(inputs, in_use=report, is_changing=False))
                self._drop_strange_shops(report)
            case KeyUnchecked():
                self._change(replace(inputs, in_use=report, is_changing=False))
            case KeyAbsent():
                self._change(replace(inputs, in_use=None, is_changing=False))
                self.key_wanted.emit()
            case KeyBeingRead() | KeyBeingChecked() | KeyFlawed() | KeyNotTaken() | KeyUnfit():
                self._change(inputs)
            case _:
                assert_never(report)

    def take_scan(self, text: str, *, caps_lock: bool) -> bool:
        """Whether this scan was the scanner card's turn; if so it must go no further."""
        is_awaited = isinstance(self._inputs.card, CardAwaited)
        self._change(replace(self._inputs, has_scanned=True))
        if not is_awaited:
            return False
        if desk_command(text) is DeskCommand.CANCEL:
            self._drop_card()
            return True
        verdict = self._reader.read(text, caps_lock=caps_lock)
        if isinstance(verdict, NotTheCard):
            self._await_card(CardAwaited(wrong=verdict))
            return True
        if isinstance(verdict, CardPassed):
            self._keep_habits(verdict.habits)
        self._reader.end(self._inputs.settings)
        self._change(replace(self._inputs, card=CardTold(verdict)))
        return True

    def take_noise(self) -> None:
        """A scan came that is no text."""
        if isinstance(self._inputs.card, CardAwaited):
            self._await_card(CardAwaited(is_noise=True))

    def set_sound_state(self, state: SoundState) -> None:
        """Tell whether sounds are heard."""
        self._change(replace(self._inputs, sound=state))

    def look_for_printers(self) -> None:
        """Ask for the printers of the system, which may take it a while."""
        self._print_lane.run(self._printers.names, self._found_printers)

    def try_key(self, text: str) -> None:
        """Check a pasted key."""
        self._desk.try_key(text)

    def choose(self, setting: Setting, value: object) -> None:
        """Take a value for a setting."""
        if setting is Setting.LANGUAGE:
            is_so = value == self._speaks().value
        else:
            is_so = getattr(self.settings, setting.value) == value
        if is_so:
            return
        if setting in PRINTER_SETTINGS:
            self._inputs = replace(self._inputs, trial=None)
        self._keep(self.settings.changed(**{setting.value: value}))
        if value is PrinterChoice.SYSTEM:
            self.look_for_printers()
        if setting is Setting.LANGUAGE:
            self.language_chosen.emit(self.settings.language)
        elif setting is Setting.LOOK:
            self.look_chosen.emit(self.settings.look)

    def choose_text(self, setting: Setting, shop: CampaignId | None, text: str) -> None:
        """Take a text for a setting; ``shop``: it is this shop's template for external numbers."""
        if shop is None:
            self.choose(setting, text)
        elif self.settings.template_of(shop) != text:
            own = {**self.settings.external_id_templates, shop: text}
            self._keep(self.settings.changed(external_id_templates=own))

    def follow_system(self) -> None:
        """The system has gone from light to dark, or back."""
        if self.settings.look is LookChoice.SYSTEM:
            self.look_chosen.emit(LookChoice.SYSTEM)

    def step(self, setting: Setting, direction: int) -> None:
        """One press up (1) or down (-1)."""
        by, least, most = STEPS[setting]
        value = getattr(self.settings, setting.value) + direction * by
        self.choose(setting, max(least, min(most, value)))

    def switch_shop(self, shop: CampaignId) -> None:
        """Pack a shop's orders here, or no longer."""
        works = self._inputs.in_use
        if not isinstance(works, KeyWorks):
            return
        chosen = set(chosen_shops(self.settings, works.shops)) ^ {shop}
        if chosen:
            wanted = tuple(one.id for one in works.shops if one.id in chosen)
            self._keep(self.settings.changed(campaigns=wanted))

    def act(self, act: Act) -> None:
        """A button was pressed."""
        match act:
            case Act.TRY_KEY:
                pass
            case Act.CHECK_AGAIN:
                self._desk.check_again()
            case Act.READ_AGAIN:
                self._desk.start()
            case Act.CHANGE_KEY:
                self._change(replace(self._inputs, is_changing=True))
            case Act.KEEP_OLD_KEY:
                old = self._inputs.in_use or self._inputs.key
                self._change(replace(self._inputs, key=old, is_changing=False))
            case Act.FORGET_KEY:
                self._desk.forget()
            case Act.SCAN_CARD:
                self._await_card(CardAwaited())
            case Act.DROP_CARD:
                self._drop_card()
            case Act.SAVE_SHEET:
                self._make_sheet()
            case Act.BY_HAND:
                self._change(replace(self._inputs, by_hand=not self._inputs.by_hand))
            case Act.PRINT_TRIAL:
                self._print_trial()
            case Act.LOOK_FOR_PRINTERS:
                self.look_for_printers()
            case Act.PLAY_ACCEPTED | Act.PLAY_ATTENTION | Act.PLAY_REFUSED | Act.PLAY_COMPLETE:
                self._play(_PLAYS[act])
            case _:
                assert_never(act)

    def retranslate(self) -> None:
        """The language has changed."""
        self._change(self._inputs)

    def _drop_strange_shops(self, works: KeyWorks) -> None:
        """A key of another cabinet must not be asked for the old one's shops."""
        seen = {shop.id for shop in works.shops}
        known = tuple(shop for shop in self.settings.campaigns if shop in seen)
        if known != self.settings.campaigns:
            self._keep(self.settings.changed(campaigns=known))

    def _await_card(self, step: CardAwaited) -> None:
        self._reader.begin(self.settings)
        self._change(replace(self._inputs, card=step))

    def _drop_card(self) -> None:
        self._reader.end(self.settings)
        self._change(replace(self._inputs, card=CardIdle()))

    def _keep_habits(self, habits: ScannerHabits) -> None:
        """Put into the profile what the card has shown."""
        values: dict[str, object] = {}
        if habits.separator is not None:
            values["scan_separator"] = _SEPARATORS.get(habits.separator, SeparatorChoice.USUAL)
        if habits.ending is not None:
            values["scan_suffix"] = _SUFFIXES.get(habits.ending, SuffixChoice.ENTER_OR_TAB)
        if habits.longest_gap_ms is not None:
            values["scan_gap_ms"] = _gap_for(habits.longest_gap_ms)
        if habits.caps_lock:
            values["caps_lock_proved_harmless"] = True
        if any(getattr(self.settings, name) != value for name, value in values.items()):
            self._keep(self.settings.changed(**values))

    def _make_sheet(self) -> None:
        sheet: SheetSaved | SheetFailed
        try:
            sheet = SheetSaved(self._save_sheet())
        except PackdeskError:
            sheet = SheetFailed()
        self._change(replace(self._inputs, sheet=sheet))

    def _found_printers(self, result: Result[tuple[str, ...]]) -> None:
        match result:
            case Ok(names):
                self._change(replace(self._inputs, printers=names))
            case Err(bug):
                self._on_bug(bug)

    def _print_trial(self) -> None:
        if isinstance(self._inputs.trial, TrialUnderWay):
            return
        page, words = self.settings.label_format, trial_words()
        trial = TrialUnderWay()
        self._change(replace(self._inputs, trial=trial))
        self._print_lane.run(
            lambda: self._printers.print_trial(page, words), partial(self._trial_done, trial)
        )

    def _trial_done(self, trial: TrialUnderWay, result: Result[None]) -> None:
        if self._inputs.trial is not trial:
            # Another printer was chosen meanwhile; this is no news of that one.
            return
        match result:
            case Ok():
                self._change(replace(self._inputs, trial=TrialPrinted()))
            case Err(PackdeskError() as error):
                self._change(replace(self._inputs, trial=TrialFailed(error)))
            case Err(bug):
                self._change(replace(self._inputs, trial=None))
                self._on_bug(bug)

    def _keep(self, settings: Settings) -> None:
        """Act by the settings at once, and write them."""
        self._change(replace(self._inputs, settings=settings))
        self._on_settings(settings)
        self._lane.run(lambda: self._save(settings), self._saved)

    def _saved(self, result: Result[None]) -> None:
        match result:
            case Ok():
                self._change(replace(self._inputs, is_unsaved=False))
            case Err(OSError()):
                self._change(replace(self._inputs, is_unsaved=True))
            case Err(bug):
                self._on_bug(bug)

    def _change(self, inputs: SetupInputs) -> None:
        self._inputs = replace(inputs, language=self._speaks())
        props = derive_setup_props(self._inputs)
        if props != self._props:
            self._props = props
            self.props_changed.emit(props)


def _gap_for(longest_gap_ms: int) -> int:
    """A limit with room above the slowest key that was seen, in steps of the field."""
    usual = 35
    by, _, most = STEPS[Setting.SCAN_GAP]
    wanted = -(-longest_gap_ms * 3 // 2 // by) * by
    return max(usual, min(most, wanted))
