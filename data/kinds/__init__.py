"""What a cell may hold, every kind in one list."""

from data.kind import Kind
from data.kinds.durations import DURATION, MINUTES
from data.kinds.numbers import COUNT, MONEY, NUMBER, PLANNED, SCORE, SHOWN, WAN
from data.kinds.rates import POINTS, RATE, RATIO, SHARE
from data.kinds.spans import CLOCK, HOURS, MONTH, MONTH_FIRST, PERIOD, QUARTER, SPAN, YEAR
from data.kinds.times import DAY, STAMP, TIME
from data.kinds.words import BUYER, ID, TEXT

KINDS: tuple[Kind, ...] = (
    MONEY,
    WAN,
    PLANNED,
    COUNT,
    NUMBER,
    SCORE,
    SHOWN,
    RATE,
    POINTS,
    SHARE,
    RATIO,
    DURATION,
    MINUTES,
    TIME,
    STAMP,
    DAY,
    PERIOD,
    YEAR,
    QUARTER,
    MONTH,
    MONTH_FIRST,
    HOURS,
    CLOCK,
    SPAN,
    TEXT,
    ID,
    BUYER,
)
