"""What each account did on a day: of several tools that tell the same day, each figure by the one that goes before."""

from data.formats.quoting import quoted
from data.records.roster import BARE, with_persons
from data.sources.service import service
from metrics.definition.facts import Facts

_TOOLS = ", ".join(quoted(tool.zh) for tool in service.TOOLS)
_BELIEVED = f"coalesce(list_position([{_TOOLS}], source), {len(service.TOOLS) + 1})"

# Rows of before sources were kept may hold an account with the shop's name before it; the bare one came later.
_ROWS = f"""
    SELECT * EXCLUDE (team, roster_team), coalesce(roster_team, team) AS team,
      lower({BARE.format(account="agent")}) AS account, {_BELIEVED} * 2 + contains(agent, ':')::INT AS believed,
      coalesce(consults, receptions) AS asked,
      coalesce(final_pay_buyers, round(final_pay_rate * inquirers)::BIGINT) AS paid_in_the_end,
      round(next_day_pay_rate * inquirers)::BIGINT AS paid_by_next_day
    FROM ({with_persons("service")})"""


RATES = {
    "final": ("paid_in_the_end", "inquirers"),
    "next_day": ("paid_by_next_day", "inquirers"),
    "basket": ("sales", "sales_buyers"),
}
"""The parts of each rate, which come from one tool: as `final_over` and `final_under`."""


def _of_one_tool(rate: str, over: str, under: str) -> str:
    both = f"FILTER (WHERE {over} IS NOT NULL AND {under} IS NOT NULL)"
    return ", ".join(
        f"arg_min({part}, believed) {both} AS {rate}_{place}" for place, part in (("over", over), ("under", under))
    )


AGENT_DAYS = Facts(
    "agent_days",
    service.SUBJECT.title,
    f"""
    SELECT shop, day, arg_min(person, believed) AS agent,
      arg_min(COLUMNS(* EXCLUDE (shop, day, account, agent, person, source, believed)), believed),
      {", ".join(_of_one_tool(rate, *parts) for rate, parts in RATES.items())}
    FROM ({_ROWS}) GROUP BY shop, day, account""",
    dimensions=("shop", "agent", "team"),
)
"""A row for each account's day, under the person and the team that the roster gives it."""

TOOL_DAYS = Facts(
    "tool_days",
    service.SUBJECT.title,
    f"""
    SELECT * EXCLUDE (agent, person), person AS agent FROM ({_ROWS}) WHERE source IS NOT NULL
    QUALIFY believed = min(believed) OVER (PARTITION BY shop, day, account, source)""",
    dimensions=("shop", "agent", "team", "source"),
)
"""The same as each tool tells it: a row for each account's day in each tool."""
