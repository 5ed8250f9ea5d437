"""How a part's rows meet what is stored: counted, applied, and undone, all in SQL within the caller's transaction.

`part` is a table of the given rows: the subject's grain and those of its columns that the file held.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.formats.subject import Subject
from data.store.living import StoredPart, equal, key_of, living, living_parts, names_of, touched
from data.store.rollups import touch
from data.store.warehouse import Cursor


@dataclass(frozen=True, slots=True)
class DayChange:
    """What a day's amount was and would be, in yuan; None where the day had or will have no row."""

    day: date
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class MergeCounts:
    """How many rows are new, changed, the same or left as they are, and stored but gone from what is replaced."""

    new: int
    changed: int
    same: int
    vanish: int

    @property
    def nothing(self) -> bool:
        """Whether storing the part would change nothing."""
        return not (self.new or self.changed or self.vanish)


UNCHANGED = MergeCounts(0, 0, 0, 0)


def difference(run: Cursor, subject: Subject, columns: Sequence[str]) -> MergeCounts:
    """What storing `part` in the usual mode would do to the subject's rows."""
    if not run.execute(f"SELECT 1 FROM {subject.name} LIMIT 1").fetchall():
        ((new,),) = run.execute("SELECT count(*) FROM part").fetchall()
        return MergeCounts(new, 0, 0, 0)
    differs = _differs(run, subject, columns)
    match = equal("part", "stored", subject.grain)
    new, changed, same = run.execute(
        "SELECT count(*) FILTER (WHERE stored.shop IS NULL),"
        f" count(*) FILTER (WHERE stored.shop IS NOT NULL AND ({differs})),"
        f" count(*) FILTER (WHERE stored.shop IS NOT NULL AND NOT ({differs}))"
        f" FROM part LEFT JOIN {subject.name} AS stored ON {match}"
    ).fetchall()[0]
    vanish = len(run.execute(_vanishing(subject)).fetchall()) if subject.replaces else 0
    return MergeCounts(new, changed, same, vanish)


def day_changes(run: Cursor, subject: Subject, columns: Sequence[str]) -> tuple[DayChange, ...]:
    """The days whose amount storing `part` in the usual mode would change, from the first on."""
    held = f"SELECT * FROM {subject.name} AS stored SEMI JOIN part ON {equal('part', 'stored', subject.grain)}"
    gone = f" UNION ALL BY NAME {_vanishing(subject)}" if subject.replaces else ""
    return _moved(run, subject, f"{held}{gone}", _merged(run, subject, columns))


def apply(run: Cursor, subject: Subject, columns: Sequence[str], differs: MergeCounts) -> None:
    """Bring the subject's table up to date with `part`, which differs from it as `difference()` found."""
    if not (differs.changed or differs.same or differs.vanish):
        run.execute(f"INSERT INTO {subject.name} BY NAME SELECT * FROM part")
        touch(run, subject, f"FROM part UNION ALL BY NAME (FROM {subject.name} LIMIT 0)")
        return
    moved = f"stored.shop IS NULL OR {_differs(run, subject, columns)}"
    run.execute(f"CREATE OR REPLACE TEMP TABLE merged_rows AS {_merged(run, subject, columns)} WHERE {moved}")
    gone = f" UNION ALL SELECT {', '.join(subject.grain)} FROM ({_vanishing(subject)})" if subject.replaces else ""
    old = f"(SELECT {', '.join(subject.grain)} FROM merged_rows{gone}) AS old"
    match = equal("old", "stored", subject.grain)
    touch(run, subject, f"SELECT stored.* FROM {subject.name} AS stored SEMI JOIN {old} ON {match}")
    touch(run, subject, "FROM merged_rows")
    run.execute(f"DELETE FROM {subject.name} AS stored USING {old} WHERE {match}")
    run.execute(f"INSERT INTO {subject.name} BY NAME SELECT * FROM merged_rows")


def remember(run: Cursor, subject: Subject, number: int) -> None:
    """Add `part` to the subject's history under the part's number."""
    run.execute(f"INSERT INTO {subject.name}_history BY NAME SELECT {number} AS part, * FROM part")


def replay(run: Cursor, subject: Subject, part: StoredPart) -> tuple[MergeCounts, tuple[DayChange, ...]]:
    """Store `part`, which the history holds already, in a mode that is not the usual one; what it did."""
    _play(run, subject, [part], [*living_parts(run, subject), part])
    days = _moved(run, subject, "FROM stood", "FROM living")
    _swap(run, subject)
    grain = subject.grain
    vanish, new, alike, rows, given = run.execute(
        f"SELECT (SELECT count(*) FROM stood ANTI JOIN living ON {equal('stood', 'living', grain)}),"
        f" (SELECT count(*) FROM living ANTI JOIN stood ON {equal('stood', 'living', grain)}),"
        " (SELECT count(*) FROM (SELECT * FROM stood INTERSECT SELECT * FROM living)),"
        " (SELECT count(*) FROM living), (SELECT count(*) FROM part)"
    ).fetchall()[0]
    changed = rows - new - alike
    return MergeCounts(new, changed, given - new - changed, vanish), days


