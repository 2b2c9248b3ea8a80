"""``make bench``: run every benchmark, each figure beside what was aimed for."""

from benchmarks import (
    attacker,
    closing,
    coverage,
    demo,
    first_visit,
    flags,
    killed,
    questionnaire,
    trust_view,
    usefulness,
    within_group,
)

EVERY = (
    questionnaire,
    first_visit,
    closing,
    trust_view,
    within_group,
    coverage,
    flags,
    usefulness,
    demo,
    killed,
    attacker,
)

for benchmark in EVERY:
    for line in benchmark.measure():
        print(line, flush=True)
