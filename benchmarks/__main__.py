"""Run the benchmarks and print one table of ratios: python -m benchmarks [--quick] [--only NAME]"""

import argparse
import sys

from benchmarks import closing, days, durable_step, evidence, importing, start_up, step, today
from benchmarks.measuring import Row, table

BENCHMARKS = {
    "days": days.rows,
    "step": step.rows,
    "start-up": start_up.rows,
    "durable-step": durable_step.rows,
    "evidence": evidence.rows,
    "importing": importing.rows,
    "today": today.rows,
    "close-sqlite": closing.sqlite_rows,
    "close-postgresql": closing.postgresql_rows,
}


def main() -> None:
    """Measure what was asked for, and print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--quick",
        action="store_true",
        help="only prove that the benchmarks run: the sizes are too small to mean anything",
    )
    parser.add_argument("--only", choices=BENCHMARKS, action="append", help="just this one")
    asked = parser.parse_args()
    rows: list[Row] = []
    for name in asked.only or BENCHMARKS:
        sys.stderr.write(f"{name} …\n")
        rows += BENCHMARKS[name](asked.quick)
    sys.stdout.write(f"{table(rows)}\n")
    if asked.quick:
        sys.stdout.write("Measured at a small size, to prove that it runs: no result.\n")


if __name__ == "__main__":
    main()
