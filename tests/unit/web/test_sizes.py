"""One size for every answer, in what is sent and in what is shown."""

import pytest
from markupsafe import escape

from peeraudit.web.sizes import filled, padding

ANSWERS = ("Yes", "I do not know", "Café & co")


@pytest.mark.parametrize("shown", ANSWERS)
def test_every_answer_takes_as_many_bytes_on_a_page(shown: str) -> None:
    sizes = {
        len(f"{escape(each)}{padding(each, ANSWERS)}".encode()) for each in ANSWERS
    }
    assert len(sizes) == 1
    assert padding(shown, ANSWERS).strip() == ""


def test_every_value_is_sent_with_as_many_characters() -> None:
    assert {len(filled(each, ANSWERS)) for each in ANSWERS} == {len("I do not know")}
