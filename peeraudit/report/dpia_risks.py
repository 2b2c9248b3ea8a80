"""The risks of an impact assessment, as docs/threat-model.md has them."""

from dataclasses import dataclass

from peeraudit.audit.promise import (
    COMMENTS_FROM,
    POOLED_FROM_ANSWERS,
    POOLED_FROM_TEAMS,
    SCREENING,
)
from peeraudit.audit.rounds import APART


@dataclass(frozen=True, slots=True)
class Risk:
    """Something that could harm a person, and what is done about it."""

    name: str
    source: str
    """Who or what could do it, and what it would do to people."""
    measures: str
    """What PeerAudit does, and what the organisation has to do."""
    left: str
    """What remains when all that is done."""


RISKS = (
    Risk(
        "A colleague or manager works out what one person said",
        "Somebody who reads the report and knows one answer, their own. The person "
        "could be treated worse at work or in care.",
        "Nothing of a group is shown below the floor. Above it, coarse cells only, "
        "proved over every set of answers to give no side of anyone away. Withholding "
        "depends on numbers and the promise, never on answers. All that a report says "
        "is computed from these cells.",
        "A good guess. Ruling a side out in a few cases that the proof table lists. "
        "Two colleagues who tell each other. That everyone of a group answered, where "
        "the number shows it.",
    ),
    Risk(
        "A small group is worked out by taking one report from another",
        "Whoever reads several reports: of teams, of rounds, over teams.",
        "An answer feeds one report, ever; a ledger refuses a second. A view over "
        "teams takes only groups that are shown nowhere else, from "
        f"{POOLED_FROM_TEAMS} teams and {POOLED_FROM_ANSWERS} answers, none over "
        f"half. Rounds lie {APART.days} days apart, and a small change of members "
        "hides the trend.",
        "Whoever may make views over teams can learn, from refusals, roughly how many "
        "of a hidden group answered. Not what they answered.",
    ),
    Risk(
        "Answers are read from the database or a backup",
        "An administrator, a thief, an attacker with a copy.",
        "Answers are sealed as they come in. The key lies in a folder outside the "
        "database, and is destroyed when the audit closes. Drafts need the person's "
        "code and return word. The organisation keeps both key folders out of backups "
        "and snapshots.",
        "How many of each group have answered, and traces of when, while an audit is "
        "open.",
    ),
    Risk(
        "Somebody changes the database to learn answers",
        "An administrator, or an attacker who can write it.",
        "What was launched is marked under a key outside the database; what was "
        "changed since is neither taken nor released. Codes cannot be made or moved "
        "there, nor can boxes. Closing opens one set of boxes only.",
        "They can stop or lose an audit, delete answers, or put a false report in "
        "place of the true one. With codes in hand they could come close to one "
        "person's answers.",
    ),
    Risk(
        "Answers are read on the running machine",
        "Root, or anyone who acts as the worker's user, before an audit closes.",
        "Website and worker are two users; the website has no key that opens answers. "
        "The organisation lets few people act as the worker, encrypts swap, and keeps "
        "no memory dumps.",
        "Such a person can read the answers of open audits. Everyone asked is told so.",
    ),
    Risk(
        "The website is broken into",
        "An attacker from outside or inside the network.",
        "Answers that are in cannot be opened there. Plain forms without a script, no "
        "request to another host, strict headers, tokens in forms, pinned packages.",
        "What is typed while it lasts, and close to one person's earlier answers in "
        "each group.",
    ),
    Risk(
        "Codes are kept, and used to see or to isolate",
        "Whoever prints, sends or keeps codes.",
        "Codes are kept as hashes, printed once, and say nothing about who. A draft "
        "takes the return word too. The promise tells people to draw a code. The "
        "organisation has somebody outside the team print them, who keeps no list.",
        "A kept code shows whether it was used. Several could be spent on made-up "
        "answers, so that a real one stands out.",
    ),
    Risk(
        "A comment gives its writer away",
        "Whoever reads it and knows how people write, or what happened.",
        "Off unless promised. Kept apart from all other answers, mixed, without "
        f"group, shown from {COMMENTS_FROM} answers only. One named person outside "
        "the team reads first, and can only take words out. Whatever is unread after "
        f"{SCREENING.days} days is destroyed.",
        "One's own style. Whoever launches is shown the reader's code to hand over, "
        "and could misuse it.",
    ),
    Risk(
        "People in a group that answers openly feel exposed or pressed",
        "One manager, or a few people with a joint sheet.",
        "Open modes are offered only to groups below the floor. They are told before "
        "they answer, in plain words, what is shown and to whom. Every question can "
        "be left out.",
        "What they say is shown as theirs.",
    ),
    Risk(
        "That somebody is in a group tells of their health",
        "A list of who is asked as a peer worker, or as a person who uses the service.",
        "PeerAudit holds no names and no list: it knows how many are asked. A code "
        "says its group, and nothing about who.",
        "The organisation's own list of whom it gives codes to, and who is seen with "
        "one.",
    ),
    Risk(
        "Somebody is pressed to answer, or asked whether they did",
        "A manager, a colleague.",
        "Nobody sees who has answered. A report names nobody. There is no list to "
        "check against, and no account.",
        "Someone looks over a shoulder, or asks.",
    ),
    Risk(
        "A question distresses, or an answer tells of danger that nobody reads",
        "Questions about work and one's own experience.",
        "Any question can be left out. Support is a link away on every page, with the "
        "organisation's own contacts. The pages say that nobody reads answers as they "
        "come in.",
        "An answer cannot lead to help: it is opened only when the audit closes.",
    ),
    Risk(
        "Answers are lost",
        "A lost key folder, a damaged database.",
        "Closing can be interrupted anywhere and run again. Nothing is deleted before "
        "the release is written.",
        "A lost key loses the answers of open audits, since no copy may exist. People "
        "would have to be asked again.",
    ),
    Risk(
        "A report is used to judge people or to rank teams",
        "Whoever reads it, or is sent it.",
        "No names, no ranking, no score over teams. Every report says what it is not. "
        "Its address cannot be guessed and can be closed. No search engine lists it.",
        "Whoever may read a report can pass it on.",
    ),
    Risk(
        "Logs or the network tell who answered",
        "Whoever runs servers or the network.",
        "PeerAudit logs nothing of a request. Forms and pages are as large for every "
        "option. The organisation has the web server in front log no address and no "
        "path.",
        "Who used the site and when, how many questions were left out, and how long a "
        "comment is, to whoever watches the network.",
    ),
)
