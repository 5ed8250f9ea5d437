"""客服: how many buyers were received, how fast, and how many of them paid."""

from data.settings import SERVICE_HOURS, SHIFT_TIMES
from metrics.chats import FIRST_P90
from metrics.service import (
    AVG_RESPONSE,
    CS_SALES,
    FIRST_RESPONSE,
    INQUIRY_PAY_D1_RATE,
    INQUIRY_PAY_RATE,
    RECEPTIONS,
    REPLY_RATE,
)
from text import Text
from ui import duty, panels, preferences, ranking, responses
from ui.language import say

METRICS = (REPLY_RATE, FIRST_RESPONSE, AVG_RESPONSE, INQUIRY_PAY_RATE, CS_SALES)
INQUIRIES = Text("询单转化：次日和最终", "Inquiries that paid: next day and final")

during = panels.opening(say("客服", "Customer service"), *METRICS)
left, right = panels.side_by_side()
with left:
    panels.over_time(AVG_RESPONSE, during)
    responses.show(during)
    panels.over_time(RECEPTIONS, during)
with right:
    panels.by("agent", during, RECEPTIONS, FIRST_RESPONSE, AVG_RESPONSE, REPLY_RATE, INQUIRY_PAY_RATE)
    ranking.show("agent", during, INQUIRIES, INQUIRY_PAY_RATE, (INQUIRY_PAY_D1_RATE,))
    panels.compare("agent", CS_SALES, during)
    duty.show(during)
preferences.show(SERVICE_HOURS, SHIFT_TIMES)
panels.stamp(during, *METRICS, FIRST_P90)
