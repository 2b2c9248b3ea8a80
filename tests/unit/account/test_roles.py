"""Who may do what: a table that is read, and no role that sees answers."""

import pytest

from peeraudit.account.roles import RIGHTS, Account, Membership, Right, Role


def holder(*memberships: Membership) -> Account:
    return Account("a", "someone@trust.nhs.uk", "Someone", memberships)


EXPECTED = {
    Role.TRUST_LEAD: set(Right) - {Right.MANAGE_ACCOUNTS},
    Role.TEAM_MANAGER: {
        Right.SEE_TEAM,
        Right.RUN_AUDIT,
        Right.READ_REPORT,
        Right.INVITE_TO_TEAM,
    },
    Role.FACILITATOR: {Right.SEE_TEAM, Right.READ_REPORT},
    Role.IT_ADMINISTRATOR: {Right.MANAGE_ACCOUNTS, Right.CHANGE_SETTINGS},
}


@pytest.mark.parametrize("role", Role)
def test_each_role_has_these_rights_and_no_others(role: Role) -> None:
    assert RIGHTS[role] == EXPECTED[role]


def test_no_right_is_about_answers() -> None:
    assert not [right for right in Right if "answer" in right or "response" in right]


def test_who_looks_after_accounts_sees_no_results() -> None:
    administrator = holder(Membership(Role.IT_ADMINISTRATOR))
    assert not administrator.may(Right.READ_REPORT)
    assert not administrator.may(Right.SEE_TEAM, "t1")
    assert not administrator.sees_every_team


@pytest.mark.parametrize("role", [Role.TEAM_MANAGER, Role.FACILITATOR])
def test_a_role_for_a_team_gives_nothing_in_another(role: Role) -> None:
    own = holder(Membership(role, "t1"))
    assert own.may(Right.READ_REPORT, "t1")
    assert not own.may(Right.READ_REPORT, "t2")
    assert own.may(Right.READ_REPORT)
    assert own.own_teams == {"t1"}
    assert not own.sees_every_team


def test_a_trust_lead_sees_every_team() -> None:
    lead = holder(Membership(Role.TRUST_LEAD))
    assert lead.may(Right.RUN_AUDIT, "any")
    assert lead.sees_every_team


def test_two_roles_add_up_and_none_gives_nothing() -> None:
    both = holder(
        Membership(Role.FACILITATOR, "t1"), Membership(Role.TEAM_MANAGER, "t2")
    )
    assert not both.may(Right.RUN_AUDIT, "t1")
    assert both.may(Right.RUN_AUDIT, "t2")
    assert not any(holder().may(right) for right in Right)
