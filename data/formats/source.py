"""Source, Column: how the formats are declared in which the facts of the trade arrive."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from data.formats.heading import normalised
from data.formats.kinds.kind import Kind
from data.formats.kinds.words import TEXT
from data.formats.quoting import quoted
from data.formats.subject import Subject
from text import Text


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column of a format: its name in the warehouse, its kind, and its headings in the export.

    The Chinese label is the heading; `also` holds other spellings, preferred in the order written.
    A `needed` column must be in the sheet and filled in every row, unless it has a `default` or is known
    from elsewhere: the file's name (`from_file_name`), the sheet's name (`from_sheet_name`: word in it -> value).
    `words` are cell texts that stand for another text (`无退款申请` for 0) or, with None, for nothing. A `derived`
    column is in no sheet: it is SQL over the other columns.
    """

    name: str
    kind: Kind
    label: Text
    also: tuple[str, ...] = ()
    needed: bool = False
    default: str | None = None
    from_file_name: bool = False
    from_sheet_name: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str | None] = field(default_factory=dict)
    derived: str = ""
    headings: tuple[str, ...] = field(init=False)
    """Every heading it may have, normalised, best first; none for a derived column."""

    def __post_init__(self) -> None:
        words = () if self.derived else (self.label.zh, *self.also)
        object.__setattr__(self, "headings", tuple(dict.fromkeys(map(normalised, words))))


@dataclass(frozen=True, slots=True)
class Skip:
    """Rows that hold no fact of their own: their `column` is, starts with or contains one of `words`, or is blank."""

    column: str
    words: tuple[str, ...]
    why: Text
    match: Literal["is", "starts", "contains", "blank"] = "is"


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """Columns that are values of one column: each filled cell under them becomes a row of its own.

    `into` takes the heading, `value` the cell. `headings` maps known headings to what is stored; without it every
    heading is taken that looks `like` a pattern (of which `examples` are some), or that is left over (`rest`),
    or else every month.
    """

    into: str
    value: str
    headings: Mapping[str, str] = field(default_factory=dict)
    rest: bool = False
    like: str = ""
    examples: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        by_heading = {normalised(heading): value for heading, value in self.headings.items()}
        object.__setattr__(self, "headings", by_heading)


Container = Literal["xlsx", "xls", "csv", "zip"]
Encoding = Literal["gb18030", "utf-8", "utf-8-sig"]

EXAMPLE_MARKS = ("例：", "例:", "示例：", "示例:")
"""How every cell of an example row begins, the first one being what a template writes."""

EXAMPLE_ROW = Text("示例行", "the example row")


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A spreadsheet format.

    `identified_by` names the columns whose headings must be there, `identified_by_any` those of which one must be,
    and `unlike` headings that show it to be another file. Where headings alone say too little, one of the words
    in `title_words` must stand in the sheet's name, the rows above the header or the file's name. `shop_before_colon`
    is a column whose text may begin with the shop's name and a colon. `sibling_at` is the sheet name and header row
    of another export with the same headings, which must not pass for this one. `totals_of_span`: its rows add up
    all the days that the title or the file's name speaks of, whatever the one date in them says. `rates_are_shares`:
    it is known to write 42 % as 0.42, so that a rate without a sign leaves nothing open.

    `hand_made` sheets are kept by people, so their template holds an example row, which is never taken for a fact.
    The rest is what the export looks like, for templates, samples and the documentation, never to recognise one:
    what it calls itself (`file_name`, `sheet_names`), the file inside (`container`; told by the name where it is
    empty), a text file's `encoding`, the row of its header (`header_row`), headings' beginnings that stand merged in
    a row above the rest (`heading_groups`), and whether its summary rows come first (`summary_first`).
    """

    name: str
    subject: Subject
    title: Text
    exported_from: Text
    columns: tuple[Column, ...]
    identified_by: tuple[str, ...]
    identified_by_any: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    title_words: tuple[str, ...] = ()
    skip_rows: tuple[Skip, ...] = ()
    matrix: Matrix | None = None
    shop_before_colon: str = ""
    sibling_at: tuple[str, int] | None = None
    totals_of_span: bool = False
    rates_are_shares: bool = False
    hand_made: bool = False
    file_name: str = ""
    sheet_names: tuple[str, ...] = ()
    container: Container | None = None
    encoding: Encoding = "gb18030"
    header_row: int = 1
    heading_groups: tuple[str, ...] = ()
    summary_first: bool = False
    unlike_headings: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "unlike_headings", frozenset(map(normalised, self.unlike)))
        if self.hand_made:
            examples = (Skip(column.name, EXAMPLE_MARKS, EXAMPLE_ROW, "starts") for column in self.columns)
            object.__setattr__(self, "skip_rows", (*self.skip_rows, *examples))
        names = [column.name for column in self.columns]
        missing = [n for n in (*self.identified_by, *self.identified_by_any, *self.subject.grain) if n not in names]
        if missing or len(names) != len(set(names)):
            raise ValueError(f"{self.name}: undeclared {missing}, or a column declared twice")

    @property
    def on_the_sheet(self) -> list[Column]:
        """The columns under a heading of their own, in their order: neither derived nor spread over the headings."""
        spread = (self.matrix.into, self.matrix.value) if self.matrix else ()
        return [column for column in self.columns if column.headings and column.name not in spread]

    @property
    def contained(self) -> str:
        """The kind of file that the export is."""
        return self.container or self.file_name.rpartition(".")[2]

    def column(self, name: str) -> Column:
        """The column of that name; KeyError if it has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


SHOP = Column("shop", TEXT, Text("店铺名称", "Shop"), also=("店铺", "店铺名", "所属店铺"))

ALL_SHOPS = ""
"""The shop of rows that belong to the whole department: no shop's name, so no list of shops holds it."""

SHOP_IF_ONE = Column("shop", TEXT, SHOP.label, also=SHOP.also, default=ALL_SHOPS)
"""The shop column of a department's sheet: where it names no shop, its rows belong to all of them."""


def platform(name: str) -> Column:
    """The column that says which platform a format belongs to: the same word in every row."""
    return Column("platform", TEXT, Text("平台", "Platform"), derived=quoted(name))


TAOBAO = platform("淘宝天猫")


TOTALS = ("合计", "总计", "汇总", "小计", "总值", "均值", "平均值", "平均", "汇总值", "总和")
