"""Quotas: what was done of what should have been, in quota days, and the standard hours in it."""

from data.records.roster import with_persons
from data.sources.service import people, quotas
from metrics.catalogue.service.attendance import ATTENDED, SHIFT_MINUTES, works
from metrics.definition.facts import Facts
from metrics.definition.metric import Better, Metric, Unit, ratio, ratio_of_sums, total
from metrics.definition.rollups import Materialized
from text import Text

FILES = Text(
    f"{people.WORKLOAD.subject.title.zh}与{quotas.SUBJECT.title.zh}（排班用来折算出勤）",
    f"{people.WORKLOAD.subject.title.en} and {quotas.SUBJECT.title.en} (shifts scale them by attendance)",
)

WORK = f"""
    SELECT shop, day, coalesce(nullif(trim(team), ''), roster_team, '') AS team, person, trim(task) AS task,
      {total("quantity")} AS done
    FROM ({with_persons("(SELECT * EXCLUDE (person), person AS agent FROM workload)")}) GROUP BY ALL"""
"""What each person did on each day, by task."""

# A task without a team belongs to the one team that has a quota for it.
BOOK = """
    SELECT row_number() OVER (ORDER BY team, task, person, every, valid_from, shop) AS quota, shop, team, person,
      trim(task) AS task, coalesce(unit, '') AS unit,
      low * coalesce(accounts, 1) AS low, high * coalesce(accounts, 1) AS high, every,
      coalesce(whose, 'person') AS whose, coalesce(duty, 'main') AS duty, minutes,
      coalesce(valid_from, DATE '2000-01-01') AS valid_from,
      coalesce(valid_to, DATE '9999-12-31') AS valid_to,
      count(DISTINCT team) OVER (PARTITION BY trim(task)) = 1 AS only_team
    FROM quotas"""

DONE = f"""
    SELECT quota, work.day, book.team, work.person, work.done FROM ({WORK}) AS work JOIN ({BOOK}) AS book
      ON book.task = work.task AND (book.team = work.team OR work.team = '' AND only_team)
      AND book.person IN ('', work.person) AND book.shop IN ('', work.shop)
      AND work.day BETWEEN valid_from AND valid_to
    QUALIFY row_number() OVER (PARTITION BY work.shop, work.day, work.team, work.person, work.task, every
      ORDER BY book.person <> '' DESC, book.shop <> '' DESC, valid_from DESC, book.team, quota) = 1"""
"""Each piece of work beside the quota it counts for: that of the person before that of the team, the newest first."""

_IN_UNIT = "CASE every WHEN 'week' THEN 'week' WHEN 'month' THEN 'month' ELSE 'day' END"
_DAYS_OF_WEEK = "date_trunc('week', day)::DATE"
_DAYS_OF_MONTH = "date_trunc('month', day)::DATE"

QUOTA_DAYS_SQL = f"""
    WITH book AS MATERIALIZED ({BOOK}), done AS MATERIALIZED ({DONE}), attended AS MATERIALIZED ({ATTENDED}),
    known AS (SELECT min(day) AS first, max(day) AS last FROM workload),
    calendar AS (
      SELECT day, works, sum(works::INTEGER) OVER (PARTITION BY {_DAYS_OF_WEEK}) AS of_week,
        sum(works::INTEGER) OVER (PARTITION BY {_DAYS_OF_MONTH}) AS of_month
      FROM (
        SELECT day, {works("day")} AS works
        FROM (SELECT unnest(generate_series(date_trunc('month', first) - INTERVAL 7 DAY,
          last_day(last) + INTERVAL 7 DAY, INTERVAL 1 DAY))::DATE AS day FROM known))),
    days AS (SELECT calendar.* FROM calendar, known WHERE day BETWEEN first AND last),
    months AS (SELECT DISTINCT {_DAYS_OF_MONTH} AS month FROM days),
    busy AS (SELECT DISTINCT team, {_DAYS_OF_MONTH} AS month FROM done),
    assigned AS (
      SELECT DISTINCT quota, done.person, {_DAYS_OF_MONTH} AS month FROM done JOIN book USING (quota)
        WHERE whose = 'person'
      UNION SELECT quota, person, month FROM book, months WHERE whose = 'person' AND person <> ''
      UNION SELECT quota, '', month FROM book JOIN busy USING (team) WHERE whose <> 'person'),
    present AS (SELECT person, day FROM attended UNION SELECT person, day FROM done),
    on_file AS (SELECT DISTINCT person, {_DAYS_OF_MONTH} AS month FROM attended),
    owed AS (
      SELECT quota, assigned.person, days.day, of_week, of_month, on_file.person IS NOT NULL AS scaled,
        CASE
          WHEN every IN ('week', 'month') OR whose <> 'person' OR on_file.person IS NULL THEN works::INTEGER::DOUBLE
          WHEN every = 'hour' THEN coalesce(attended.minutes, {SHIFT_MINUTES}) / {SHIFT_MINUTES}
            * (present.person IS NOT NULL)::INTEGER
          ELSE (present.person IS NOT NULL)::INTEGER END AS due
      FROM assigned JOIN book USING (quota)
      JOIN days ON date_trunc('month', days.day)::DATE = assigned.month AND days.day BETWEEN valid_from AND valid_to
      LEFT JOIN on_file ON on_file.person = assigned.person AND on_file.month = assigned.month
      LEFT JOIN present ON present.person = assigned.person AND present.day = days.day
      LEFT JOIN attended ON attended.person = assigned.person AND attended.day = days.day),
    made AS (
      SELECT quota, CASE WHEN whose = 'person' THEN done.person ELSE '' END AS person, day, {total("done")} AS done
      FROM done JOIN book USING (quota) GROUP BY ALL)
    SELECT quota, book.shop, day, team, person, task, unit, every, whose, duty, low, high, scaled, due,
      coalesce(done, 0) AS done,
      CASE every WHEN 'hour' THEN low * {SHIFT_MINUTES} / 60 WHEN 'week' THEN low / nullif(of_week, 0)
        WHEN 'month' THEN low / nullif(of_month, 0) ELSE low END AS per_due,
      per_due * due AS target, per_due * due * high / low AS most, date_trunc({_IN_UNIT}, day)::DATE AS bucket
    FROM owed LEFT JOIN made USING (quota, person, day) JOIN (SELECT * RENAME (person AS named) FROM book) AS book
      USING (quota)
    WHERE low > 0"""

