"""A test can fail: what it asserts about each of several things it asserts of at least one."""

import ast
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
LOOPS = (ast.For, ast.While, ast.AsyncFor)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
ASSERTS = {"raises", "expect", "fail", "warns"}
"""Calls that fail a test by themselves: those of pytest and Playwright."""


@cache
def trees() -> dict[Path, ast.Module]:
    """Every file of the tests, parsed."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(TESTS.rglob("*.py"))}


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """The functions of a file."""
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@cache
def asserting() -> frozenset[str]:
    """The names of functions of the tests that assert something whatever they are given."""
    return frozenset(
        function.name
        for tree in trees().values()
        for function in functions(tree)
        if not function.name.startswith("test_") and can_fail(function.body, frozenset())
    )


def can_fail(statements: Sequence[ast.stmt], helpers: frozenset[str]) -> bool:
    """Whether one of the statements asserts something even where every collection is empty."""
    return any(_can_fail(each, helpers) for each in statements)


def _can_fail(statement: ast.stmt, helpers: frozenset[str]) -> bool:
    if isinstance(statement, ast.Assert):
        return not holds_of_nothing(statement.test) or calls(statement, helpers)
    if isinstance(statement, ast.With):
        items = [item.context_expr for item in statement.items]
        return any(calls(item, helpers) for item in items) or can_fail(statement.body, helpers)
    if isinstance(statement, ast.For):
        written = is_written_out(statement.iter) and can_fail(statement.body, helpers)
        return written or calls(statement.iter, helpers)
    if isinstance(statement, ast.If):
        return can_fail(statement.body, helpers) and can_fail(statement.orelse, helpers)
    if isinstance(statement, ast.Try):
        return can_fail([*statement.body, *statement.finalbody], helpers)
    return not isinstance(statement, (*LOOPS, ast.FunctionDef)) and calls(statement, helpers)


def calls(node: ast.AST, helpers: frozenset[str]) -> bool:
    """Whether something that asserts is called, outside of comprehensions."""
    if isinstance(node, (*COMPREHENSIONS, ast.Lambda)):
        return False
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in ASSERTS or name in helpers:
            return True
    return any(calls(child, helpers) for child in ast.iter_child_nodes(node))


def holds_of_nothing(test: ast.expr) -> bool:
    """Whether a condition is true where nothing is in what it looks through: `all(…)`, `not […]`, `[…] == []`."""
    if isinstance(test, ast.BoolOp):
        return all(holds_of_nothing(value) for value in test.values)
    if isinstance(test, ast.Call) and isinstance(test.func, ast.Name) and test.func.id == "all":
        return _looks_through(test.args[0])
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        within = test.operand
        if isinstance(within, ast.Call) and isinstance(within.func, ast.Name) and within.func.id in ("any", "list"):
            within = within.args[0]
        return _looks_through(within)
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.Eq):
        sides = (test.left, test.comparators[0])
        return any(_is_nothing(side) for side in sides) and any(_looks_through(side) for side in sides)
    return False


def _looks_through(node: ast.expr) -> bool:
    """Whether it is a comprehension over what may be empty."""
    return isinstance(node, COMPREHENSIONS) and not is_written_out(node.generators[0].iter)


def _is_nothing(node: ast.expr) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in ("set", "dict", "list") and not node.args
    return (isinstance(node, ast.List | ast.Tuple) and not node.elts) or (isinstance(node, ast.Dict) and not node.keys)


def is_written_out(node: ast.expr) -> bool:
    """Whether what is looked through stands in the code: a list with something in it, or a constant's name."""
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return any(not isinstance(each, ast.Starred) for each in node.elts)
    if isinstance(node, ast.Dict):
        return bool(node.keys)
    if isinstance(node, ast.Name):
        return node.id.isupper()
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute):
            return node.func.attr in ("items", "values", "keys") and is_written_out(node.func.value)
        if isinstance(node.func, ast.Name):
            if node.func.id == "range":
                return all(isinstance(each, ast.Constant) for each in node.args)
            if node.func.id in ("enumerate", "zip", "product", "sorted", "reversed", "pairwise"):
                return bool(node.args) and all(map(is_written_out, node.args[:1]))
    return False


def test_every_test_asserts_something_whatever_is_empty() -> None:
    helpers = asserting()
    tests = [
        (path, function)
        for path, tree in trees().items()
        for function in functions(tree)
        if function.name.startswith("test_")
    ]
    assert len(tests) > 1000
    assert [
        f"{path.relative_to(TESTS)}:{function.lineno} {function.name}"
        for path, function in tests
        if not can_fail(function.body, helpers)
    ] == []


@pytest.mark.parametrize(
    ("body", "fails"),
    [
        ("for each in found: assert each", False),
        ("assert found\nfor each in found: assert each", True),
        ("for each in (1, 2): assert each in found", True),
        ("for each in LANGUAGES: assert each in found", True),
        ("for each in {'a': 1}.items(): assert each in found", True),
        ("for each in range(len(found)): assert found[each]", False),
        ("assert all(each for each in found)", False),
        ("assert not any(each for each in found)", False),
        ("assert [each for each in found if each] == []", False),
        ("assert {each: 1 for each in found if each} == {}", False),
        ("assert [each for each in found] == [1]", True),
        ("assert any(each for each in found)", True),
        ("if found: assert found[0]", False),
        ("with made() as found:\n    assert found", True),
        ("with pytest.raises(KeyError): found['a']", True),
        ("expect(page).to_have_text('a')", True),
        ("for each in found: expect(each).to_have_text('a')", False),
    ],
)
def test_what_can_fail_is_told_from_what_cannot(body: str, fails: bool) -> None:
    assert can_fail(ast.parse(body).body, frozenset()) == fails
