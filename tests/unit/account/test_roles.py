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
        Right.SEE_PEOPLE,
        Right.INVITE_TO_TEAM,
        Right.RUN_PLAN,
    },
    Role.FACILITATOR: {Right.SEE_TEAM, Right.READ_REPORT, Right.RUN_PLAN},
    Role.IT_ADMINISTRATOR: {
        Right.SEE_PEOPLE,
        Right.MANAGE_ACCOUNTS,
        Right.CHANGE_SETTINGS,
    },
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


OF_THE_TRUST = [Membership(Role.TRUST_LEAD), Membership(Role.IT_ADMINISTRATOR)]
OF_TEAM_1 = [Membership(Role.TEAM_MANAGER, "t1"), Membership(Role.FACILITATOR, "t1")]
OF_TEAM_2 = [Membership(Role.TEAM_MANAGER, "t2"), Membership(Role.FACILITATOR, "t2")]
EVERY = OF_THE_TRUST + OF_TEAM_1 + OF_TEAM_2


@pytest.mark.parametrize(
    ("held", "given"),
    [
        (Membership(Role.IT_ADMINISTRATOR), EVERY),
        (Membership(Role.TRUST_LEAD), OF_TEAM_1 + OF_TEAM_2),
        (Membership(Role.TEAM_MANAGER, "t1"), OF_TEAM_1),
        (Membership(Role.FACILITATOR, "t1"), []),
    ],
)
def test_nobody_gives_a_role_beyond_their_own_reach(
    held: Membership, given: list[Membership]
) -> None:
    assert [each for each in EVERY if holder(held).may_give(each)] == given


@pytest.mark.parametrize("role", Role)
def test_no_role_is_given_for_a_team_that_it_is_not_for(role: Role) -> None:
    wrong = Membership(role, "" if role.is_for_a_team else "t1")
    for held in EVERY:
        assert not holder(held).may_give(wrong)
