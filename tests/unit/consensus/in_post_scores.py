"""Situations of the rules that read facts and scores of a role in post."""

from tests.unit.consensus.situations import Situation

HELD_BACK = {"PW DP2": "70_or_more", "PW DP3": "below_50", "PW BD3": "50_to_59"}
"""F16."""

FACTS = (
    Situation(
        "F04",
        {"started": 9, "finished": 5, "in_post_two_months": 4},
        quiet={
            "exactly 75 % finish and 60 % stay": {
                "started": 20,
                "finished": 15,
                "in_post_two_months": 12,
            },
            "nobody has started": {
                "started": 0,
                "finished": 0,
                "in_post_two_months": 0,
            },
        },
        also={
            "only training loses people": {"started": 7, "in_post_two_months": 5},
            "only the start of work does": {"started": 5, "in_post_two_months": 2},
        },
    ),
)

SCORES = (
    Situation(
        "F02",
        {"PW RC5": "below_50", "route": "informal"},
        quiet={
            "it was not enough": {"PW RC5": "50_to_59"},
            "the route was half formal": {"route": "semi_formal"},
        },
    ),
    Situation(
        "F03",
        {"PW RC6": "below_50", "PW RC7": "50_to_59"},
        quiet={"readiness was talked through": {"PW RC6": "50_to_59"}},
        also={
            "the job is harder": {"PW RC6": "50_to_59", "PW RC7": "below_50"},
        },
    ),
    Situation(
        "F06",
        {"PW ID1": "below_50"},
        quiet={"they are in the middle": {"PW ID1": "50_to_59"}},
    ),
    Situation(
        "F07",
        {"ST SE8": "below_50", "PW SE8": "50_to_59"},
        quiet={"nobody is under threat": {"ST SE8": "50_to_59"}},
        also={
            "peer workers sense it": {"ST SE8": "50_to_59", "PW SE8": "below_50"},
        },
    ),
    Situation(
        "F08",
        {"PW FT1": "60_to_69", "PW FT5": "below_50", "PW FT6": "50_to_59"},
        quiet={
            "the hours do not help": {"PW FT1": "50_to_59"},
            "terms and standing are fair": {"PW FT5": "50_to_59"},
        },
        also={
            "only the standing is low": {"PW FT5": "50_to_59", "PW FT6": "below_50"},
        },
    ),
    Situation(
        "F10",
        {"PW FT4": "below_50"},
        quiet={"pay is not lost": {"PW FT4": "50_to_59"}},
    ),
    Situation(
        "F11",
        {"clinical": 4, "PW SE5": "below_50", "PW SE6": "50_to_59"},
        quiet={
            "the work is half clinical": {"clinical": 3},
            "they are heard and can follow": {"PW SE5": "50_to_59"},
        },
        also={
            "the words shut them out": {"PW SE5": "50_to_59", "PW SE6": "below_50"},
        },
    ),
    Situation(
        "F12",
        {"PW ID2": "below_50"},
        quiet={"they are not stuck": {"PW ID2": "50_to_59"}},
    ),
    Situation(
        "F14",
        {"dual_membership": "yes", "PW ID7": "below_50"},
        quiet={
            "nobody can be both": {"dual_membership": "no"},
            "being seen unwell is not hard": {"PW ID7": "50_to_59"},
        },
    ),
    Situation(
        "F15",
        {"ST BD4": "below_50", "MG BD4": "50_to_59", "PW BD5": "below_50"},
        quiet={
            "no work is held back": {"ST BD4": "50_to_59"},
            "peer workers have a say": {"PW BD5": "50_to_59"},
        },
        also={
            "managers hold it back": {"ST BD4": "50_to_59", "MG BD4": "below_50"},
        },
    ),
    Situation(
        "F16",
        HELD_BACK,
        quiet={
            "giving is not quite the heart": {"PW DP2": "60_to_69"},
            "they are free to give": {"PW DP3": "50_to_59"},
        },
        also={
            "rules stop them": {"PW DP3": "50_to_59", "PW BD3": "below_50"},
        },
    ),
    Situation(
        "F19",
        {"PW SP3": "below_50", "PW SP4": "below_50"},
        quiet={
            "it does not drain": {"PW SP3": "50_to_59"},
            "there is help": {"PW SP4": "50_to_59"},
        },
    ),
    Situation(
        "F20",
        {"PW SP5": "below_50"},
        quiet={"it is about more": {"PW SP5": "50_to_59"}},
    ),
    Situation(
        "F21",
        {
            "supervision": "regular",
            "ongoing_training": "yes",
            "PW SP4": "below_50",
            "PW SP6": "50_to_59",
        },
        quiet={
            "supervision is informal": {"supervision": "informal"},
            "training has ended": {"ongoing_training": "no"},
            "help and training are there": {"PW SP4": "50_to_59"},
        },
        also={
            "training is missing": {"PW SP4": "50_to_59", "PW SP6": "below_50"},
        },
    ),
    Situation(
        "F22",
        {"PW DP5": "below_50", "PW FT7": "50_to_59"},
        quiet={"ideas change the team": {"PW DP5": "50_to_59"}},
        also={
            "they cannot change how work is set up": {
                "PW DP5": "50_to_59",
                "PW FT7": "below_50",
            },
        },
    ),
    Situation(
        "F23",
        {"supervision": "informal", "ST SP7": "below_50", "PW SP7": "50_to_59"},
        quiet={
            "support is regular": {"supervision": "regular"},
            "a plan is agreed": {"ST SP7": "50_to_59"},
        },
        also={
            "peer workers know of no plan": {
                "ST SP7": "50_to_59",
                "PW SP7": "below_50",
            },
        },
    ),
    Situation(
        "F24",
        {"SU SE1": "below_50"},
        quiet={"they know what to ask for": {"SU SE1": "50_to_59"}},
    ),
)
