"""Teams to attack: some made to give people away, and as many random ones as wanted."""

from collections.abc import Callable, Iterator, Mapping
from random import Random

from tests.attacker.catalogue import Question
from tests.attacker.publish import answering, options, questions
from tests.attacker.team import SKIPPED, UNSURE, Says, Team

MG, PW, ST, SU = "manager", "peer_worker", "other_staff", "person_using_service"
GROUPS = (MG, PW, ST, SU)
SIZES = {MG: 5, PW: 6, ST: 9, SU: 10}
LARGE = {MG: 11, PW: 24, ST: 12, SU: 25}


def team(
    name: str,
    sizes: Mapping[str, int],
    says: Callable[[Question, int, int], str],
    *,
    asked: Mapping[str, int] | None = None,
    modes: Mapping[str, str] | None = None,
    floor: int = 5,
    form: str = "full",
    instrument: str = "role-adoption",
) -> Team:
    """Make a team whose people say what ``says`` makes of question, number and size."""
    lists = questions(frozenset(sizes), form, instrument)

    def of_group(n: int) -> Says:
        return lambda question, person: says(question, person, n)

    people = {
        group: answering(lists[group], n, of_group(n)) for group, n in sizes.items()
    }
    everyone = {group: max(n, 1) for group, n in sizes.items()}
    return Team(name, people, asked or everyone, modes or {}, floor, form, instrument)


def option(question: Question, place: float, instrument: str = "role-adoption") -> str:
    """Return the option at a place from 0, the first, to 1, the last."""
    offered = options(question.item, instrument)
    return offered[round(place * (len(offered) - 1))]


def dissenter(question: Question, person: int, _: int) -> str:
    return option(question, 0 if person == 0 else 1)


def lonely_friend(question: Question, person: int, _: int) -> str:
    return option(question, 1 if person == 0 else 0)


def unanimous(step: int) -> Callable[[Question, int, int], str]:
    return lambda question, _person, _n: option(question, (step - 1) / 4)


def silent(_question: Question, _person: int, _n: int) -> str:
    return SKIPPED


def unsure(_question: Question, _person: int, _n: int) -> str:
    return UNSURE


def one_skips_one(question: Question, person: int, n: int) -> str:
    """Everybody agrees but the first person, who says nothing to every third item."""
    if person == 0 and number_of(question) % 3 == 0:
        return SKIPPED
    return unanimous(5)(question, person, n)


def one_is_unsure(question: Question, person: int, n: int) -> str:
    return UNSURE if person == 0 else unanimous(1)(question, person, n)


def one_answers(question: Question, person: int, _: int) -> str:
    return option(question, 1) if person == 0 else UNSURE


def half_unsure(question: Question, person: int, n: int) -> str:
    return UNSURE if 2 * person >= n else option(question, 1)


def poles(question: Question, person: int, _: int) -> str:
    return option(question, person % 2)


def complementary(question: Question, _person: int, _n: int) -> str:
    """Managers and staff say the one end, peer workers and people served the other."""
    return option(question, question.group in {PW, SU})


def at_the_edges(question: Question, person: int, n: int) -> str:
    """Every score lies on the edge of a class, or one step below it."""
    if not question.item[-1].isdecimal() or question.item.startswith("PR"):
        return option(question, person / n)
    number = int(question.item[-1])
    edge = (20, 50, 60, 70, 80)[number % 5]
    steps = -(-edge * n // 25) - number % 2
    return str(1 + steps // n + (person < steps % n))


def adversarial() -> Iterator[Team]:
    """Yield teams made to give people away."""
    for sizes, size in ((SIZES, "small"), (LARGE, "large")):
        yield team(f"one dissenter, {size}", sizes, dissenter)
        yield team(f"scores at the edges, {size}", sizes, at_the_edges)
        yield team(f"half do not know, {size}", sizes, half_unsure)
    yield team("one agrees", SIZES, lonely_friend)
    yield team("two poles", SIZES, poles)
    for step in range(1, 6):
        yield team(f"all of one mind, {step}", SIZES, unanimous(step))
    yield team("all of one mind, large", LARGE, unanimous(5))
    yield team("all do not know", SIZES, unsure)
    yield team("all skip", SIZES, silent)
    yield team("one skips one item", SIZES, one_skips_one)
    yield team("one does not know", SIZES, one_is_unsure)
    yield team("one answers", SIZES, one_answers)
    yield team("complementary groups", SIZES, complementary)
    yield from _floors()
    yield from _promises()
    yield team("before the start", SIZES, dissenter_before, instrument="readiness")


def dissenter_before(question: Question, person: int, _: int) -> str:
    return option(question, person == 0, "readiness")


def _floors() -> Iterator[Team]:
    """Yield teams with groups one below, at and one above each floor."""
    for floor in (5, 8, 10, 11):
        sizes = {MG: floor - 1, PW: floor, ST: floor + 1, SU: floor}
        yield team(
            f"about a floor of {floor}", sizes, dissenter, floor=floor, form="core"
        )


def _promises() -> Iterator[Team]:
    """Yield teams in which groups answer under different promises."""
    few = {MG: 1, PW: 1, ST: 6, SU: 5}
    modes = {MG: "attributed", PW: "joint_sheet", SU: "pooled_only"}
    asked = {MG: 1, PW: 3, ST: 6, SU: 5}
    yield team(
        "a named manager and a joint sheet", few, dissenter, asked=asked, modes=modes
    )
    two = {MG: 2, PW: 5, ST: 4, SU: 0}
    yield team("two named managers", two, poles, modes={MG: "attributed"})
    none = {MG: 0, PW: 5, ST: 6}
    yield team("a named manager who is silent", none, poles, modes={MG: "attributed"})
    hidden = dict.fromkeys(GROUPS, 4)
    yield team("nobody shown", hidden, dissenter)


def random_team(seed: int) -> Team:
    """Make a team by chance: sizes, promises, and how its people answer."""
    chance = Random(seed)  # noqa: S311  # it is no secret
    floor = chance.choice((5, 5, 5, 8, 10, 11))
    sizes, asked, modes = {}, {}, {}
    for group in GROUPS:
        sizes[group] = chance.choice((0, 2, 4, 5, 5, 6, 7, 8, 9, 10, 11, 12, 13))
        asked[group] = max(1, sizes[group] + chance.choice((0, 0, 1, 3)))
        modes[group] = chance.choice(("anonymous",) * 8 + ("pooled_only",))
        if asked[group] < floor and chance.random() < 0.3:
            modes[group] = "attributed"
    lean = {(group, way): chance.random() for group in GROUPS for way in range(7)}
    return team(
        f"by chance, {seed}",
        sizes,
        lambda question, *_: _by_chance(chance, question, lean),
        asked=asked,
        modes=modes,
        floor=floor,
        form=chance.choice(("full", "core")),
    )


def _by_chance(
    chance: Random, question: Question, lean: Mapping[tuple[str, int], float]
) -> str:
    """Return an answer: of one mind, about one place, or anything, by the question."""
    way = number_of(question) % 7
    other = chance.random()
    if other < 0.06 + 0.3 * (way == 0):
        return chance.choice((UNSURE, SKIPPED))
    place = lean[question.group, way]
    spread = (0.0, 0.1, 0.3, 1.0)[way % 4]
    return option(
        question, min(1.0, max(0.0, place + spread * (chance.random() * 2 - 1)))
    )


def number_of(question: Question) -> int:
    """Return a number that is the same in every run."""
    return sum(ord(letter) for letter in f"{question.item}{question.about}")
