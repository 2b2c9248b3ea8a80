"""``make bench``: run every benchmark, each figure beside what was aimed for."""

from benchmarks import (
    attacker,
    closing,
    demo,
    first_visit,
    killed,
    questionnaire,
    trust_view,
    usefulness,
)

EVERY = (
    *(questionnaire, first_visit, closing, trust_view, usefulness),
    *(demo, killed, attacker),
)

for benchmark in EVERY:
    for line in benchmark.measure():
        print(line, flush=True)
