"""Replies: which metric stands for the speed of answers in a week."""

from metrics.catalogue.service.chats import METRICS as CHATS
from metrics.catalogue.service.response import METRICS as RESPONSES
from metrics.catalogue.service.service import REPLY_RATE
from metrics.catalogue.service.service_shop import METRICS as SHOP_SERVICE
from metrics.definition.metric import Metric
from reports.numbers.query import WeekQuery
from text import Text

REPLIES = tuple(
    metric
    for metric in (*SHOP_SERVICE, *RESPONSES, *CHATS, REPLY_RATE)
    if metric.name in ("shop_reply_3min_rate", "reply_3min_rate", "chat_reply_3min_rate", "reply_rate")
)
"""What may stand for service, the best known first."""

THREE_MINUTES = Text("三分钟回复率", "Answered in 3 minutes")


def reply(query: WeekQuery) -> Metric:
    """The first of REPLIES that the week has a value of; the first of all where it has none."""
    return next((each for each in REPLIES if query.value(each, query.week.period) is not None), REPLIES[0])


def reply_label(metric: Metric) -> Text:
    """What the speed of answers is called: the three minutes alike, whatever file tells of them."""
    return THREE_MINUTES if "3min" in metric.name else metric.label
