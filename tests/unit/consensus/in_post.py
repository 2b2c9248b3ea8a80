"""Situations of the rules that compare groups in post, and read the whole role."""

from tests.unit.consensus.in_post_scores import FACTS, HELD_BACK, SCORES
from tests.unit.consensus.situations import Situation, benefits, practices

VALUED_FOR_OTHER_THINGS = {
    **benefits("ST", "70_or_more"),
    **benefits("MG", "70_or_more"),
    "PW DP2": "70_or_more",
    "ST DP2": "50_to_59",
    "MG DP2": "50_to_59",
    "ST PR1": "part",
    "MG PR1": "part",
}
"""F17."""
INFLUENCE = {"PW DP5": "50_to_59", "PW FT7": "50_to_59"}
"""Against F22."""

GAPS = (
    Situation(
        "F05",
        {"ST SE4": 70, "PW SE4": 50, "ST SE4 of PW": 60},
        quiet={
            "the gap is 19": {"PW SE4": 51},
            "peer workers are higher": {"PW SE4": 90},
            "the guess is 11 below": {"ST SE4 of PW": 59},
            "the guess is 11 above": {"ST SE4 of PW": 81},
        },
        also={
            "the guess is 10 above": {"ST SE4 of PW": 80},
            "classes are far apart": {
                "ST SE4": "70_or_more",
                "PW SE4": "50_to_59",
                "ST SE4 of PW": "70_or_more",
            },
        },
    ),
    Situation(
        "F09",
        {"PW FT2": 49, "MG FT2": 69},
        quiet={
            "the gap is 19": {"MG FT2": 68},
            "peer workers are in the middle": {"PW FT2": 50, "MG FT2": 70},
        },
    ),
    Situation(
        "F13",
        {"PW ID4": 49, "ST ID4": 69},
        quiet={
            "the gap is 19": {"ST ID4": 68},
            "peer workers are in the middle": {"PW ID4": 50, "ST ID4": 70},
        },
    ),
    Situation(
        "S2",
        {"PW ID3": 60, "MG ID3": 80},
        quiet={
            "managers are 21 higher": {"MG ID3": 81},
            "peer workers are 21 higher": {"PW ID3": 81, "MG ID3": 60},
            "peer workers are below 60": {"PW ID3": 59, "MG ID3": 79},
            "managers are below 60": {"PW ID3": 79, "MG ID3": 59},
        },
        also={"peer workers are 20 higher": {"PW ID3": 80, "MG ID3": 60}},
    ),
)

WHOLES = (
    Situation(
        "F01",
        {"PW RCK": "a", "MG RCK": "b"},
        quiet={
            "peer workers have another reason": {"PW RCK": "c"},
            "peer workers have no commonest reason": {"PW RCK": "mixed"},
            "managers have the same reason": {"MG RCK": "a"},
            "managers have no commonest reason": {"MG RCK": "mixed"},
        },
        also={"managers want recovery for the person": {"MG RCK": "f"}},
    ),
    Situation(
        "F17",
        VALUED_FOR_OTHER_THINGS,
        quiet={
            # (2 x 82 + 6 x 65) / 8 = 69.25
            "other staff see fewer benefits": benefits("ST", "70_or_more", high=2),
            "managers see fewer benefits": benefits("MG", "70_or_more", high=2),
            "the gap to managers is 17": {"MG DP2": "60_to_69"},
            "the gap to other staff is 17": {"ST DP2": "60_to_69"},
        },
        also={
            # (3 x 82 + 5 x 65) / 8 = 71.4
            "three benefits are enough": benefits("ST", "70_or_more", high=3),
            "other staff leave it out of the role": {
                "MG DP2": "70_or_more",
                "ST PR1": "not_part",
            },
            "managers are mixed about it": {"MG DP2": "70_or_more", "MG PR1": "mixed"},
        },
    ),
    Situation(
        "F18",
        # 12 of 18 is 67 %, 13 of 18 is 72 %
        practices(agreed=12),
        quiet={"13 of 18 are agreed": {"MG PR7": "part"}},
        also={
            "all but one are agreed, and one is part for some and never for others": {
                **practices(agreed=18),
                "ST PR15": "must_never",
            },
        },
    ),
    Situation(
        "F25",
        {
            **VALUED_FOR_OTHER_THINGS,
            **practices(agreed=12),
            **HELD_BACK,
            **INFLUENCE,
        },
        quiet={
            "practice is shared and there is influence": practices(agreed=18),
            "nothing holds them back": {"PW DP3": "50_to_59"},
            "giving is valued": {"MG DP2": "70_or_more"},
        },
        also={
            "practice is shared, but there is no influence": {
                **practices(agreed=18),
                "PW DP5": "below_50",
            },
        },
    ),
    Situation(
        "S1",
        {
            **benefits("PW", "70_or_more"),
            **benefits("ST", "70_or_more"),
            "MG BN": 95,
        },
        quiet={
            "managers are 16 higher": {"MG BN": 96},
            "one group is at 69": benefits("PW", "70_or_more", high=2),
        },
        also={
            "only two groups are shown, and managers are at 70": {
                **dict.fromkeys(benefits("ST", "70_or_more")),
                "MG BN": 70,
            },
        },
    ),
)

IN_POST = (*FACTS, *SCORES, *GAPS, *WHOLES)
