"""Work: what each team did of its quotas in the week, in standard hours too, and what the page checks found.

Nobody is named: people are counts.
"""

from dataclasses import dataclass

from metrics.judgement.limits import Judgement
from metrics.judgement.quota_lines import ENOUGH, Hours, QuotaLine, hours, judged, lines, not_written_down
from reports.numbers.query import WeekQuery, once
from reports.numbers.week import Week

_PASSED = "regexp_matches(trim(result), '^(合格|通过|正常|无误|没问题|达标|是|√|✓|✔|ok|OK|pass)')"
_CHECKS = f"""
    SELECT count(*), count(*) FILTER (WHERE NOT {_PASSED}),
      count(*) FILTER (WHERE NOT {_PASSED} AND fixed_at IS NULL)
    FROM page_checks WHERE day BETWEEN ? AND ? AND (? IS NULL OR shop IN (?, ''))"""
_WORST = f"""
    SELECT check_item, count(*) FROM page_checks
    WHERE day BETWEEN ? AND ? AND (? IS NULL OR shop IN (?, '')) AND NOT {_PASSED}
    GROUP BY check_item ORDER BY count(*) DESC, check_item LIMIT 1"""


@dataclass(frozen=True, slots=True)
class TeamWeek:
    """A team's week: attainment and use of hours as fractions, standard hours, and people as counts.

    `use` is known of those whose shifts are on file. `doubtful` people wrote down more than anybody believes.
    """

    name: str
    attained: float | None
    judgement: Judgement
    standard: float | None
    use: float | None
    under: int
    unfilled: int
    doubtful: int


@dataclass(frozen=True, slots=True)
class PageChecks:
    """Page checks of the week: how many, how many failed, how many of these are not put right, which fails most."""

    done: int
    failed: int
    open: int
    worst: str | None


@once
def teams(query: WeekQuery) -> list[TeamWeek]:
    """Every team that owed something in the week, the furthest behind first."""
    people = [line for line in lines(query.warehouse, query.week.period, ("team", "person")) if line.person]
    busy = hours(query.warehouse, query.week.period)
    found = [
        _team(line, [one for one in people if one.team == line.team], [one for one in busy if one.team == line.team])
        for line in lines(query.warehouse, query.week.period, ("team",))
        if line.team
    ]
    return sorted(found, key=lambda each: (each.attained is None, each.attained or 0, each.name))


def _team(line: QuotaLine, people: list[QuotaLine], busy: list[Hours]) -> TeamWeek:
    owing = [each for each in people if each.attain is not None]
    return TeamWeek(
        line.team, _settled(line.attain), judged(line),
        _settled(sum(each.standard for each in busy)) if busy else None,
        _use(busy),
        sum(_is_short(each) for each in owing),
        sum(not each.done for each in owing),
        sum(each.doubtful for each in owing),
    )  # fmt: skip


def _use(busy: list[Hours]) -> float | None:
    """Standard hours of those whose attendance is on file, as a fraction of it."""
    attended = [each for each in busy if each.attended]
    hours_there = sum(each.attended or 0 for each in attended)
    return _settled(sum(each.standard for each in attended) / hours_there) if hours_there else None


def _is_short(line: QuotaLine) -> bool:
    """Whether something was done, and less than enough."""
    return bool(line.done) and (line.attain or 0) < ENOUGH - 1e-9


def _settled(value: float | None) -> float | None:
    """A sum of fractions without its last digits, which depend on the order in which threads add."""
    return None if value is None else round(value, 6)


SPLIT = ("team", "task", "unit", "every", "duty")


@once
def tasks(query: WeekQuery) -> list[QuotaLine]:
    """What was due and done in the week of each task of each team."""
    return lines(query.warehouse, query.week.period, SPLIT)


def _short(query: WeekQuery) -> list[QuotaLine]:
    """The tasks that were begun and lie under 80 % of what was due, the furthest behind first."""
    short = [line for line in tasks(query) if _is_short(line)]
    return sorted(short, key=lambda line: (line.attain or 0, line.team, line.task))


def _untouched(query: WeekQuery) -> int:
    """How many valid quotas nobody wrote anything down for."""
    return len(not_written_down(query.warehouse, query.week.period))


def _checks(query: WeekQuery) -> PageChecks | None:
    """The page checks of the week; None where there is no file of them."""
    where = [query.week.first, query.week.last, query.week.shop, query.week.shop]
    done, failed, still = query.warehouse.rows(_CHECKS, where)[0]
    worst = query.warehouse.rows(_WORST, where)
    return PageChecks(done, failed, still, worst[0][0] if worst else None) if done else None


@dataclass(frozen=True, slots=True)
class WorkloadNumbers:
    """The teams, each task of theirs, tasks begun and not done to 80 %, quotas without an entry, page checks."""

    week: Week
    teams: tuple[TeamWeek, ...]
    tasks: tuple[QuotaLine, ...]
    short: tuple[QuotaLine, ...]
    untouched: int
    checks: PageChecks | None


@once
def workload(query: WeekQuery) -> WorkloadNumbers:
    """Workload and quality of the week."""
    return WorkloadNumbers(
        query.week, tuple(teams(query)), tuple(tasks(query)), tuple(_short(query)), _untouched(query), _checks(query)
    )
