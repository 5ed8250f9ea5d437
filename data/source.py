"""Subject, Source, Column: how the facts of the trade and the formats they arrive in are declared."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from data.kind import Kind, quoted
from data.kinds import TEXT
from text import Text

_BRACKETS = str.maketrans("（）【】［］〔〕：，", "()[][][]:,")
_UNIT = re.compile(r"\((元|万元|秒|%|件|人|个|次|单|分)\)$")


@lru_cache(maxsize=1 << 16)
def normalised(heading: str) -> str:
    """A heading as it is matched: NFKC, no white space, brackets of one width, no unit at its end, lower case."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", heading).translate(_BRACKETS)).lower()
    return _UNIT.sub("", plain) or plain


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
class Subject:
    """What the facts of several formats have in common: one table of the warehouse.

    `grain` is its key. `replaces` names the slice that a newer file replaces as a whole; without it rows are
    merged by key, column by column. `day` and `money` are SQL for a fact's day and for the amount whose change is
    shown per day before an import; either may be empty.
    `whole` is a column of the grain and the value under which the total of its other values stands.
    """

    name: str
    title: Text
    grain: tuple[str, ...]
    replaces: tuple[str, ...] = ()
    day: str = "day"
    money: str = ""
    whole: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """Rows that hold no fact of their own: those whose `column` is, starts with or contains one of `words`."""

    column: str
    words: tuple[str, ...]
    why: Text
    match: Literal["is", "starts", "contains"] = "is"


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
        known = {normalised(heading): value for heading, value in self.headings.items()}
        object.__setattr__(self, "headings", known)


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A spreadsheet format.

    `known_by` names the columns whose headings must be there, `known_by_any` those of which one must be,
    and `unlike` headings that show it to be another file. Where headings alone say too little, one of the words
    in `said` must stand in the sheet's name, the rows above the header or the file's name. `shop_before_colon`
    is a column whose text may begin with the shop's name and a colon. `sibling_at` is the sheet name and header row
    of another export with the same headings, which must not pass for this one. `sheet_names` and
    `file_name` are what the export calls itself, for templates and the documentation, never to recognise one.
    """

    name: str
    subject: Subject
    title: Text
    exported_from: Text
    columns: tuple[Column, ...]
    known_by: tuple[str, ...]
    known_by_any: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    skip_rows: tuple[Skip, ...] = ()
    matrix: Matrix | None = None
    shop_before_colon: str = ""
    sibling_at: tuple[str, int] | None = None
    file_name: str = ""
    sheet_names: tuple[str, ...] = ()
    title_rows: int = 0
    unlike_headings: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "unlike_headings", frozenset(map(normalised, self.unlike)))
        names = [column.name for column in self.columns]
        missing = [n for n in (*self.known_by, *self.known_by_any, *self.subject.grain) if n not in names]
        if missing or len(names) != len(set(names)):
            raise ValueError(f"{self.name}: undeclared {missing}, or a column declared twice")

    def column(self, name: str) -> Column:
        """The column of that name; KeyError if it has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


SHOP = Column("shop", TEXT, Text("店铺名称", "Shop"), also=("店铺", "店铺名", "所属店铺"))


def platform(name: str) -> Column:
    """The column that says which platform a format belongs to: the same word in every row."""
    return Column("platform", TEXT, Text("平台", "Platform"), derived=quoted(name))


TAOBAO = platform("淘宝天猫")


TOTALS = ("合计", "总计", "汇总", "小计", "总值", "均值", "平均值", "平均", "汇总值", "总和")


def in_wan(heading: str) -> bool:
    """Whether a heading says that its amounts are in units of 10,000 yuan."""
    return "万元" in unicodedata.normalize("NFKC", heading)


def in_minutes(heading: str) -> bool:
    """Whether a heading says that its durations are in minutes: 平均响应时长(分)."""
    return unicodedata.normalize("NFKC", heading).strip().endswith("(分)")