@dataclass(frozen=True, slots=True)
class WithdrawalEffect:
    """What a withdrawal does to a subject's rows: come back as they were, go, or stay as a later batch holds them."""

    subject: Subject
    back: int
    gone: int
    stay: int


def recompute(run: Cursor, subject: Subject, withdrawn: Sequence[StoredPart]) -> WithdrawalEffect:
    """Bring every row that the withdrawn parts touched back to what the parts still living say."""
    _play(run, subject, withdrawn, living_parts(run, subject))
    _swap(run, subject)
    gone = f"SELECT count(*) FROM stood ANTI JOIN living ON {equal('stood', 'living', subject.grain)}"
    stay = "SELECT count(*) FROM (SELECT * FROM stood INTERSECT SELECT * FROM living)"
    ((gone_rows, stay_rows, rows),) = run.execute(
        f"SELECT ({gone}), ({stay}), (SELECT count(*) FROM living)"
    ).fetchall()
    return WithdrawalEffect(subject, back=rows - stay_rows, gone=gone_rows, stay=stay_rows)


def _play(run: Cursor, subject: Subject, moved: Sequence[StoredPart], alive: Sequence[StoredPart]) -> None:
    """The rows that the moved parts touch, as they are (`stood`) and as the parts alive say (`living`)."""
    run.execute(f"CREATE OR REPLACE TEMP TABLE touched AS {touched(subject, moved)}")
    within = equal("touched", "stored", key_of(subject))
    run.execute(
        "CREATE OR REPLACE TEMP TABLE stood AS"
        f" SELECT stored.* FROM {subject.name} AS stored SEMI JOIN touched ON {within}"
    )
    rows = living(subject, names_of(run, subject), alive, within="touched")
    run.execute(
        f"CREATE OR REPLACE TEMP TABLE living AS SELECT * FROM (FROM {subject.name} LIMIT 0) UNION ALL BY NAME {rows}"
    )


def _swap(run: Cursor, subject: Subject) -> None:
    within = equal("touched", "stored", key_of(subject))
    touch(run, subject, "FROM stood")
    touch(run, subject, "FROM living")
    run.execute(f"DELETE FROM {subject.name} AS stored USING touched WHERE {within}")
    run.execute(f"INSERT INTO {subject.name} BY NAME SELECT * FROM living")


def _moved(run: Cursor, subject: Subject, before: str, after: str) -> tuple[DayChange, ...]:
    """The days whose amount changes when the rows of one query give way to those of another."""
    if not subject.money:
        return ()
    day = f"({subject.day})::DATE"
    rows = run.execute(
        f"WITH after AS ({after}), before AS ({before}),"
        f" moves AS (SELECT {day} AS day, {subject.money} AS amount, 1 AS rows FROM after"
        f" UNION ALL SELECT {day}, -({subject.money}), -1 FROM before),"
        " moved AS (SELECT day, sum(amount) AS amount, sum(rows) AS rows"
        " FROM moves WHERE day IS NOT NULL GROUP BY day),"
        f" totals AS (SELECT {day} AS day, sum({subject.money}) AS amount, count(*) AS rows"
        f" FROM {subject.name} GROUP BY 1)"
        " SELECT day, totals.amount, CASE WHEN coalesce(totals.rows, 0) + moved.rows > 0"
        " THEN coalesce(totals.amount, 0) + coalesce(moved.amount, 0) END"
        " FROM moved LEFT JOIN totals USING (day) ORDER BY day"
    ).fetchall()
    return tuple(DayChange(day, before, after) for day, before, after in rows if before != after)


def _merged(run: Cursor, subject: Subject, columns: Sequence[str]) -> str:
    """SQL for the rows as they stand after storing: columns that the part lacks keep what is stored, but in a slice."""
    otherwise = "NULL AS {}" if subject.replaces else "stored.{}"
    given = {*columns, *subject.grain}
    names = names_of(run, subject)
    values = ", ".join(f"part.{name}" if name in given else otherwise.format(name) for name in names)
    return f"SELECT {values} FROM part LEFT JOIN {subject.name} AS stored ON {equal('part', 'stored', subject.grain)}"


def _differs(run: Cursor, subject: Subject, columns: Sequence[str]) -> str:
    """The condition that a stored row is not what it would be after storing."""
    facts = [name for name in columns if name not in subject.grain]
    found = [f"part.{name} IS DISTINCT FROM stored.{name}" for name in facts]
    if subject.replaces:
        lacking = [name for name in names_of(run, subject) if name not in {*columns, *subject.grain}]
        found += [f"stored.{name} IS NOT NULL" for name in lacking]
    return f"({' OR '.join(found) or 'false'})"


def _vanishing(subject: Subject) -> str:
    """SQL for the stored rows of the part's slices that the part does not hold."""
    slices = f"(SELECT DISTINCT {', '.join(subject.replaces)} FROM part) AS slices"
    return (
        f"SELECT stored.* FROM {subject.name} AS stored"
        f" SEMI JOIN {slices} ON {equal('slices', 'stored', subject.replaces)}"
        f" ANTI JOIN part ON {equal('part', 'stored', subject.grain)}"
    )
