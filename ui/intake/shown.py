"""A preview and a receipt as HTML: the table of files, what changes, the problems."""

from data.importing import Receipt
from data.preview import Preview, TablePreview
from metrics.judgement import Level
from text import Language, Text
from ui.intake import wording
from ui.intake.changes import changes
from ui.pieces.lines import headline, point, points
from ui.pieces.marks import shape
from ui.pieces.markup import NOTHING, Html, joined, tag
from ui.pieces.table import Cell, Head, section, strong, table, thin

MARKS = {"error": Level.BAD, "warning": Level.WATCH, "note": Level.UNJUDGED}
HEADS = (
    (Text("文件", "File"), False),
    (Text("认作", "Recognised as"), False),
    (Text("新增", "New"), True),
    (Text("改动", "Changed"), True),
    (Text("不变", "Same"), True),
    (Text("退回", "Set aside"), True),
    (Text("结果", "Result"), True),
)
GROUPS_SHOWN = 12


def preview_headline(preview: Preview, language: Language) -> Html:
    """The preview in one line."""
    return headline(wording.headline(preview).to(language))


def files_table(tables: tuple[TablePreview, ...], language: Language) -> Html:
    """Each table of each file: what it was taken for, and its rows by what becomes of them."""
    heads = [Head(label.to(language), figures) for label, figures in HEADS]
    return table(heads, [_file_row(each, _alone(each, tables), language) for each in tables])


def changes_section(preview: Preview, language: Language) -> Html:
    """What writing would change in the warehouse."""
    lines = [
        point(shape(change.level, language), change.what.to(language), more=change.detail.to(language))
        for each in preview.tables
        for change in changes(each)
    ]
    title = Text("写入后会变什么", "What writing changes").to(language)
    note = Text("按主键覆盖；写入后可以整批撤回", "Newer rows win by key; a batch can be withdrawn").to(language)
    return section(title, points(lines), note=note) if lines else NOTHING


def problems_section(preview: Preview, language: Language) -> Html:
    """What is refused or asks for a look, alike problems together, in words."""
    found = [group for group in wording.groups(preview) if group.problem.severity != "note"]
    if not found:
        return NOTHING
    more = len(found) - GROUPS_SHOWN
    rest = Text("还有 {n} 类，见下载的表", "{n} more kinds: see the download").filled(n=more).to(language)
    beside = Text("{n} 处", "{n}").filled(n=len(found)).to(language)
    lines = points([_problem(group, language) for group in found[:GROUPS_SHOWN]])
    title = Text("要改的问题", "Problems").to(language)
    return section(title, lines, beside=beside, note=rest if more > 0 else "")


def notes_section(preview: Preview, language: Language) -> Html:
    """What was assumed or left out."""
    found = [group for group in wording.groups(preview) if group.problem.severity == "note"]
    if not found:
        return NOTHING
    return section(Text("说明", "Notes").to(language), points([_problem(group, language) for group in found]))


def receipt_headline(receipt: Receipt, language: Language) -> Html:
    """What was written, in one line."""
    written = sum(each.new + each.changed for each in receipt.tables)
    if receipt.batch is None:
        said = Text("都已在库里，没有要写的", "All of it is stored already; nothing was written")
        return headline(said.to(language))
    said = Text("已写入 {n:,} 行，批次 {batch}", "{n:,} rows written, batch {batch}").filled(
        n=written, batch=receipt.batch
    )
    lead = Text(
        "不对就在右边整批撤回，被它改掉的数会回来。",
        "If that was wrong, withdraw the batch; what it replaced comes back.",
    )
    return headline(said.to(language), lead.to(language))


def _alone(each: TablePreview, tables: tuple[TablePreview, ...]) -> bool:
    return sum(1 for other in tables if other.file == each.file) == 1


def _file_row(each: TablePreview, alone: bool, language: Language) -> list[str | Cell]:
    level = wording.level(each)
    known = each.source.title.to(language) if each.source else wording.UNKNOWN.to(language)
    name = joined(
        (shape(level, language), tag("span", each.file, look="ob-file", title=each.file), "" if alone else _sheet(each))
    )
    counts = [str(f"{n:,}") if n else thin("0") for n in (each.new, each.changed, each.same, each.rejected)]
    result = wording.result(each).to(language)
    return [name, strong(known), *counts, strong(result) if level in (Level.BAD, Level.WATCH) else result]


def _sheet(each: TablePreview) -> str:
    return tag("span", f"　{each.sheet}", look="ob-note") if each.sheet else ""


def _problem(group: wording.Group, language: Language) -> Html:
    count = len(group.rows)
    rows = Text("{n:,} 行：{title}", "{n:,} rows: {title}").filled(n=count, title=group.problem.title)
    what = (rows if count else group.problem.title).to(language)
    mark = shape(MARKS[group.problem.severity], language)
    return point(mark, what, wording.place(group, language), group.found[0].message.to(language))
