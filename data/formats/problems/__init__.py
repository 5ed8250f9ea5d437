"""All that can be wrong with a file, each a declaration in two languages."""

from data.formats.problem import Problem
from data.formats.problems.of_files import FILES
from data.formats.problems.of_rows import ROWS
from data.formats.problems.of_tables import TABLES

PROBLEMS: tuple[Problem, ...] = (*FILES, *ROWS, *TABLES)

_BY_CODE = {problem.code: problem for problem in PROBLEMS}


def problem_named(code: str) -> Problem:
    """The problem of that code; KeyError if there is none."""
    return _BY_CODE[code]
