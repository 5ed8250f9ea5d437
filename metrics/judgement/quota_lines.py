"""Attainment line by line: person, team or task, with its judgement, its sample and what makes it doubtful."""

from dataclasses import dataclass
from typing import Any

from data.store.warehouse import Warehouse
from metrics.calendar.period import Period
from metrics.catalogue.service.quotas import BOOK, DONE, QUOTA_DAYS_SQL, STANDARD, WORK
from metrics.definition.metric import Unit, total
from metrics.judgement.limits import Judgement, Level
from metrics.judgement.samples import rank_by
from metrics.query.batching import alone
from metrics.query.requests import QueryPlan, Rows
from metrics.wording.figure import spelled
from metrics.wording.rounding import grouped
from text import Text

GOOD, ENOUGH, TOO_GOOD = 1.0, 0.8, 1.5
"""Done as agreed, nearly so, and more than anybody believes."""

IDLE, OVERLOADED = 0.6, 1.1
FEW = 10
"""Quota periods (days, weeks or months owed) under which a line is marked as a small sample."""

CHECK = Text("超过 150%，检查录入", "Over 150%: check the entry")
ATTAINED = Text("完成 {share}", "{share} done")
IN_FULL = Text("做满", "Done in full")
SHORT = Text("还差 {rest}{unit}", "{rest} {unit} short")
ABOVE = Text("超过上限", "Above the upper quota")
NOTHING_DUE = Text("期间没有应做的天数", "No day due in the period")
IDLE_TEXT = Text("低于 60%：活不够或没登记", "Under 60%: too little work, or not written down")
OVERLOADED_TEXT = Text("高于 110%：排得太满，或标准分钟偏大", "Over 110%: too much work, or standard minutes too long")
WITHIN = Text("60% 至 110% 之间", "between 60% and 110%")
NO_SHIFTS = Text("没有排班，未评", "No shifts: not judged")
SPLITS = ("team", "person", "task", "unit", "every", "whose", "duty")
FIGURES = ("done", "target", "most", "due", "attain", "met", "tries", "scaled")


@dataclass(frozen=True, slots=True)
class QuotaLine:
    """What a person, a team or both did of a task, or of all of them; amounts in the task's unit where it is one.

    `met` of `tries` quota periods (a day, a week or a month, as the quota is) were done in full. `scaled` says that
    attendance was on file for all of it. `most` is what the upper quota would be, None without one.
    """

    team: str
    person: str
    task: str
    unit: str
    every: str
    whose: str
    duty: str
    done: float
    target: float
    most: float | None
    due: float
    attain: float | None
    met: int
    tries: int
    scaled: bool

    @property
    def small(self) -> bool:
        """Whether it was owed too few times to say much."""
        return self.tries < FEW

    @property
    def doubtful(self) -> bool:
        """Whether more was written down than anybody believes, beyond the upper quota where there is one."""
        beyond = self.most or self.target
        return bool(beyond and (self.done / beyond if self.task else self.attain or 0) > TOO_GOOD)

    @property
    def rank(self) -> float:
        """What it is ranked by, a share, the best first: the cautious end of done of due; doubts go last."""
        return rank_by(None if self.doubtful else self.attain, self.tries)


def lines(warehouse: Warehouse, during: Period, by: tuple[str, ...] = SPLITS) -> list[QuotaLine]:
    """Attainment in a period split by columns among SPLITS, the best first by `rank`."""
    return alone(warehouse, attained(during, by))


def attained(during: Period, by: tuple[str, ...]) -> QueryPlan[list[QuotaLine]]:
    """`lines()` to be asked together with others."""
    (rows,) = yield [_rows(during, by)]
    found = [_line(dict(zip((*by, *FIGURES), row, strict=True))) for row in rows]
    return sorted(found, key=lambda line: (-line.rank, line.team, line.person, line.task))


def _rows(during: Period, by: tuple[str, ...]) -> Rows:
    listed = ", ".join(by)
    return Rows(
        f"""
        WITH days AS MATERIALIZED (SELECT * FROM ({QUOTA_DAYS_SQL}) WHERE day BETWEEN ? AND ?),
        buckets AS (
          SELECT {listed}, {total("done")} >= {total("target")} - 1e-9 AS met
          FROM days GROUP BY {listed}, quota, days.person, bucket HAVING sum(due) > 0),
        tried AS (SELECT {listed}, count(*) FILTER (WHERE met) AS met, count(*) AS tries FROM buckets GROUP BY ALL),
        told AS (
          SELECT {listed}, {total("done")} AS done, {total("target")} AS target, {total("most")} AS most,
            {total("due")} AS due, {total("done / per_due")} / nullif({total("due")}, 0) AS attain,
            bool_and(scaled OR every IN ('week', 'month')
              OR whose <> 'person') AS scaled
          FROM days GROUP BY ALL)
        SELECT {listed}, done, target, most, due, attain, coalesce(met, 0) AS met, coalesce(tries, 0) AS tries, scaled
        FROM told LEFT JOIN tried USING ({listed})""",
        [during.first, during.last],
    )


