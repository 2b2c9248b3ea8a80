"""``make bench``: run every benchmark, each figure beside what was aimed for."""

from benchmarks import attacker, closing, demo, first_visit, questionnaire, usefulness

for benchmark in (questionnaire, first_visit, closing, usefulness, demo, attacker):
    for line in benchmark.measure():
        print(line, flush=True)
