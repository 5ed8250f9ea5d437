"""The catalogue as rows, for the page and for docs/metrics.md."""

from metrics.catalogue import TEAM_TITLES, TEAMS
from metrics.facts import DIMENSIONS
from metrics.judgement import Level
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
TARGET = Text("目标", "target")
ON = Text("比{versus}", "on {versus}")


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
    found = [(_limit(metric, rule, limit, language), level.to(language).lower()) for limit, level in _limits_of(rule)]
    shown = _parted([f"{limit} {level}" for limit, level in found], language)
    if rule.against == "limit":
        return shown
    versus = TARGET if rule.against == "target" and rule.how == "share" else rule.versus
    return f"{ON.filled(versus=versus).to(language)} {shown}"


def _limits_of(rule: Rule) -> list[tuple[float, Text]]:
    found = [(rule.watch, Level.WATCH.word)] if rule.watch != rule.bad else []
    return found if rule.bad is None else [*found, (rule.bad, Level.BAD.word)]


def _limit(metric: Metric, rule: Rule, limit: float, language: Language) -> str:
    if rule.how == "either_way":
        return f"±{-limit * 100:g}%"
    beyond = ">" if metric.better is Better.LOWER else "<"
    in_hundreds = rule.how == "share" or metric.unit in (Unit.PERCENT, Unit.POINTS)
    if not in_hundreds:
        return f"{beyond} {limit:g} {metric.unit.word.to(language)}".replace("-", "−")
    points = rule.how == "difference" and (rule.against != "limit" or metric.unit is Unit.POINTS)
    unit = f" {Unit.POINTS.word.to(language)}" if points else "%"
    return f"{beyond} {limit * 100:g}{unit}".replace("-", "−")
