"""Situations of the rules for a team that is getting ready."""

from tests.unit.consensus.situations import Situation, practices

BEFORE_START = (
    Situation(
        "R01",
        {"route": "informal", "job_description": "yes"},
        quiet={"the route is open": {"route": "open_advert"}},
        also={
            "the route is half formal": {"route": "semi_formal"},
            "there is no description": {
                "route": "open_advert",
                "job_description": "no",
            },
        },
    ),
    Situation(
        "R02",
        {"PW RCK": "a", "MG RCK": "b"},
        quiet={
            "the people chosen have another reason": {"PW RCK": "b"},
            "managers have the same reason": {"MG RCK": "a"},
        },
        also={"managers want recovery for the person": {"MG RCK": "f"}},
    ),
    Situation(
        "R03",
        {"readiness_talked": "no", "SU RC6": "50_to_59"},
        quiet={"it is talked through": {"readiness_talked": "yes"}},
        also={
            "people who use the service see no help": {
                "readiness_talked": "yes",
                "SU RC6": "below_50",
            },
        },
    ),
    Situation(
        "R04",
        {
            "hours_preparing_staff": 3,
            "hours_preparing_peer_workers": 4,
            "ST SE7": "50_to_59",
        },
        quiet={"both have as many hours": {"hours_preparing_staff": 4}},
        also={
            "staff do not feel prepared": {
                "hours_preparing_staff": 4,
                "ST SE7": "below_50",
            },
        },
    ),
    Situation(
        "R05",
        practices(agreed=12),
        quiet={"13 of 18 are agreed": {"MG PR7": "part"}},
        also={
            "two groups clash over one practice": {
                **practices(agreed=18),
                "ST PR15": "must_never",
                "PW PR15": None,
            },
        },
    ),
    Situation(
        "R06",
        {"ST SE8": "below_50"},
        quiet={"nobody is under threat": {"ST SE8": "50_to_59"}},
    ),
    Situation(
        "R07",
        {"clinical": 4, "training_covers_meetings": "no", "plan_for_meetings": "yes"},
        quiet={
            "the work is half clinical": {"clinical": 3},
            "training covers meetings": {"training_covers_meetings": "yes"},
        },
        also={
            "there is training, but no plan": {
                "training_covers_meetings": "yes",
                "plan_for_meetings": "no",
            },
        },
    ),
    Situation(
        "R08",
        {"same_team": "yes", "plan_for_change": "no"},
        quiet={
            "people come from elsewhere": {"same_team": "no"},
            "there is a plan": {"plan_for_change": "yes"},
        },
    ),
    Situation(
        "R09",
        {"boundary_policy": "none"},
        quiet={"peer workers wrote it too": {"boundary_policy": "written_with"}},
        also={"it was written without them": {"boundary_policy": "written_without"}},
    ),
    Situation(
        "R10",
        {"contract": "bank", "paid": "paid", "similar_work_paid": "yes"},
        quiet={
            "the contract is permanent": {"contract": "permanent"},
            "nobody is paid for such work": {
                "contract": "permanent",
                "paid": "unpaid",
                "similar_work_paid": "no",
            },
        },
        also={
            "there are no fixed hours": {"contract": "zero_hours"},
            "others are paid for such work": {
                "contract": "permanent",
                "paid": "unpaid",
            },
        },
    ),
    Situation(
        "R11",
        {"supervision": "none", "supervision_covers_feelings": "yes"},
        quiet={"it is regular and covers them": {"supervision": "regular"}},
        also={
            "it is informal": {"supervision": "informal"},
            "it leaves feelings out": {
                "supervision": "regular",
                "supervision_covers_feelings": "no",
            },
        },
    ),
)
