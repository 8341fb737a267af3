"""What the documentation claims, measured again: `make bench`, or `python -m bench NAME` for one of them.

Each measure is a module with `measure() -> str`: medians of five, CPU time where possible, beside a
yardstick in the same run. One that takes options (`python -m bench NAME --help`) has `options()`, their parser.
"""
