"""``make bench``: run every benchmark, each figure beside what was aimed for."""

from benchmarks import attacker, demo, first_visit, questionnaire

for benchmark in (questionnaire, first_visit, demo, attacker):
    for line in benchmark.measure():
        print(line, flush=True)
