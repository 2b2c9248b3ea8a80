"""What property tests draw: answers of groups, some of them missing."""

from hypothesis import strategies as st

ANSWER = st.integers(1, 5)
ANSWERS = st.lists(ANSWER, min_size=1, max_size=8)
PAIR_OR_MORE = st.lists(ANSWER, min_size=2, max_size=8)
WITH_MISSING = st.lists(st.none() | ANSWER, min_size=1, max_size=8)


@st.composite
def tables(draw: st.DrawFn, *, people: int = 2, items: int = 1) -> list[list[int]]:
    """Draw a full table: a row a person, a column an item."""
    columns = draw(st.integers(items, 4))
    row = st.lists(ANSWER, min_size=columns, max_size=columns)
    return draw(st.lists(row, min_size=people, max_size=6))
