"""What each tool tells of the same agents, side by side: 生意参谋 and 赤兔 count the same day differently."""

from dataclasses import replace

from data.sources.service.service import TOOLS
from metrics.catalogue.service.agent_days import TOOL_DAYS
from metrics.catalogue.service.service import CS_SALES, INQUIRERS, INQUIRY_PAY_RATE, RECEPTIONS
from metrics.definition.metric import Metric, ratio_of_sums
from metrics.wording.values import joined
from text import Text

ORDER = joined(TOOLS[:3], "、", ", ")
"""The tools that may tell of the same shop, the one that counts first."""


def _by_tool(metric: Metric, value: str = "") -> Metric:
    """A metric of agents' days as each tool tells it, never added over tools."""
    zh, en = metric.label.zh, metric.label.en
    return replace(
        metric,
        name=f"{metric.name}_by_tool",
        label=Text(f"{zh}（按来源）", f"{en}, by source"),
        meaning=Text(
            f"每个来源各自的{zh}；同一客服同一天几个来源都有时，「{zh}」取{ORDER.zh}里排在前面的",
            f"{en} as each source tells it; where several tell the same agent's day, {en.lower()} is that of the first"
            f" of {ORDER.en}",
        ),
        facts=TOOL_DAYS,
        value=value or metric.value,
        never_across=("source",),
        instead=metric.name,
    )


METRICS = (
    _by_tool(RECEPTIONS),
    _by_tool(INQUIRERS),
    _by_tool(INQUIRY_PAY_RATE, ratio_of_sums("paid_in_the_end", "inquirers")),
    _by_tool(CS_SALES),
)
