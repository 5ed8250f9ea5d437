"""A preview and a receipt as HTML: the table of files, what changes, the problems."""

from data.checking.preview import Preview, TablePreview
from data.importing.imports import Receipt
from metrics.judgement.limits import Level
from text import Language, Text
from ui.intake.preview import cells, wording
from ui.intake.preview.changes import changes
from ui.pieces.lines import headline, point, points
from ui.pieces.marks import marked
from ui.pieces.markup import NOTHING, Html, joined, tag
from ui.pieces.table import Cell, Head, section, strong, table, thin

HEADS = (
    (Text("文件", "File"), False),
    (Text("认作", "Recognised as"), False),
    (Text("新增", "New"), True),
    (Text("改动", "Changed"), True),
    (Text("不变", "Same"), True),
    (Text("退回", "Set aside"), True),
    (Text("结果", "Result"), True),
)


def preview_headline(preview: Preview, language: Language) -> Html:
    """The preview in one line."""
    return headline(wording.headline(preview).to(language))


def files_table(tables: tuple[TablePreview, ...], language: Language) -> Html:
    """Each table of each file: what it was taken for, and its rows by what becomes of them."""
    heads = [Head(label.to(language), figures) for label, figures in HEADS]
    return table(heads, [_file_row(each, _alone(each, tables), language) for each in tables])


def changes_section(preview: Preview, language: Language) -> Html:
    """What writing would change in the warehouse."""
    lines = [line for each in preview.tables for line in _changes(each, language)]
    title = Text("写入后会变什么", "What writing changes").to(language)
    note = Text("按主键覆盖；写入后可以整批撤回", "Newer rows win by key; a batch can be withdrawn").to(language)
    return section(title, points(lines), note=note) if lines else NOTHING


def _changes(each: TablePreview, language: Language) -> list[Html]:
    lines = [
        point(
            marked(change.level, wording.CHANGES.to(language)),
            change.what.to(language),
            more=change.detail.to(language),
        )
        for change in changes(each)
    ]
    return [*lines, cells.largest_cells(each, language)] if each.cells else lines


def receipt_headline(receipt: Receipt, language: Language) -> Html:
    """What was written, in one line."""
    written = sum(each.new + each.changed for each in receipt.tables)
    if receipt.batch is None:
        phrase = Text("都已在库里，没有要写的", "All of it is stored already; nothing was written")
        return headline(phrase.to(language))
    phrase = Text("已写入 {n:,} 行，批次 {batch}", "{n:,} rows written, batch {batch}").filled(
        n=written, batch=receipt.batch
    )
    lead = Text(
        "不对就在右边整批撤回，被它改掉的数会回来。",
        "If that was wrong, withdraw the batch; what it replaced comes back.",
    )
    return headline(phrase.to(language), lead.to(language))


def _alone(each: TablePreview, tables: tuple[TablePreview, ...]) -> bool:
    return sum(1 for other in tables if other.file == each.file) == 1


def _file_row(each: TablePreview, alone: bool, language: Language) -> list[str | Cell]:
    level = wording.level(each)
    title = each.source.title.to(language) if each.source else wording.UNKNOWN.to(language)
    name = joined(
        (
            marked(level, wording.result(each).to(language)),
            tag("span", each.file, look="ob-file", title=each.file),
            "" if alone else _sheet(each),
        )
    )
    counts = [str(f"{n:,}") if n else thin("0") for n in (each.new, each.changed, each.same, each.rejected)]
    result = wording.result(each).to(language)
    return [name, strong(title), *counts, strong(result) if level in (Level.BAD, Level.WATCH) else result]


def _sheet(each: TablePreview) -> str:
    return tag("span", f"　{each.sheet}", look="ob-note") if each.sheet else ""
