"""The picture and the table of states in the documents are those of the code."""

from __future__ import annotations

from tests import signal_states


def test_the_picture_is_made_of_the_table_of_moves() -> None:
    assert signal_states.PICTURE.read_text() == signal_states.picture()
    assert signal_states.picture().count("<path d=") == 1 + 30


def test_the_words_are_made_of_it_too() -> None:
    assert signal_states.documented() == signal_states.table()
