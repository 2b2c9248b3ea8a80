"""What is read of the claims of a token."""

import pytest

from peeraudit.sign_on.identity import LONGEST_SHOWN, identity

ISSUER = "https://login.example"
WHO = {"sub": "42", "email": " Peer@Trust.example ", "email_verified": True}


def test_the_same_person_is_the_same_for_good() -> None:
    other = {"sub": "42", "email": "new@trust.example", "name": "Another name"}
    assert identity(ISSUER, WHO, "").subject == identity(ISSUER, other, "").subject


@pytest.mark.parametrize(
    ("issuer", "subject"),
    [("https://other.example", "42"), (ISSUER, "43"), (f"{ISSUER} 4", "2")],
)
def test_another_person_or_another_issuer_is_somebody_else(
    issuer: str, subject: str
) -> None:
    other = identity(issuer, {**WHO, "sub": subject}, "")
    assert other.subject != identity(ISSUER, WHO, "").subject


def test_an_address_is_in_small_letters() -> None:
    found = identity(ISSUER, WHO, "")
    assert found.email == found.said == "peer@trust.example"


def test_an_address_that_becomes_somebody_elses_in_small_letters_is_none() -> None:
    # A Kelvin sign: in small letters it is the k of the address that we know.
    found = identity(ISSUER, {**WHO, "email": "\u212aim@trust.example"}, "")
    assert found.email == ""


@pytest.mark.parametrize("verified", [False, "false", "no", 0, 1, None, [], {}])
def test_an_address_that_is_not_vouched_for_is_none(verified: object) -> None:
    found = identity(ISSUER, {**WHO, "email_verified": verified}, "")
    assert (found.email, found.said) == ("", "peer@trust.example")


@pytest.mark.parametrize(
    ("claim", "values"),
    [
        (["Lead", "IT"], {"Lead", "IT"}),
        ("Lead", {"Lead"}),
        (["Lead", 7, None, ["IT"]], {"Lead"}),
        (None, set()),
        ({"Lead": True}, set()),
    ],
)
def test_a_claim_holds_one_value_or_several(claim: object, values: set[str]) -> None:
    found = identity(ISSUER, {**WHO, "roles": claim}, "roles")
    assert found.values == values
    assert identity(ISSUER, {**WHO, "roles": claim}, "").values == frozenset()


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ({"amr": ["pwd", "mfa"], "acr": "2"}, "pwd, mfa, acr 2"),
        ({"amr": ["pwd"]}, "pwd"),
        ({"acr": "urn:level"}, "acr urn:level"),
        ({"amr": "pwd"}, "sign-on"),
        ({"amr": ["a\nb"]}, "ab"),
        ({}, "sign-on"),
    ],
)
def test_how_somebody_showed_who_they_are_is_noted(
    said: dict[str, object], noted: str
) -> None:
    assert identity(ISSUER, {**WHO, **said}, "").shown == noted


def test_what_is_noted_has_an_end() -> None:
    long = identity(ISSUER, {**WHO, "acr": "x" * 5_000}, "")
    assert len(long.shown) == LONGEST_SHOWN
