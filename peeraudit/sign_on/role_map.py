"""Which values of which claim stand for which roles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from peeraudit.account.roles import Membership, Role
from peeraudit.settings import SettingsFault

FORM = "OIDC_ROLES should look like: roles: PeerAudit.Lead=trust_lead, ..."


@dataclass(frozen=True, slots=True)
class RoleMap:
    """A claim, and the roles that its values stand for."""

    claim: str = ""
    roles: Mapping[str, Role] = field(default_factory=dict)

    @property
    def mapped(self) -> frozenset[Membership]:
        """The roles that follow from the claim alone, and are taken by it too."""
        return frozenset(map(Membership, self.roles.values()))

    def roles_of(self, values: Iterable[str]) -> frozenset[Membership]:
        """Return the roles that some values stand for."""
        return frozenset(
            Membership(self.roles[each]) for each in values if each in self.roles
        )


def read_role_map(written: str) -> RoleMap:
    """Read ``claim: value=role, value=role``.

    Raises
    ------
    SettingsFault
        If it is written otherwise, or names a role that is for one team: nothing that
        a sign-on says could name the team.
    """
    if not written.strip():
        return RoleMap()
    claim, colon, pairs = written.partition(":")
    if not colon or not claim.strip():
        raise SettingsFault(FORM)
    return RoleMap(claim.strip(), dict(_pair(each) for each in pairs.split(",")))


def _pair(written: str) -> tuple[str, Role]:
    """Read ``value=role``."""
    value, equals, role = (each.strip() for each in written.rpartition("="))
    if not equals or not value:
        raise SettingsFault(FORM)
    if role not in {each for each in Role if not each.is_for_a_team}:
        raise SettingsFault(
            f"OIDC_ROLES: {role!r} should be trust_lead or it_administrator"
        )
    return value, Role(role)
