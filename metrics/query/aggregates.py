"""The SQL of sums: the rows of one facts over a period, grouped; several of them joined."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from metrics.calendar.period import Period
from metrics.definition.facts import Facts

SQL = tuple[str, list[object]]
"""A statement with the values of its question marks."""

Sources = Mapping[str, str]
"""Names under which facts can be read, by their SQL."""

_A_TABLE = re.compile(r"\s*SELECT \* FROM \w+\s*")


@dataclass(frozen=True, slots=True)
class Sum:
    """Columns, as SQL, of one facts over a period, split by dimensions and narrowed to values of some.

    `latest` takes each part's last day of the period.
    """

    facts: Facts
    latest: bool
    during: Period
    by: tuple[str, ...]
    where: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]

    def sql(self, named: Sources) -> SQL:
        """A row a part: the dimensions, then the columns."""
        rows, values = self._rows(named)
        listed = ", ".join([*(f"{self.facts.column(name)} AS {name}" for name in self.by), *self.columns])
        grouped = f" GROUP BY {', '.join(map(self.facts.column, self.by))}" if self.by else ""
        return f"SELECT {listed} FROM ({rows}){grouped}", values

    def whole(self, named: Sources) -> SQL:
        """One row: the columns over all parts."""
        rows, values = self._rows(named)
        return f"SELECT {', '.join(self.columns)} FROM ({rows})", values

    def _rows(self, named: Sources) -> SQL:
        conditions = ["day BETWEEN ? AND ?", *(f"{self.facts.column(name)}::VARCHAR = ?" for name, _ in self.where)]
        kept, total = [], self.facts.whole
        if total and total[0] not in self.by and total[0] not in dict(self.where):
            is_total = "{} = '{}'".format(*total)
            kept.append(f"({is_total} OR NOT coalesce(bool_or({is_total}) OVER (PARTITION BY shop, day), false))")
        if self.latest:
            apart = ", ".join(["shop", *map(self.facts.column, self.by)])
            kept.append(f"day = max(day) OVER (PARTITION BY {apart})")
        qualified = f" QUALIFY {' AND '.join(kept)}" if kept else ""
        source = named.get(self.facts.sql, f"({self.facts.sql})")
        sql = f"SELECT * FROM {source} WHERE {' AND '.join(conditions)}{qualified}"
        return sql, [self.during.first, self.during.last, *(value for _, value in self.where)]


def joined(sums: Sequence[Sum], names: Sequence[str], named: Sources) -> SQL:
    """Sums of the same split beside each other: a row a part, the dimensions, then the columns of these names."""
    if len(sums) == 1:
        return sums[0].sql(named)
    by, made = sums[0].by, [each.sql(named) for each in sums]
    listed = ", ".join([*by, *(f"any_value({name}) AS {name}" for name in names)])
    grouped = f" GROUP BY {', '.join(by)}" if by else ""
    combined = " UNION ALL BY NAME ".join(f"({sql})" for sql, _ in made)
    return f"SELECT {listed} FROM ({combined}){grouped}", [value for _, values in made for value in values]


def shared(sums: Sequence[Sum]) -> Sources:
    """A name for each facts that several sums read, unless it is a plain table."""
    read = [each.facts.sql for each in sums]
    often = [sql for sql in dict.fromkeys(read) if read.count(sql) > 1 and not _A_TABLE.fullmatch(sql)]
    return {sql: f"shared_{number}" for number, sql in enumerate(often)}
