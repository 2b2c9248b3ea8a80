"""Addresses: plain ones, and those that only look like one."""

import pytest

from peeraudit.operations.people import NotAPerson, refuse_no_address


@pytest.mark.parametrize(
    "email", ["kay@trust.nhs.uk", "kay.o'neil-2@trust.nhs.uk", "zoé@trust.example"]
)
def test_an_address_as_people_write_it_is_taken(email: str) -> None:
    refuse_no_address(email)


@pytest.mark.parametrize(
    "email",
    [
        "le\N{CYRILLIC SMALL LETTER A}d@trust.example",
        "\N{CYRILLIC SMALL LETTER ES}\N{CYRILLIC SMALL LETTER O}@trust.example",
        "lead@tr\N{CYRILLIC SMALL LETTER U}st.example",
        "lead@trust.ex\N{GREEK SMALL LETTER ALPHA}mple",
        "le\N{ZERO WIDTH SPACE}ad@trust.example",
        "lead@tru\N{ZERO WIDTH JOINER}st.example",
        "lead\N{RIGHT-TO-LEFT OVERRIDE}@trust.example",
        "\N{FULLWIDTH LATIN SMALL LETTER L}ead@trust.example",
        "le\N{COMBINING ACUTE ACCENT}ad@trust.example",
        "le\N{SOFT HYPHEN}ad@trust.example",
    ],
)
def test_an_address_that_looks_like_another_is_refused_plainly(email: str) -> None:
    with pytest.raises(NotAPerson, match="another alphabet, or a sign that nobody"):
        refuse_no_address(email)


@pytest.mark.parametrize("email", ["", "nobody", "a@b", "a b@trust.example"])
def test_what_is_no_address_is_refused(email: str) -> None:
    with pytest.raises(NotAPerson, match="Enter an e-mail address"):
        refuse_no_address(email)
