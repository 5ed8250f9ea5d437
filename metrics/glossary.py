"""The catalogue as rows, for the page and for docs/metrics.md."""

from collections.abc import Callable

from metrics.catalogue import TEAM_TITLES, TEAMS
from metrics.facts import DIMENSIONS
from metrics.figure import spelled
from metrics.metric import Better, Metric, Unit
from metrics.rules import RULES, Rule
from text import Language, Text

HEADINGS: dict[str, Text] = {
    "team": Text("板块", "Part"),
    "label": Text("指标", "Metric"),
    "name": Text("键", "Key"),
    "meaning": Text("说明", "Meaning"),
    "formula": Text("公式", "Formula"),
    "unit": Text("单位", "Unit"),
    "better": Text("方向", "Direction"),
    "from": Text("取自", "From"),
    "notes": Text("注意", "Mind"),
    "limits": Text("评判", "Judged"),
}

NEVER = Text("不可跨{dimensions}相加", "never added over {dimensions}")
FINAL = Text("{days} 天后定稿，此前为暂估", "final after {days} days, provisional before")
ENOUGH = Text("样本至少 {enough}", "needs a sample of {enough}")
LATEST = Text("取期内最后一个有数据的日子", "as of the last loaded day of the period")
AGAINST_TARGET = Text("比目标", "on target")
BEYOND = Text("{versus}{watch} 关注，{bad} 落后", "{versus} {watch} watch, {bad} behind")
EITHER_WAY = Text("±", "±")


def glossary(language: Language) -> list[dict[str, str]]:
    """A row for each metric, its keys those of HEADINGS."""
    return [_row(team, metric, language) for team, metrics in TEAMS.items() for metric in metrics]


def markdown() -> str:
    """docs/metrics.md: every metric in both languages."""
    lines = [
        "# 指标 · Metrics",
        "",
        "由 `python -m metrics glossary` 生成。Printed by `python -m metrics glossary`.",
    ]
    for team, metrics in TEAMS.items():
        title = TEAM_TITLES[team]
        lines += ["", f"## {title.zh} · {title.en}"]
        for metric in metrics:
            lines += ["", f"### `{metric.name}` {metric.label.zh} · {metric.label.en}", ""]
            for language in ("zh", "en"):
                lines += _listed(_row(team, metric, language), language)
            lines += ["", "```sql", metric.value, "```"]
    return "\n".join(lines) + "\n"


def _listed(row: dict[str, str], language: Language) -> list[str]:
    shown = [key for key in ("formula", "unit", "better", "from", "notes", "limits") if row[key]]
    mark, stop = ("：", "；") if language == "zh" else (": ", "; ")
    return [f"- {row['meaning']}", "  " + stop.join(f"{HEADINGS[key].to(language)}{mark}{row[key]}" for key in shown)]


def _row(team: str, metric: Metric, language: Language) -> dict[str, str]:
    return {
        "team": TEAM_TITLES[team].to(language),
        "label": metric.label.to(language),
        "name": metric.name,
        "meaning": metric.meaning.to(language),
        "formula": metric.formula.to(language),
        "unit": metric.unit.word.to(language),
        "better": metric.better.word.to(language),
        "from": (metric.source_note or metric.facts.label).to(language),
        "notes": _parted([text.to(language) for text in _notes(metric)], language),
        "limits": _parted([_limits(metric, rule, language) for rule in RULES.get(metric.name, ())], language),
    }


def _parted(phrases: list[str], language: Language) -> str:
    return ("，" if language == "zh" else ", ").join(phrases)


def _notes(metric: Metric) -> list[Text]:
    found = []
    if metric.never_across:
        over = [DIMENSIONS[dimension] for dimension in metric.never_across]
        names = Text("、".join(each.zh for each in over), ", ".join(each.en.lower() for each in over))
        found.append(NEVER.filled(dimensions=names))
    if metric.final_after:
        found.append(FINAL.filled(days=metric.final_after))
    if metric.enough:
        found.append(ENOUGH.filled(enough=metric.enough))
    if metric.latest:
        found.append(LATEST)
    return found


def _limits(metric: Metric, rule: Rule, language: Language) -> str:
    write = _limit_writer(metric, rule, language)
    versus = {"target": AGAINST_TARGET.to(language), "limit": ""}.get(rule.against, rule.versus.to(language) + " ")
    return BEYOND.to(language).format(versus=versus, watch=write(rule.watch), bad=write(rule.bad)).strip()


def _limit_writer(metric: Metric, rule: Rule, language: Language) -> Callable[[float], str]:
    beyond = ">" if metric.better is Better.LOWER else "<"
    if rule.how == "share":
        return lambda limit: f"{beyond} {spelled(limit, Unit.PERCENT, language)}"
    if rule.how == "either_way":
        return lambda limit: f"±{spelled(-limit, Unit.PERCENT, language)}"
    unit = Unit.POINTS if rule.against != "limit" and metric.unit is Unit.PERCENT else metric.unit
    return lambda limit: f"{beyond} {spelled(limit, unit, language)}"