QUOTA_DAYS = Facts(
    "quota_days",
    FILES,
    QUOTA_DAYS_SQL,
    dimensions=("shop", "team", "person", "task"),
)
"""Each quota on each day that somebody owes it: `due` in quota days, `target` and `done` in the task's unit.

A day's quota is owed on days attended, one of an hour by the hours attended (eight without times); without shifts in
the month on working days. Quotas of weeks and months are owed in equal parts on the working days, attended or not.
Who did a task in a month owes it that month; a quota that names a person, or is a whole group's, is always owed.
"""

STANDARD = Facts(
    "standard_hours",
    Text(
        f"{people.WORKLOAD.subject.title.zh}、{quotas.SUBJECT.title.zh}与{people.SHIFTS.subject.title.zh}",
        f"{people.WORKLOAD.subject.title.en}, {quotas.SUBJECT.title.en} and {people.SHIFTS.subject.title.en}",
    ),
    f"""
    WITH made AS (
      SELECT team, person, day, task, quota, {total("done")} * any_value(minutes) AS standard
      FROM (SELECT quota, day, team, person, done FROM ({DONE}))
      JOIN (SELECT quota, task, minutes FROM ({BOOK}) WHERE minutes IS NOT NULL) USING (quota) GROUP BY ALL),
    once AS (SELECT team, person, day, task, max(standard) AS standard FROM made GROUP BY ALL),
    of_day AS (SELECT person, day, {total("standard")} AS standard FROM once GROUP BY ALL),
    counted AS (SELECT person, date_trunc('month', day)::DATE AS month, mode(team ORDER BY team) AS team
      FROM once GROUP BY ALL)
    SELECT '' AS shop, day, team, person, coalesce(standard, 0) AS standard, minutes AS attended
    FROM (SELECT *, date_trunc('month', day)::DATE AS month FROM ({ATTENDED})) JOIN counted USING (person, month)
      LEFT JOIN of_day USING (person, day)""",
    dimensions=("shop", "team", "person"),
)
"""The days attended by those whose work has standard minutes, and the standard minutes of what they did."""

QUOTA_ATTAIN = Metric(
    "quota_attain",
    Text("定额完成率", "Quota attainment"),
    Text(
        "做到的占应做的多少：日定额按出勤天数，小时定额按出勤小时，周、月定额按过去的工作日；区间按下限；"
        "几项一起看时按应做天数加权。没有排班的人按工作日算",
        "How much was done of what was due: quotas of a day by days attended, of an hour by the hours, of weeks and"
        " months by the working days gone; a range counts from its lower end; several tasks weigh by their days due."
        " Who is on no shift sheet is held to working days",
    ),
    Text("完成量 ÷（定额 × 出勤天数）", "done ÷ (quota × days attended)"),
    QUOTA_DAYS,
    ratio("sum(done / per_due)", "sum(due)"),
    Unit.PERCENT,
)
STD_HOUR_UTIL = Metric(
    "std_hour_util",
    Text("标准工时利用率", "Standard-hour utilisation"),
    Text(
        "完成的各项折成标准分钟，占出勤分钟的比例；不同工种因此可比。没有标准分钟的事项不计；没有排班不评",
        "What was done in standard minutes as a share of the minutes attended, so that trades compare; tasks without"
        " standard minutes do not count; without shifts there is no figure",
    ),
    Text("Σ(数量 × 标准分钟) ÷ 出勤分钟", "Σ(quantity × standard minutes) ÷ minutes attended"),
    STANDARD,
    ratio_of_sums("standard", "attended"),
    Unit.PERCENT,
    better=Better.NEITHER,
)

METRICS = (QUOTA_ATTAIN, STD_HOUR_UTIL)

ROLLUPS = (Materialized("daily_quotas", QUOTA_DAYS.sql),)
