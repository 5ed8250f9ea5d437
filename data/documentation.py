"""The formats as a page of documentation, printed from their declarations."""

from data.formats.kinds import KINDS
from data.formats.source import Source
from data.sources import SOURCES, source_named
from data.sources.unseen import UNSEEN, Unseen

HEAD = """# 能收的文件 / Files the board reads

每种格式按表头认，不按文件名。列的顺序随意，没列出的列不收。
Each format is recognised by its headings, never by its name. \
Columns may stand in any order; columns not listed are not stored.
"""

UNSEEN_HEAD = """## 没有公开样张的导出 / Exports without a public copy

| 导出 | Export | 按它认 read as | 怎么办 |  What to do |
|---|---|---|---|---|
"""


def markdown() -> str:
    """docs/sources.md."""
    kinds = "\n".join(f"| {kind.name} | {kind.expects.zh} | {kind.expects.en} |" for kind in KINDS)
    parts = [
        HEAD,
        *map(_section, SOURCES),
        UNSEEN_HEAD + "\n".join(map(_unseen, UNSEEN)) + "\n",
        f"## 格子 / Kinds of cell\n\n| | 写什么 | What it holds |\n|---|---|---|\n{kinds}\n",
    ]
    return "\n".join(parts)


def _section(source: Source) -> str:
    rows = "\n".join(
        f"| {column.label.zh} | {column.label.en} | {column.kind.name}"
        f" | {'是 yes' if column.needed else ''} | {'、'.join(column.also)} |"
        for column in source.columns
        if column.headings
    )
    merging = (
        f"整段替换 replaces {', '.join(source.subject.replaces)}"
        if source.subject.replaces
        else "按主键合并 merged by key"
    )
    return (
        f"## {source.title.zh} / {source.title.en}\n\n`{source.name}` → `{source.subject.name}`；"
        f"主键 key: {', '.join(source.subject.grain)}；{merging}\n\n"
        f"{source.exported_from.zh}\n{source.exported_from.en}{_named(source)}\n\n"
        f"| 表头 | Heading | 格子 | 必填 needed | 也认 also |\n|---|---|---|---|---|\n{rows}\n"
    )


def _named(source: Source) -> str:
    facts = [f"文件名如 named like: `{source.file_name}`"]
    if source.sheet_names:
        facts.append("表名 sheet: " + "、".join(f"`{name}`" for name in source.sheet_names))
    if source.contained != source.file_name.rpartition(".")[2]:
        facts.append(f"其实是 in truth: `.{source.contained}`")
    if source.contained in ("csv", "zip"):
        facts.append(f"编码 encoding: {source.encoding}")
    if source.header_row > 1:
        facts.append(f"表头在第 {source.header_row} 行 header in row {source.header_row}")
    if source.hand_made:
        facts.append("手工表，有空白模板 kept by hand, with a blank template")
    return "\n" + "；".join(facts)


def _unseen(export: Unseen) -> str:
    read_as = f"`{source_named(export.read_as).name}`" if export.read_as else ""
    return f"| {export.title.zh} | {export.title.en} | {read_as} | {export.how.zh} | {export.how.en} |"
