"""People on duty: minutes of service in which somebody was online, and who came late or left early."""

from dataclasses import dataclass
from datetime import date

from data.formats.quoting import quoted
from data.records.roster import with_persons
from data.records.settings import SHIFT_TIMES, set_in_sql
from data.sources.service import people
from data.store.warehouse import Warehouse
from metrics.catalogue.service.hours import OPENING, minutes_of
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit, ratio
from text import Text

SHIFTS = people.SHIFTS.subject.title
_FROM = "(hour(online_from) * 60 + minute(online_from))"
_UNTIL = "(hour(online_until) * 60 + minute(online_until))"
# 24:00 is kept as 00:00, and a night shift ends on the next day.
_SPELLS = f"""
    SELECT *, epoch(day)::BIGINT // 60 + {_FROM} AS starts,
      epoch(day)::BIGINT // 60 + {_UNTIL} + CASE WHEN {_UNTIL} <= {_FROM} THEN 1440 ELSE 0 END AS ends
    FROM ({with_persons("shifts")})"""

# Who is on a department's sheet serves every shop.
_STAFFED = f"""
    WITH spells AS ({_SPELLS} WHERE online_from IS NOT NULL AND online_until IS NOT NULL),
    shops AS (SELECT DISTINCT shop FROM (SELECT shop FROM shifts UNION SELECT shop FROM service) WHERE shop <> ''),
    staffed AS (
      SELECT shops.shop, day, starts, ends FROM spells JOIN shops ON spells.shop = shops.shop OR spells.shop = ''
      UNION ALL SELECT shop, day, starts, ends FROM spells WHERE (SELECT count(*) FROM shops) = 0),
    open AS (
      SELECT DISTINCT shop, day, epoch(day)::BIGINT // 60 + opens AS opens,
        epoch(day)::BIGINT // 60 + closes + CASE WHEN closes <= opens THEN 1440 ELSE 0 END AS closes
      FROM staffed, {OPENING}),
    parts AS (
      SELECT open.*, greatest(starts, opens) AS starts, least(ends, closes) AS ends FROM open LEFT JOIN staffed
      ON staffed.shop = open.shop AND staffed.day BETWEEN open.day - 1 AND open.day + 1
        AND starts < closes AND ends > opens),
    seen AS (
      SELECT *, coalesce(max(ends) OVER (PARTITION BY shop, day ORDER BY starts, ends
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), opens) AS reached FROM parts)"""

SEATS = Facts(
    "seats",
    SHIFTS,
    f"""{_STAFFED}
    SELECT shop, day, any_value(closes - opens) AS minutes,
      coalesce(sum(greatest(ends - greatest(starts, reached), 0)), 0) AS covered
    FROM seen GROUP BY shop, day""",
)

SEAT_COVERAGE = Metric(
    "seat_coverage",
    Text("在岗覆盖率", "Seat coverage"),
    Text(
        "服务时段（设置项，默认 8:00-24:00）里至少一人在线的分钟占比；几人同时在线只算一次，没写下线时间的不算",
        "Minutes with somebody online within service hours, a setting (8:00-24:00 unless changed); two at once count"
        " once, one whose end is not written counts as absent",
    ),
    Text("有人在线的分钟 ÷ 服务时段分钟", "minutes with somebody online ÷ minutes of service"),
    SEATS,
    ratio("sum(covered)", "sum(minutes)"),
    Unit.PERCENT,
)

_PLANNED = r"(?:[01]?\d|2[0-4])[:：][0-5]\d\s*[-~～—–至到]+\s*(?:[01]?\d|2[0-4])[:：][0-5]\d"
_ENDS = r"(\d+)[:：](\d+)\D+(\d+)[:：](\d+)"
_SET = (
    f"regexp_extract({set_in_sql(SHIFT_TIMES)},"
    rf" '(?:^|[；;，,、\s])' || regexp_escape(shift) || '\s*[:：]?\s*({_PLANNED})', 1)"
)
# A shift's times stand in its own name (早班 8:00-16:00) or among the settings.
_SHIFTS = f"""
    SELECT shop, day, person AS agent, min(roster_team) AS team, shift,
      min(starts) - epoch(day)::BIGINT // 60 AS came, max(ends) - epoch(day)::BIGINT // 60 AS went,
      coalesce(nullif(regexp_extract(shift, {quoted(_PLANNED)}), ''), nullif({_SET}, '')) AS planned
    FROM ({_SPELLS}) GROUP BY shop, day, person, shift"""
_BEGINS, _FINISHES = minutes_of("planned", _ENDS, 1), minutes_of("planned", _ENDS, 3)

ATTENDANCE = Facts(
    "attendance_marks",
    SHIFTS,
    f"""
    SELECT shop, day, agent, team, (came > {_BEGINS})::INT AS late,
      (went < {_FINISHES} + CASE WHEN {_FINISHES} <= {_BEGINS} THEN 1440 ELSE 0 END)::INT AS early
    FROM ({_SHIFTS})""",
    dimensions=("shop", "agent", "team"),
)

LATE_EARLY = Metric(
    "late_early_count",
    Text("迟到早退次数", "Late or early"),
    Text(
        "上线晚于班次开始，或离线早于班次结束，各算一次；班次时间写在班次里，或在设置里填",
        "Online after the shift began or off before its end, once each; shifts' times are in their names or settings",
    ),
    Text("迟到次数 + 早退次数", "times late + times early"),
    ATTENDANCE,
    "(sum(CASE WHEN late + early IS NOT NULL THEN late + early ELSE coalesce(late, early) END))::BIGINT",
    Unit.TIMES,
    better=Better.LOWER,
    adds_up=True,
)

METRICS = (SEAT_COVERAGE, LATE_EARLY)


@dataclass(frozen=True, slots=True)
class UnmannedSpan:
    """A time within service hours at which nobody of a shop was online: minutes since the day's midnight."""

    shop: str
    day: date
    begins: int
    ends: int

    @property
    def span(self) -> str:
        """It as it is read: 08:00–08:30; 24:00 is the day's end, 01:00 the next day's."""
        read = (minute if minute <= 1440 else minute - 1440 for minute in (self.begins, self.ends))
        return "–".join(f"{minute // 60:02d}:{minute % 60:02d}" for minute in read)


def gaps(warehouse: Warehouse, first: date, last: date, shop: str | None = None) -> list[UnmannedSpan]:
    """Every time of these days at which nobody was online, in order; days without a sheet have none."""
    found = warehouse.rows(
        f"""{_STAFFED},
        holes AS (
          SELECT shop, day, reached AS begins, coalesce(starts, closes) AS ends FROM seen
          UNION ALL SELECT shop, day, greatest(max(coalesce(ends, opens)), max(reached)), any_value(closes)
          FROM seen GROUP BY shop, day)
        SELECT DISTINCT shop, day, begins - epoch(day)::BIGINT // 60 AS begins, ends - epoch(day)::BIGINT // 60 AS ends
        FROM holes WHERE ends > begins AND day BETWEEN ? AND ? AND coalesce(?, shop) = shop ORDER BY ALL""",
        [first, last, shop],
    )
    return [UnmannedSpan(*row) for row in found]
