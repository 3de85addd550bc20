"""What holds for every text that is given as a track number."""

from hypothesis import given
from hypothesis import strategies as st

from packdesk.domain.codes import Channel
from packdesk.domain.codes.barcode import check_digit
from packdesk.domain.codes.track import s10_check_digit
from packdesk.domain.tracks import TrackWarning, carriers_of, read_track
from packdesk.domain.tracks_forms import Carrier

TEXTS = st.text(max_size=130) | st.text("АВСЕНКМОРТХABCEHKMOPTX0123456789 -\t\x1d", max_size=40)
LETTERS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)


@given(TEXTS, st.sampled_from(Channel), st.sampled_from([None, *Carrier]))
def test_no_text_is_too_odd_to_be_read(text, channel, carrier):
    track = read_track(text, channel, carrier)
    assert track.text.strip(" \t\r\n") == track.text


@given(TEXTS, st.sampled_from(Channel))
def test_what_was_tidied_once_stays_as_it_is(text, channel):
    once = read_track(text, channel)
    again = read_track(once.text, channel)
    assert again.text == once.text
    assert again.warnings == once.warnings


@given(LETTERS, st.text("0123456789", min_size=8, max_size=8), LETTERS)
def test_every_s10_number_is_known_and_each_wrong_digit_is_noticed(service, digits, country):
    right = s10_check_digit(digits)
    assert read_track(f"{service}{digits}{right}{country}").warnings == ()
    for wrong in set(range(10)) - {right}:
        doubted = read_track(f"{service}{digits}{wrong}{country}")
        assert doubted.warnings == (TrackWarning.CHECK_DIGIT,)


@given(st.text("0123456789", min_size=13, max_size=13))
def test_every_number_of_russian_post_is_known(digits):
    track = read_track(f"{digits}{check_digit(digits)}")
    assert carriers_of(track)[0] is Carrier.RUSSIAN_POST or track.warnings
