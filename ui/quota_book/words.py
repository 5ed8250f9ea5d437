"""The words of the quota book."""

from text import Text

EVERY: dict[str, Text] = {
    "hour": Text("小时", "hour"),
    "day": Text("天", "day"),
    "week": Text("周", "week"),
    "month": Text("月", "month"),
}
WHOSE: dict[str, Text] = {"person": Text("每人", "each person"), "group": Text("全组", "the group")}
DUTY: dict[str, Text] = {"main": Text("主", "main"), "flexible": Text("机动", "flexible")}
