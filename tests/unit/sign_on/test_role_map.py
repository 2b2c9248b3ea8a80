"""Which values of which claim stand for which roles."""

import pytest

from peeraudit.account.roles import Membership, Role
from peeraudit.settings import SettingsFault
from peeraudit.sign_on.role_map import RoleMap, read_role_map

WRITTEN = "roles: PeerAudit.Lead=trust_lead, a=b=it_administrator"


def test_values_stand_for_roles() -> None:
    found = read_role_map(WRITTEN)
    assert found.claim == "roles"
    assert found.mapped == {
        Membership(Role.TRUST_LEAD),
        Membership(Role.IT_ADMINISTRATOR),
    }
    assert found.roles_of(["PeerAudit.Lead", "other"]) == {Membership(Role.TRUST_LEAD)}
    assert found.roles_of(["a=b"]) == {Membership(Role.IT_ADMINISTRATOR)}
    assert found.roles_of([]) == frozenset()


@pytest.mark.parametrize("written", ["", "  "])
def test_without_a_map_no_role_follows_from_anything(written: str) -> None:
    assert read_role_map(written) == RoleMap()
    assert read_role_map(written).mapped == frozenset()


@pytest.mark.parametrize(
    "written",
    [
        "roles",
        "roles:",
        ": Lead=trust_lead",
        "roles: Lead",
        "roles: =trust_lead",
        "roles: Lead=owner",
        "roles: Lead=trust_lead,",
        "roles: Manager=team_manager",
        "roles: Peer=facilitator",
    ],
)
def test_what_cannot_be_read_is_refused(written: str) -> None:
    with pytest.raises(SettingsFault, match="OIDC_ROLES"):
        read_role_map(written)