def _line(row: dict[str, Any]) -> QuotaLine:
    whose: dict[str, Any] = {name: row.get(name) or "" for name in SPLITS}
    return QuotaLine(**whose, **{name: row[name] for name in FIGURES})


def judged(line: QuotaLine) -> Judgement:
    """A line's level and why; more than anybody believes is to be checked, whatever it says."""
    if line.attain is None:
        return Judgement(Level.UNJUDGED, NOTHING_DUE)
    if line.doubtful:
        return Judgement(Level.WATCH, CHECK)
    if line.task and line.most and line.done > line.most:
        return Judgement(Level.GOOD, ABOVE)
    level = Level.GOOD if line.attain >= GOOD - 1e-9 else Level.WATCH if line.attain >= ENOUGH - 1e-9 else Level.BAD
    return Judgement(level, _reason(line, line.attain))


def _reason(line: QuotaLine, attain: float) -> Text:
    if not line.task:
        return ATTAINED.filled(share=spelled(attain, Unit.PERCENT, "zh"))
    rest = grouped(line.target - line.done, 2).rstrip("0").rstrip(".")
    return IN_FULL if attain >= GOOD - 1e-9 else SHORT.filled(rest=rest, unit=line.unit)


@dataclass(frozen=True, slots=True)
class Hours:
    """A person's standard hours beside the hours attended; no share without shifts."""

    team: str
    person: str
    standard: float
    attended: float | None

    @property
    def share(self) -> float | None:
        """Standard-hour utilisation."""
        return self.standard / self.attended if self.attended else None

    @property
    def judgement(self) -> Judgement:
        """Too little, too much, or neither."""
        if self.share is None:
            return Judgement(Level.UNJUDGED, NO_SHIFTS)
        if self.share < IDLE:
            return Judgement(Level.WATCH, IDLE_TEXT)
        return Judgement(Level.WATCH, OVERLOADED_TEXT) if self.share > OVERLOADED else Judgement(Level.GOOD, WITHIN)


def hours(warehouse: Warehouse, during: Period) -> list[Hours]:
    """Standard hours by person, in hours; those without shifts in the period stand without a share."""
    rows = warehouse.rows(
        f"""
        WITH on_file AS (
          SELECT team, person, {total("standard")} / 60 AS standard, sum(attended) / 60 AS attended
          FROM ({STANDARD.sql}) WHERE day BETWEEN ? AND ? GROUP BY ALL),
        others AS (
          SELECT mode(team ORDER BY team) AS team, done.person AS person,
            {total("done * minutes")} / 60 AS standard, NULL AS attended
          FROM ({DONE}) AS done JOIN (SELECT quota, minutes FROM ({BOOK}) WHERE minutes IS NOT NULL) USING (quota)
          WHERE day BETWEEN ? AND ? GROUP BY ALL)
        FROM on_file UNION ALL FROM others ANTI JOIN on_file USING (person) ORDER BY team, person""",
        [during.first, during.last, during.first, during.last],
    )
    return [Hours(team, person, float(standard or 0), attended) for team, person, standard, attended in rows]


def without_quota(warehouse: Warehouse, during: Period) -> list[tuple[str, str, float]]:
    """Team, task and quantity, in the task's unit, of what was done and stands in no quota."""
    return warehouse.rows(
        f"SELECT work.team, work.task, {total('work.done')} FROM ({WORK}) AS work WHERE work.day BETWEEN ? AND ?"
        f" AND NOT EXISTS (FROM ({BOOK}) AS book WHERE book.task = work.task"
        " AND (book.team = work.team OR work.team = '' AND only_team)) GROUP BY ALL ORDER BY ALL",
        [during.first, during.last],
    )


def not_written_down(warehouse: Warehouse, during: Period) -> list[tuple[str, str]]:
    """Team and task of the quotas valid in a period of which nobody wrote anything down."""
    return warehouse.rows(
        f"SELECT DISTINCT team, task FROM ({BOOK}) AS book WHERE low > 0 AND valid_from <= ? AND valid_to >= ?"
        f" AND NOT EXISTS (FROM ({DONE}) AS done WHERE done.quota = book.quota AND day BETWEEN ? AND ?) ORDER BY ALL",
        [during.last, during.first, during.first, during.last],
    )
