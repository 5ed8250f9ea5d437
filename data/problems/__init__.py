"""All that can be wrong with a file, each a declaration in two languages."""

from data.problem import Problem
from data.problems.of_files import FILES
from data.problems.of_rows import ROWS
from data.problems.of_tables import TABLES

PROBLEMS: tuple[Problem, ...] = (*FILES, *ROWS, *TABLES)

_BY_CODE = {problem.code: problem for problem in PROBLEMS}


def problem_named(code: str) -> Problem:
    """The problem of that code; KeyError if there is none."""
    return _BY_CODE[code]
