"""The paper that findings are traced to, and its three sites as its Table 1 has them.

Gillard S, Edwards C, Gibson S, Owen K, Wright C. BMC Health Services Research 2013,
13:188. CC BY 2.0: findings and facts are theirs, the sentences are ours.
"""

from dataclasses import dataclass

ADDRESS = "https://doi.org/10.1186/1472-6963-13-188"
LICENCE = "https://creativecommons.org/licenses/by/2.0/"
AUTHORS = "Gillard S, Edwards C, Gibson S, Owen K, Wright C"
TITLE = (
    "Introducing peer worker roles into UK mental health service teams: a qualitative "
    "analysis of the organisational benefits and challenges"
)
SOURCE = "BMC Health Services Research 2013, 13:188"

SITES = ("London", "South", "North")


@dataclass(frozen=True, slots=True)
class SetUp:
    """One line of the paper's Table 1, and the facts of a team that lie beside it."""

    title: str
    facts: tuple[str, ...]
    sites: tuple[str, str, str]
    """London, South, North."""
    page: int = 3


SET_UP = (
    SetUp(
        "Role",
        ("role",),
        (
            "Helping to run peer support groups in the community, for people with a "
            "diagnosis of personality disorder",
            "Teaching recovery planning (WRAP) to people who use services",
            "Helping to run arts projects in the community",
        ),
    ),
    SetUp(
        "Aim of the service",
        ("aim",),
        (
            "More control, and better ways of coping",
            "Personal recovery and skills in self-care",
            "Taking part in life with others",
        ),
    ),
    SetUp(
        "How people came into the role",
        ("route", "same_team"),
        (
            "Informally, from members of the groups",
            "Informally, from people who had finished the recovery course",
            "Informally, from members of the groups",
        ),
    ),
    SetUp(
        "Terms",
        ("paid", "contract", "employer"),
        (
            "First volunteers, then bank staff, then part-time staff of the trust with "
            "a contract",
            "Paid part-time staff of the trust",
            "Volunteers, or paid part-time staff of arts organisations",
        ),
    ),
    SetUp(
        "Training",
        ("training_length",),
        (
            "8 sessions before starting",
            "The recovery course (7 sessions), then brief training",
            "Brief training at the start",
        ),
    ),
    SetUp(
        "Support in post",
        ("supervision", "ongoing_training"),
        (
            "Regular formal supervision, and training together with the staff team",
            "Regular formal supervision",
            "Informal support one to one, as needed",
        ),
    ),
    SetUp(
        "Started training, finished, in post two months later",
        ("started", "finished", "in_post_two_months"),
        ("9 started, 5 finished, 4 two months later", "Not given", "Not given"),
        page=6,
    ),
)
