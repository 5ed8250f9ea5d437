"""How a part's rows meet what is stored: counted, applied, and undone, all in SQL within the caller's transaction.

`part` is a table of the given rows: the subject's grain and those of its columns that the file held.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.schema import TABLES
from data.source import Subject
from data.warehouse import Cursor


@dataclass(frozen=True, slots=True)
class DayChange:
    """What a day's amount was and would be, in yuan; None where the day had or will have no row."""

    day: date
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class Difference:
    """How many rows are new, changed, the same, and stored but gone from a slice that is replaced."""

    new: int
    changed: int
    same: int
    vanish: int

    @property
    def nothing(self) -> bool:
        """Whether storing the part would change nothing."""
        return not (self.new or self.changed or self.vanish)


UNCHANGED = Difference(0, 0, 0, 0)


def difference(run: Cursor, subject: Subject, columns: Sequence[str]) -> Difference:
    """What storing `part` would do to the subject's rows."""
    facts = [name for name in columns if name not in subject.grain]
    differs = " OR ".join(f"part.{name} IS DISTINCT FROM stored.{name}" for name in facts) or "false"
    match = _equal("part", "stored", subject.grain)
    new, changed, same = run.execute(
        "SELECT count(*) FILTER (WHERE stored.shop IS NULL),"
        f" count(*) FILTER (WHERE stored.shop IS NOT NULL AND ({differs})),"
        f" count(*) FILTER (WHERE stored.shop IS NOT NULL AND NOT ({differs}))"
        f" FROM part LEFT JOIN {subject.name} AS stored ON {match}"
    ).fetchall()[0]
    vanish = len(run.execute(_vanishing(subject)).fetchall()) if subject.replaces else 0
    return Difference(new, changed, same, vanish)


def day_changes(run: Cursor, subject: Subject) -> tuple[DayChange, ...]:
    """The days whose amount storing `part` would change, from the first on."""
    if not subject.money:
        return ()
    day = f"({subject.day})::DATE"
    touched = f"SELECT * FROM {subject.name} AS stored SEMI JOIN part ON {_equal('part', 'stored', subject.grain)}"
    gone = f" UNION ALL BY NAME {_vanishing(subject)}" if subject.replaces else ""
    rows = run.execute(
        f"WITH after AS ({merged(run, subject)}), before AS ({touched}{gone}),"
        f" moves AS (SELECT {day} AS day, {subject.money} AS amount, 1 AS rows FROM after"
        f" UNION ALL SELECT {day}, -({subject.money}), -1 FROM before),"
        " moved AS (SELECT day, sum(amount) AS amount, sum(rows) AS rows"
        " FROM moves WHERE day IS NOT NULL GROUP BY day),"
        f" stood AS (SELECT {day} AS day, sum({subject.money}) AS amount, count(*) AS rows"
        f" FROM {subject.name} GROUP BY 1)"
        " SELECT day, stood.amount, CASE WHEN coalesce(stood.rows, 0) + moved.rows > 0"
        " THEN coalesce(stood.amount, 0) + coalesce(moved.amount, 0) END"
        " FROM moved LEFT JOIN stood USING (day) ORDER BY day"
    ).fetchall()
    return tuple(DayChange(day, before, after) for day, before, after in rows if before != after)


def merged(run: Cursor, subject: Subject) -> str:
    """SQL for the rows as they stand after storing: columns that the part lacks keep what is stored, but in a slice."""
    given = {name for name, *_ in run.execute("DESCRIBE part").fetchall()}
    names = [field.name for field in TABLES[subject.name]]
    if subject.replaces:
        values = ", ".join(f"part.{name}" if name in given else f"NULL AS {name}" for name in names)
        return f"SELECT {values} FROM part"
    values = ", ".join(f"{'part' if name in given else 'stored'}.{name}" for name in names)
    return f"SELECT {values} FROM part LEFT JOIN {subject.name} AS stored ON {_equal('part', 'stored', subject.grain)}"


def apply(run: Cursor, subject: Subject, differs: Difference) -> None:
    """Bring the subject's table up to date with `part`, which differs from it as `difference()` found."""
    if not (differs.changed or differs.same or differs.vanish):
        run.execute(f"INSERT INTO {subject.name} BY NAME SELECT * FROM part")
        return
    run.execute(f"CREATE OR REPLACE TEMP TABLE merged_rows AS {merged(run, subject)}")
    key = subject.replaces or subject.grain
    run.execute(
        f"DELETE FROM {subject.name} AS stored USING (SELECT DISTINCT {', '.join(key)} FROM merged_rows) AS touched"
        f" WHERE {_equal('touched', 'stored', key)}"
    )
    run.execute(f"INSERT INTO {subject.name} BY NAME SELECT * FROM merged_rows")


