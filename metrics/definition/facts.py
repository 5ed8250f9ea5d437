"""Facts: rows that metrics are computed from."""

from dataclasses import dataclass

from text import Text

DIMENSIONS: dict[str, Text] = {
    "shop": Text("店铺", "Shop"),
    "day": Text("日期", "Day"),
    "week": Text("周", "Week"),
    "month": Text("月份", "Month"),
    "carrier": Text("流量载体", "Carrier"),
    "channel": Text("流量来源", "Channel"),
    "level_1": Text("一级来源", "Channel level 1"),
    "level_2": Text("二级来源", "Channel level 2"),
    "agent": Text("客服", "Agent"),
    "team": Text("小组", "Team"),
    "person": Text("姓名", "Person"),
    "task": Text("事项", "Task"),
    "tool": Text("推广工具", "Tool"),
    "plan": Text("推广计划", "Plan"),
    "product": Text("商品ID", "Product"),
    "title": Text("商品名称", "Product name"),
    "platform": Text("平台", "Platform"),
    "source": Text("来源", "Source"),
    "score_item": Text("评分项", "Score"),
}
"""Everything a question can be split by. A week is named by its Monday, a month by its first day."""

PARTS_OF_TIME = {"day": "day", "week": "date_trunc('week', day)::DATE", "month": "date_trunc('month', day)::DATE"}
"""The SQL of the dimensions that any facts have through their day."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Rows with at least the columns shop and day; `dimensions` are what they can be split by besides time.

    `label` names the files they come from. `whole` is a dimension and the value under which the total of its
    other values stands: a shop-day holding it counts only those rows, unless the question names the dimension.
    """

    name: str
    label: Text
    sql: str
    dimensions: tuple[str, ...] = ("shop",)
    whole: tuple[str, str] | None = None

    @property
    def splits(self) -> tuple[str, ...]:
        """Every dimension a question may name."""
        return (*self.dimensions, *PARTS_OF_TIME)

    def column(self, dimension: str) -> str:
        """The SQL of a dimension."""
        return PARTS_OF_TIME.get(dimension, dimension)
