"""Lists as people paste them: read whole, and every fault named by its line."""

import pytest

from peeraudit.instrument.frozen import Group
from peeraudit.operations.address_lists import Place, Wrong, read_lists

PW, ST = Group.PEER_WORKER, Group.OTHER_STAFF


@pytest.mark.parametrize(
    "text",
    [
        "a@trust.uk\nb@trust.uk",
        "a@trust.uk, b@trust.uk",
        "  A@Trust.uk \r\n\r\nb@trust.uk;\n",
        '"Ay, Jo" <a@trust.uk>; Bee <b@trust.uk>',
        'Name,E-mail,Team\nJo Ay,a@trust.uk,Blue\n"Bee, B",b@trust.uk,Blue\n',
        "\ufeffE-mail address\na@trust.uk\nb@trust.uk\n",
        "Name\tMail\nJo\ta@trust.uk\nB\tb@trust.uk\n,,\n",
    ],
)
def test_addresses_are_found_however_a_list_is_written(text: str) -> None:
    read = read_lists({PW: text})
    assert read.faults == ()
    assert read.addresses == {PW: ("a@trust.uk", "b@trust.uk")}
    assert read.number == 2


def test_every_fault_is_named_by_its_line() -> None:
    read = read_lists(
        {
            PW: "a@trust.uk\n\nJo Ay\nb@trust\na@trust.uk",
            ST: "c@trust.uk\nA@TRUST.UK, d@trust.uk\nc@@trust.uk",
        }
    )
    assert [(each.place, each.wrong, each.text) for each in read.faults] == [
        (Place(PW, 3), Wrong.NO_ADDRESS, "Jo Ay"),
        (Place(PW, 4), Wrong.NOT_AN_ADDRESS, "b@trust"),
        (Place(PW, 5), Wrong.TWICE, "a@trust.uk"),
        (Place(ST, 2), Wrong.TWICE, "A@TRUST.UK"),
        (Place(ST, 3), Wrong.NOT_AN_ADDRESS, "c@@trust.uk"),
    ]
    twice = [each.same_as for each in read.faults if each.wrong is Wrong.TWICE]
    assert twice == [Place(PW, 1), Place(PW, 1)]
    assert read.addresses == {PW: ("a@trust.uk",), ST: ("c@trust.uk", "d@trust.uk")}


@pytest.mark.parametrize(
    "address",
    [
        "zażółć@trust.uk",
        "a\\b@trust.uk",
        "a\x7f@trust.uk",
        "a@trust.uk\x00",
        "a" * 200 + "@trust.uk",
    ],
)
def test_what_a_mail_server_might_not_take_is_named(address: str) -> None:
    (fault,) = read_lists({PW: address}).faults
    assert fault.wrong is Wrong.NOT_AN_ADDRESS


def test_a_first_line_that_is_no_heading_is_a_fault() -> None:
    (fault,) = read_lists({PW: "Jo Ay\na@trust.uk"}).faults
    assert fault.place == Place(PW, 1)
    (fault,) = read_lists({PW: "Name,E-mail"}).faults
    assert fault.wrong is Wrong.NO_ADDRESS
