"""Next week's names: what a shop or a team with a target for next week is called."""

from reports.numbers.targets.next_week import NextWeekTarget
from reports.numbers.week import Week
from text import Text, same

SHOP, NO_TEAM = Text("全店", "Shop"), Text("客服（未分组）", "Agents, no team")


def target_called(week: Week, of: NextWeekTarget) -> Text:
    """The shop's name, or the team's; of one shop alone, that it is the shop."""
    if of.team is None:
        return SHOP if week.shop else same(of.shop)
    return same(of.team) if of.team else NO_TEAM
