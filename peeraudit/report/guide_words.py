"""What every conversation guide says, whatever the instrument: our own judgement."""

LEDE = (
    "This guide helps a team to talk about the {peer_worker} role, without numbers. "
    "Use it before anyone has answered questions, or where a team is too small to be "
    "shown."
)

TALK_AGAIN = "Talk again"
AGREED = "What we agree"

GROUND_RULES = (
    "Nobody is asked about their own health, their story or their experience.",
    "Anyone can pass, or leave the room, at any time. You need give no reason.",
    "Nobody speaks for others. One {peer_worker} does not stand for all of them.",
    "We talk about the work and the team, never about one person.",
    "Nobody asks what anyone answered in an audit, or tries to work it out.",
    "We do not count hands. Where we do not see it alike, we talk again.",
    "What is said stays here. We write down only what we agree, without names.",
)

ASK = (
    "What would show somebody new that this is so?",
    "What helps with this, and what stands in its way?",
)
ASK_AHEAD = (
    "What would show this, once people have started?",
    "What do we need to do for this before anyone starts?",
)
ASK_OF_A_WORRY = "What can lead to this in a team, and what would prevent it?"
ASK_OF_A_THEME = "What do we want this to look like here, and what helps?"
