"""What every test stands on: property tests that give the same answer each time."""

from hypothesis import settings

# The examples follow from the test alone, so that a red test stays red when run again.
# To look further: pytest --hypothesis-profile=explore
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2_000, deadline=None)
settings.load_profile("repeatable")
