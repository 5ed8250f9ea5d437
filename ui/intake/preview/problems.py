"""What is refused or asks for a look, by kind, with the first places of each; and what was assumed."""

from data.checking.preview import Preview, TablePreview
from data.formats.problem import LocatedProblem
from metrics.judgement.limits import Level
from text import Language, Text
from ui.intake.preview import wording
from ui.intake.preview.wording import Group
from ui.pieces.lines import point, points
from ui.pieces.marks import marked
from ui.pieces.markup import NOTHING, Html, block, joined, tag
from ui.pieces.table import Head, section, table

MARKS = {"error": Level.BAD, "warning": Level.WATCH, "note": Level.UNJUDGED}
WORDS = {"error": Text("没收", "refused"), "warning": Text("看一眼", "look"), "note": Text("说明", "note")}
PLACES_SHOWN = 10
FILE, WHAT = Text("文件", "File"), Text("怎么办", "What to do")
CELL = (Text("行", "Row"), Text("列", "Column"), Text("写的是", "Cell"))


def problems_section(preview: Preview, language: Language) -> Html:
    """The kinds of problems, the gravest first."""
    found = [group for group in wording.groups(preview) if group.problem.severity != "note"]
    if not found:
        return NOTHING
    places = sum(len(group.places) for group in found)
    side = Text("{n} 类，{places:,} 处", "kinds: {n}, places: {places:,}").filled(n=len(found), places=places)
    lines = points([_problem(group, language) for group in found])
    note = Text("全部可以下载", "all can be downloaded").to(language)
    return section(Text("要改的问题", "Problems").to(language), lines, side=side.to(language), note=note)


def notes_section(preview: Preview, language: Language) -> Html:
    """What was assumed or left out."""
    found = [group for group in wording.groups(preview) if group.problem.severity == "note"]
    if not found:
        return NOTHING
    return section(Text("说明", "Notes").to(language), points([_problem(group, language) for group in found]))


def _problem(group: Group, language: Language) -> Html:
    count, problem = len(group.rows), group.problem
    rows = Text("{n:,} 行：{title}", "{n:,} rows: {title}").filled(n=count, title=problem.title)
    mark = marked(MARKS[problem.severity], WORDS[problem.severity].to(language))
    what = (rows if count else problem.title).to(language)
    line = point(mark, what, wording.place(group, language), group.found[0].message.to(language))
    several = len(group.places) > 1 and problem.severity != "note"
    return joined((line, _places(group, language))) if several else line


def _places(group: Group, language: Language) -> Html:
    shown = group.places[:PLACES_SHOWN]
    more = len(group.places) - len(shown)
    first = Text("前 {n} 处，共 {many:,} 处", "the first {n} of {many:,}").filled(n=len(shown), many=len(group.places))
    every = Text("全部 {n} 处", "all {n}").filled(n=len(shown))
    heads = [Head(head.to(language)) for head in ((FILE, *CELL) if group.rows else (FILE, WHAT))]
    rows = [_place(table, found, language) for table, found in shown]
    summary = tag("summary", (first if more else every).to(language))
    return block("ob-inset", tag("details", summary, table(heads, rows)))


def _place(each: TablePreview, found: LocatedProblem, language: Language) -> list[str]:
    """A cell by its place; what is wrong with a whole table in words, as each says it of itself."""
    file = " ".join(filter(None, (each.file, each.sheet)))
    if found.row is None:
        return [file, found.message.to(language)]
    return [file, str(found.row), found.column or "", found.value or ""]
