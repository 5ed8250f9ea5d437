"""What a sheet's rows leave unsaid: texts for the shop and the day, and what was assumed for them."""

from dataclasses import replace

from data.formats.kinds import PERIOD
from data.formats.problem import LocatedProblem
from data.formats.problems import of_tables
from data.formats.source import Column
from data.recognition import context
from data.recognition.block import Block
from data.recognition.context import Given
from data.recognition.dates import month_in
from data.recognition.match import Match
from text import Text, same

FROM_THE_NAME = Text("标题或文件名", "the title or the file's name")
FROM_THE_READER = Text("您的选择", "your choice")


def missing_values(block: Block, match: Match, file: str, given: Given) -> tuple[dict[str, str], list[LocatedProblem]]:
    """Texts by column name for what the rows do not hold, and what was assumed or is missing."""
    constants: dict[str, str] = {}
    found: list[LocatedProblem] = []
    for column in match.source.columns:
        constants |= _by_sheet_name(block, column)
        if column.from_file_name and column.name not in match.places and not _is_spread(match, column):
            text, note = _when(block, column, file, given)
            constants |= {column.name: text} if text else {}
            found.append(note)
    of_department = match.source.column("shop").default is not None
    # The reader's choice is for the shops' files of the same drop: a department's sheet reads the same without it.
    shop, assumed = context.shop_of(block, file, replace(given, shop=None) if of_department else given)
    constants |= {"shop": shop} if shop and not (of_department and assumed) else {}
    if not {"shop", match.source.shop_before_colon} & match.places.keys():
        found += _of_department(assumed) if of_department else of_shop(shop, assumed)
    return constants, found


def _by_sheet_name(block: Block, column: Column) -> dict[str, str]:
    named = [value for word, value in column.from_sheet_name.items() if word in block.sheet.name]
    return {column.name: named[0]} if named else {}


def _is_spread(match: Match, column: Column) -> bool:
    return bool(match.source.matrix and match.source.matrix.into == column.name)


def _of_department(assumed: bool) -> list[LocatedProblem]:
    return [LocatedProblem(of_tables.OF_ALL_SHOPS)] if assumed else []


def of_shop(shop: str | None, assumed: bool) -> list[LocatedProblem]:
    """What is to be said of the shop of a sheet whose rows name none."""
    if shop is None:
        return [LocatedProblem(of_tables.SHOP_NEEDED)]
    return [LocatedProblem(of_tables.SHOP_ASSUMED, arguments={"shop": same(shop)})] if assumed else []


def _when(block: Block, column: Column, file: str, given: Given) -> tuple[str | None, LocatedProblem]:
    if given.day:
        return str(given.day), _dated(str(given.day), FROM_THE_READER)
    if column.kind is PERIOD:
        month = month_in((*block.titles, block.sheet.name, file))
        return month, _dated(month, FROM_THE_NAME) if month else LocatedProblem(of_tables.DAY_NEEDED)
    days = context.span_of(block, file)
    if len(days) > 1:
        return None, LocatedProblem(
            of_tables.SPAN_NOT_DAY, arguments={"first": same(str(min(days))), "last": same(str(max(days)))}
        )
    if not days:
        return None, LocatedProblem(of_tables.DAY_NEEDED)
    return str(days[0]), _dated(str(days[0]), FROM_THE_NAME)


def _dated(day: str, origin: Text) -> LocatedProblem:
    return LocatedProblem(of_tables.DAY_FROM_NAME, arguments={"day": same(day), "origin": origin})
