"""What a cell may hold, every kind in one list."""

from data.formats.kinds.durations import DURATION, MINUTES
from data.formats.kinds.kind import Kind
from data.formats.kinds.numbers import COUNT, MONEY, NUMBER, PLANNED, SCORE, SHOWN, WAN
from data.formats.kinds.rates import POINTS, RATE, RATIO, SHARE
from data.formats.kinds.spans import CLOCK, HOURS, MONTH, PERIOD, QUARTER, SPAN, YEAR
from data.formats.kinds.times import DAY, MONTH_FIRST, STAMP, TIME
from data.formats.kinds.words import ACCOUNT, BUYER, ID, TEXT, WORKED

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
    ACCOUNT,
    ID,
    BUYER,
    WORKED,
)
