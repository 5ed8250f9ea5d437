"""Small changes to a file that a test should notice: a comparison turned, a step off by one, a condition dropped.

Text of SQL is changed as well as Python, for most of what the board counts is said in SQL. What no reader and no number
can tell is left alone: how a dataclass is made, and whether `zip` is strict.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

TURNED: dict[type[ast.cmpop], str] = {
    ast.Lt: ">=", ast.LtE: ">", ast.Gt: "<=", ast.GtE: "<", ast.Eq: "!=", ast.NotEq: "==",
    ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in",
}  # fmt: skip
SQL = re.compile(r"\b(SELECT|WHERE|CASE WHEN|FILTER \(|sum\(|count\()")
IN_SQL = (
    (re.compile(r" >= "), " > "), (re.compile(r" <= "), " < "), (re.compile(r"(?<![<>=!-]) > "), " >= "),
    (re.compile(r"(?<![<>=!]) < "), " <= "), (re.compile(r" AND "), " OR "), (re.compile(r"\bmax\("), "min("),
    (re.compile(r"\bLEFT JOIN\b"), "JOIN"), (re.compile(r"\bIS NOT NULL\b"), "IS NULL"), (re.compile(r" <> "), " = "),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the lines and columns (from 0) it takes the place of, what stands there then, and its kind."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    kind: str

    def applied(self, source: str) -> str:
        """The file's text with the change in it."""
        lines = source.split("\n")
        head = lines[self.line][: self.column]
        tail = lines[self.end_line][self.end_column :]
        return "\n".join([*lines[: self.line], head + self.text + tail, *lines[self.end_line + 1 :]])


def mutants(source: str) -> list[Mutant]:
    """Every change that can be made to a file; a few of those in SQL leave no Python (see `parses`)."""
    tree = ast.parse(source)
    unseen = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)} | _of_construction(tree)
    # Columns of ast count bytes; only lines of plain letters are changed by them.
    plain = [line.isascii() for line in source.split("\n")]
    found = [
        each
        for node in ast.walk(tree)
        if id(node) not in unseen
        for each in _of(node)
        if all(plain[each.line : each.end_line + 1])
    ]
    return [*found, *_in_sql(tree, source)]


def _of_construction(tree: ast.AST) -> set[int]:
    """The values of keywords that say how a dataclass is made or that a zip is strict."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    return {
        id(keyword.value)
        for call in calls
        if ast.unparse(call.func) in ("dataclass", "zip")
        for keyword in call.keywords
    }


def parses(source: str) -> bool:
    """Whether a text is Python."""
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


def _of(node: ast.AST) -> Iterator[Mutant]:
    match node:
        case ast.Compare(ops=[op]) if type(op) in TURNED:
            left, right = ast.unparse(node.left), ast.unparse(node.comparators[0])
            yield _instead(node, f"({left} {TURNED[type(op)]} {right})", "comparison turned")
        case ast.BinOp(op=ast.Add() | ast.Sub(), right=ast.Constant(value=int(step))):
            sign = "-" if isinstance(node.op, ast.Add) else "+"
            yield _instead(node, f"({ast.unparse(node.left)} {sign} {step})", "off by one")
        case ast.BoolOp(values=[first, *_]):
            yield _instead(node, f"({ast.unparse(first)})", "condition dropped")
        case ast.UnaryOp(op=ast.Not()):
            yield _instead(node, f"({ast.unparse(node.operand)})", "condition dropped")
        case ast.If(test=test) | ast.IfExp(test=test) if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp):
            yield _instead(test, "True", "condition dropped")
        case ast.comprehension(ifs=[test]):
            yield _instead(test, "True", "condition dropped")
        case ast.Constant(value=bool(value)):
            yield _instead(node, str(not value), "constant changed")
        case ast.Constant(value=int(value)):
            yield _instead(node, str(value + 1), "constant changed")
        case ast.Constant(value=float(value)) if value:
            yield _instead(node, repr(value * 1.1), "constant changed")


def _instead(node: ast.expr, text: str, kind: str) -> Mutant:
    end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or 0
    return Mutant(node.lineno - 1, node.col_offset, end_line - 1, end_column, text, kind)


def _in_sql(tree: ast.AST, source: str) -> Iterator[Mutant]:
    """Changes within strings that hold SQL, line by line."""
    lines = source.split("\n")
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant | ast.JoinedStr) or isinstance(getattr(node, "value", ""), int | float):
            continue
        text = "\n".join(lines[node.lineno - 1 : node.end_lineno])
        if not SQL.search(text):
            continue
        for number in range(node.lineno - 1, node.end_lineno or node.lineno):
            for pattern, instead in IN_SQL:
                for place in pattern.finditer(lines[number]):
                    yield Mutant(number, place.start(), number, place.end(), instead, "SQL")
