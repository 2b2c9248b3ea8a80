"""The parts of a report in plain words: which groups each needs, what it can say."""

from peeraudit.audit.preview import Preview
from peeraudit.audit.told import Names, Told, counted
from peeraudit.instrument.definition import Mode
from peeraudit.instrument.sentences import listed

CANNOT = "It cannot be told with these groups."


def parts(found: Preview, names: Names) -> tuple[Told, ...]:
    """Tell what the report can say; the findings last, as their list can be long."""
    return (
        _practices(found, names),
        _guesses(found, names),
        _gaps(found, names),
        _purposes(found, names),
        _findings(found, names),
    )


def _practices(found: Preview, names: Names) -> Told:
    """Tell whether it will be known where groups agree on practices."""
    heading, asked = "Where groups agree on the work", found.practices_asked
    if not asked:
        return Told(heading, ("Nobody is asked about practices.",))
    reading = names.instrument.reading
    needed, of = reading.practice_groups_needed, len(reading.practice_groups)
    so_many = "All" if needed == of else f"At least {needed}"
    groups = listed([names.inline(group) for group in reading.practice_groups], "and")
    known = f"It can be told for {found.practices} of {asked} practices."
    return Told(
        heading,
        (
            f"{so_many} of these have to be shown: {groups}.",
            known if found.practices else CANNOT,
        ),
    )


def _guesses(found: Preview, names: Names) -> Told:
    """Tell whether it will be known who misreads whom."""
    heading = "Who misreads whom"
    if not names.instrument.guesses:
        return Told(heading, ("Nobody is asked what another group would say.",))
    needs = "This needs both groups to be shown: who guesses, and who is guessed."
    return Told(
        heading,
        (needs,) if found.guesses else (needs, CANNOT),
        tuple(
            f"What {names.inline(each.by)} think {names.inline(each.of)} would say: "
            f"{counted(each.statements, 'statement')}."
            for each in found.guesses
        ),
    )


def _gaps(found: Preview, names: Names) -> Told:
    """Tell which groups will be compared on themes."""
    heading, themes = "Gaps between groups", len(names.instrument.themes)
    if not names.instrument.reading.theme_scores:
        few = "This audit asks too few questions on each theme to compare groups."
        return Told(heading, (few,))
    needs = "A gap on a theme needs two groups that are shown."
    return Told(
        heading,
        (needs,) if found.gaps else (needs, CANNOT),
        tuple(
            f"{names.heading(each.one)} and {names.inline(each.other)}: "
            f"{each.themes} of {counted(themes, 'theme')}."
            for each in found.gaps
        ),
    )


def _purposes(found: Preview, names: Names) -> Told:
    """Tell whose main reasons for the role will stand side by side."""
    heading = "What the role is for"
    if len(found.purposes) < 2:  # noqa: PLR2004 # one has nothing to stand beside
        return Told(heading, ("This needs two groups that are shown.", CANNOT))
    return Told(
        heading,
        ("You will see the reason that each of these groups most often puts first.",),
        tuple(map(names.heading, found.purposes)),
    )


def _findings(found: Preview, names: Names) -> Told:
    """Tell how many findings there can be, and which there cannot."""
    outlook, rules = found.outlook, names.instrument.rules
    told, without = len(outlook.told), len(outlook.without_answers)
    sentences = [f"{told} of {len(rules)} findings can be told with these groups."]
    if without:
        need = "needs" if without == 1 else "need"
        sentences.append(
            f"{without} of them {need} no answers: the set-up facts, or who is asked, "
            "are enough."
        )
    if outlook.untold:
        repeats = Mode.RE_AUDIT in names.instrument.modes
        earlier = ", or need an earlier audit" if repeats else ""
        sentences.append(f"These cannot be told with these groups{earlier}:")
    return Told("Findings", tuple(sentences), tuple(map(names.rule, outlook.untold)))