def remember(run: Cursor, subject: Subject, number: int) -> None:
    """Add `part` to the subject's history under the part's number."""
    run.execute(f"INSERT INTO {subject.name}_history BY NAME SELECT {number} AS part, * FROM part")


@dataclass(frozen=True, slots=True)
class Effect:
    """What a withdrawal does to a subject's rows: come back as they were, go, or stay as a later batch holds them."""

    subject: Subject
    back: int
    gone: int
    stay: int


def recompute(run: Cursor, subject: Subject, parts: Sequence[int]) -> Effect:
    """Bring every row that the withdrawn parts touched back to what the parts still living say."""
    key = subject.replaces or subject.grain
    listed = ", ".join(map(str, parts))
    run.execute(
        f"CREATE OR REPLACE TEMP TABLE touched AS SELECT DISTINCT {', '.join(key)} FROM {subject.name}_history"
        f" WHERE part IN ({listed})"
    )
    touched = _equal("touched", "stored", key)
    run.execute(
        "CREATE OR REPLACE TEMP TABLE stood AS"
        f" SELECT stored.* FROM {subject.name} AS stored SEMI JOIN touched ON {touched}"
    )
    run.execute(f"DELETE FROM {subject.name} AS stored USING touched WHERE {touched}")
    run.execute(
        "CREATE OR REPLACE TEMP TABLE living AS"
        f" SELECT * FROM (FROM {subject.name} LIMIT 0) UNION ALL BY NAME {_living(run, subject)}"
    )
    run.execute(f"INSERT INTO {subject.name} BY NAME SELECT * FROM living")
    gone = f"SELECT count(*) FROM stood ANTI JOIN living ON {_equal('stood', 'living', subject.grain)}"
    stay = "SELECT count(*) FROM (SELECT * FROM stood INTERSECT SELECT * FROM living)"
    ((gone_rows, stay_rows, living),) = run.execute(
        f"SELECT ({gone}), ({stay}), (SELECT count(*) FROM living)"
    ).fetchall()
    return Effect(subject, back=living - stay_rows, gone=gone_rows, stay=stay_rows)


def _living(run: Cursor, subject: Subject) -> str:
    """SQL for the touched rows as the living parts have them."""
    alive = dict(
        run.execute(
            "SELECT part, columns FROM parts JOIN batches USING (batch) WHERE withdrawn_at IS NULL AND subject = ?",
            [subject.name],
        ).fetchall()
    )
    listed = ", ".join(map(str, alive)) or "NULL"
    key = subject.replaces or subject.grain
    rows = (
        f"SELECT h.* FROM {subject.name}_history AS h SEMI JOIN touched ON {_equal('touched', 'h', key)}"
        f" WHERE h.part IN ({listed})"
    )
    if subject.replaces:
        return f"SELECT * EXCLUDE (part) FROM ({rows}) QUALIFY part = max(part) OVER (PARTITION BY {', '.join(key)})"
    values = [_newest(field.name, alive) for field in TABLES[subject.name] if field.name not in key]
    return f"SELECT {', '.join((*key, *values))} FROM ({rows}) GROUP BY {', '.join(key)}"


def _newest(name: str, alive: dict[int, list[str]]) -> str:
    """The column as the newest part that holds it has it, be it empty."""
    holding = [str(part) for part, columns in alive.items() if name in columns]
    if not holding:
        return f"NULL AS {name}"
    return f"arg_max_null({name}, part) FILTER (WHERE part IN ({', '.join(holding)})) AS {name}"


def _vanishing(subject: Subject) -> str:
    """SQL for the stored rows of the part's slices that the part does not hold."""
    slices = f"(SELECT DISTINCT {', '.join(subject.replaces)} FROM part) AS slices"
    return (
        f"SELECT stored.* FROM {subject.name} AS stored"
        f" SEMI JOIN {slices} ON {_equal('slices', 'stored', subject.replaces)}"
        f" ANTI JOIN part ON {_equal('part', 'stored', subject.grain)}"
    )


def _equal(left: str, right: str, names: Sequence[str]) -> str:
    return " AND ".join(f"{left}.{name} = {right}.{name}" for name in names)
