"""客服: how many buyers were received, how fast, in which hours too few were there, and who needs help."""

from data.records.settings import SERVICE_HOURS, SHIFT_TIMES
from metrics.catalogue import TEAMS
from metrics.catalogue.service.chats import FIRST_P90, WITHIN_3MIN
from metrics.catalogue.service.people import SEAT_COVERAGE
from metrics.catalogue.service.service import (
    AVG_RESPONSE,
    CS_SALES,
    FIRST_RESPONSE,
    INQUIRY_PAY_D1_RATE,
    INQUIRY_PAY_RATE,
    RECEPTIONS,
    REPLY_RATE,
)
from text import Text
from ui.choices import preferences
from ui.panels import ranking
from ui.session.language import say
from ui.teams import busy, duty, next_steps, responses, team_page

METRICS = (WITHIN_3MIN, FIRST_RESPONSE, INQUIRY_PAY_RATE, SEAT_COVERAGE, CS_SALES)
INQUIRIES = Text("询单转化：次日和最终", "Inquiries that paid: next day and final")

during, shown = team_page.opening(say("客服", "Service"), *METRICS, because=busy.because)
left, right = team_page.side_by_side()
with left:
    busy.show(during)
with right:
    team_page.by("agent", during, RECEPTIONS, FIRST_RESPONSE, AVG_RESPONSE, REPLY_RATE)
next_steps.show(TEAMS["service"] + TEAMS["people"], shown, during, ("客服",))
left, right = team_page.side_by_side()
with left:
    responses.show(during)
with right:
    ranking.show("agent", during, INQUIRIES, INQUIRY_PAY_RATE, (INQUIRY_PAY_D1_RATE,))
team_page.over_time_in_pairs(during, AVG_RESPONSE, RECEPTIONS)
left, right = team_page.side_by_side()
with left:
    team_page.compare("agent", CS_SALES, during)
with right:
    duty.show(during)
preferences.show(SERVICE_HOURS, SHIFT_TIMES)
team_page.stamp(during, *METRICS, FIRST_P90)
