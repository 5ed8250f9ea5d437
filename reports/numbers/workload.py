"""Work: what each team did of its quotas in the week, in standard hours too, and what the page checks found.

Nobody is named: people are counts.
"""

from dataclasses import dataclass

from metrics.judgement.limits import Judgement
from metrics.judgement.quota_lines import ENOUGH, Hours, Line, hours, judged, lines, not_written_down
from reports.numbers.week import Asked

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
class Team:
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
class Checks:
    """Page checks of the week: how many, how many failed, how many of these are not put right, which fails most."""

    done: int
    failed: int
    open: int
    worst: str | None


def teams(asked: Asked) -> list[Team]:
    """Every team that owed something in the week, the furthest behind first."""
    return asked.once("teams", lambda: _teams(asked))


def _teams(asked: Asked) -> list[Team]:
    people = [line for line in lines(asked.warehouse, asked.week, ("team", "person")) if line.person]
    busy = hours(asked.warehouse, asked.week)
    found = [
        _team(line, [one for one in people if one.team == line.team], [one for one in busy if one.team == line.team])
        for line in lines(asked.warehouse, asked.week, ("team",))
        if line.team
    ]
    return sorted(found, key=lambda each: (each.attained is None, each.attained or 0, each.name))


def _team(line: Line, people: list[Line], busy: list[Hours]) -> Team:
    owing = [each for each in people if each.attain is not None]
    attended = [each for each in busy if each.attended]
    hours_there = sum(each.attended or 0 for each in attended)
    return Team(
        line.team, _settled(line.attain), judged(line),
        _settled(sum(each.standard for each in busy)) if busy else None,
        _settled(sum(each.standard for each in attended) / hours_there) if hours_there else None,
        sum(bool(each.done) and (each.attain or 0) < ENOUGH - 1e-9 for each in owing),
        sum(not each.done for each in owing),
        sum(each.doubtful for each in owing),
    )  # fmt: skip


def _settled(value: float | None) -> float | None:
    """A sum of fractions without its last digits, which depend on the order in which threads add."""
    return None if value is None else round(value, 6)


def tasks_behind(asked: Asked) -> list[Line]:
    """The tasks that were begun and lie under 80 % of what was due, the furthest behind first."""
    found = lines(asked.warehouse, asked.week, ("team", "task", "unit", "every", "duty"))
    behind = [line for line in found if line.done and (line.attain or 0) < ENOUGH - 1e-9]
    return sorted(behind, key=lambda line: (line.attain or 0, line.team, line.task))


def untouched(asked: Asked) -> int:
    """How many valid quotas nobody wrote anything down for."""
    return len(not_written_down(asked.warehouse, asked.week))


def checks(asked: Asked) -> Checks | None:
    """The page checks of the week; None where there is no file of them."""
    where = [asked.week.first, asked.week.last, asked.shop, asked.shop]
    done, failed, still = asked.warehouse.rows(_CHECKS, where)[0]
    worst = asked.warehouse.rows(_WORST, where)
    return Checks(done, failed, still, worst[0][0] if worst else None) if done else None
