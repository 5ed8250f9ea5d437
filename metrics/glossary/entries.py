"""The catalogue as rows, for the page and for the documents."""

from collections.abc import Mapping, Sequence

from metrics.calendar.comparison import COMPARISONS, Comparison
from metrics.catalogue import TEAM_TITLES, TEAMS, metric_named
from metrics.definition.facts import DIMENSIONS
from metrics.definition.metric import Better, Metric, Unit
from metrics.glossary.examples import EXAMPLES
from metrics.glossary.lineage import columns
from metrics.glossary.origins import TRADE, origin
from metrics.judgement.limits import Level, outward
from metrics.judgement.maturity import GIVEN
from metrics.judgement.rules import RULES, Rule
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
    "columns": Text("所用的列", "Columns"),
    "splits": Text("可分列", "Split by"),
    "window": Text("时限", "Window"),
    "sample": Text("样本", "Sample"),
    "notes": Text("注意", "Mind"),
    "limits": Text("评判", "Judged"),
    "defined": Text("口径来源", "Defined by"),
    "example": Text("例", "Example"),
}
NEVER = Text("不可跨{dimensions}相加", "never added over {dimensions}")
FINAL = Text("{days} 天后定稿，此前为暂估（{why}）", "days until final: {days}, provisional before ({why})")
REPLAYED_FROM = Text("按一年的逐周导出回放得出", "found by replaying a year of weekly exports")
ENOUGH = Text("{sample}至少 {enough}，不足不评", "{sample} at least {enough}, not judged under that")
WINDOW = Text("每天的值回看 {days} 天", "each day's value looks back over {days} days")
ONE_DAY = Text("当天", "the day itself")
AS_OF_EXPORT = Text("导出那一刻的状态，过去不可比", "as it stood when exported, with no past to compare with")
LATEST = Text("取期内最后一个有数据的日子", "as of the last loaded day of the period")
INSTEAD = Text("改看{name}", "see {name} instead")
TARGET = Text("目标", "target")
ON = Text("比{versus}", "on {versus}")
RUNNING = Text("连续 {days} 天", "{days} days running")
EDITED = Text("{now}（默认：{usual}）", "{now} (default: {usual})")
OFF = Text("不评", "not judged")
NO_DEFAULT = Text("无", "none")

COMPARED_TITLE = Text("对比", "Comparisons")
COMPARED_MEANING = Text(
    "任何指标与{base}相比的涨跌；两段日子都写出来", "How any metric moved against {base}; both spans are always printed"
)
COMPARED_FORMULA = Text(
    "本期 ÷ {base} − 1；比率和评分：本期 − {base}", "this ÷ {base} − 1; for rates and scores: this − {base}"
)
ANY_METRIC = Text("任何指标", "any metric")
NO_CHANGE = Text(
    "基期没有数、为 0 或为负时不算，写明原因", "blank, with the reason, where the base is missing, 0 or negative"
)


def glossary(language: Language, book: Mapping[str, tuple[Rule, ...]] = RULES) -> list[dict[str, str]]:
    """A row for each metric, its keys those of HEADINGS; `book` are the rules in force."""
    return [row(team, metric, language, book) for team, metrics in TEAMS.items() for metric in metrics]


def row(team: str, metric: Metric, language: Language, book: Mapping[str, tuple[Rule, ...]] = RULES) -> dict[str, str]:
    """A metric of a team, by the keys of HEADINGS; empty where there is nothing to say."""
    return {
        "team": TEAM_TITLES[team].to(language),
        "label": metric.label.to(language),
        "name": metric.name,
        "meaning": metric.meaning.to(language),
        "formula": metric.formula.to(language),
        "unit": metric.unit.word.to(language),
        "better": metric.better.word.to(language),
        "from": (metric.source_note or metric.facts.label).to(language),
        "columns": _columns(metric, language),
        "splits": _named(metric.facts.splits, language),
        "window": _parted([text.to(language) for text in _window(metric)], language),
        "sample": ENOUGH.filled(enough=metric.enough, sample=metric_named(metric.sample).label).to(language)
        if metric.sample
        else "",
        "notes": _parted([text.to(language) for text in _notes(metric)], language),
        "limits": _judged(metric, book.get(metric.name, ()), language),
        "defined": origin(metric.name).to(language),
        "example": _examples(team, metric, language),
    }


def comparisons(language: Language) -> list[dict[str, str]]:
    """A row for each way to compare, its keys those of HEADINGS: it is asked of a metric, never by itself."""
    return [_compared(each, language) for each in COMPARISONS]


def _compared(comparison: Comparison, language: Language) -> dict[str, str]:
    base = comparison.label
    sentence = {
        "team": COMPARED_TITLE,
        "label": comparison.word,
        "meaning": COMPARED_MEANING.filled(base=base),
        "formula": COMPARED_FORMULA.filled(base=base),
        "unit": Text(
            f"{Unit.PERCENT.word.zh}、{Unit.POINTS.word.zh}", f"{Unit.PERCENT.word.en}, {Unit.POINTS.word.en}"
        ),
        "better": Better.NEITHER.word,
        "from": ANY_METRIC,
        "notes": NO_CHANGE,
        "defined": TRADE,
    }
    return {
        **dict.fromkeys(HEADINGS, ""),
        **{key: text.to(language) for key, text in sentence.items()},
        "name": comparison.name,
    }


def _parted(phrases: list[str], language: Language) -> str:
    return ("，" if language == "zh" else ", ").join(phrases)


def _named(dimensions: Sequence[str], language: Language) -> str:
    return ("、" if language == "zh" else ", ").join(DIMENSIONS[name].to(language) for name in dimensions)


def _columns(metric: Metric, language: Language) -> str:
    comma, mark, stop = ("、", "：", "；") if language == "zh" else (", ", ": ", "; ")
    found = [(title.to(language), [each.to(language) for each in headings]) for title, headings in columns(metric)]
    return stop.join(f"{title}{mark}{comma.join(dict.fromkeys(headings))}" for title, headings in found)


def _examples(team: str, metric: Metric, language: Language) -> str:
    stop = "；" if language == "zh" else "; "
    return stop.join(each.worked.to(language) for each in EXAMPLES.get(team, ()) if each.metric == metric.name)


def _window(metric: Metric) -> list[Text]:
    found = [WINDOW.filled(days=metric.window)] if metric.window > 1 else [ONE_DAY]
    if metric.latest:
        found.append(LATEST)
    if metric.final_after:
        found.append(FINAL.filled(days=metric.final_after, why=GIVEN.get(metric.name, REPLAYED_FROM)))
    if metric.as_of_export:
        found.append(AS_OF_EXPORT)
    return found


def _notes(metric: Metric) -> list[Text]:
    if not metric.never_across:
        return []
    over = [DIMENSIONS[dimension] for dimension in metric.never_across]
    names = Text("、".join(each.zh for each in over), ", ".join(each.en.lower() for each in over))
    instead = [INSTEAD.filled(name=metric_named(metric.instead).label)] if metric.instead else []
    return [NEVER.filled(dimensions=names), *instead]


def _judged(metric: Metric, rules: Sequence[Rule], language: Language) -> str:
    """The rules in force, and the declared ones beside them where they differ."""
    declared = RULES.get(metric.name, ())
    now, usual = (_parted([_limits(metric, rule, language) for rule in each], language) for each in (rules, declared))
    if tuple(rules) == declared:
        return now
    off, none = OFF.to(language), NO_DEFAULT.to(language)
    return EDITED.filled(now=now or off, usual=usual or none).to(language)


def _limits(metric: Metric, rule: Rule, language: Language) -> str:
    found = [(_limit(metric, rule, limit, language), level.to(language).lower()) for limit, level in _limits_of(rule)]
    shown = _parted([f"{limit} {level}" for limit, level in found], language)
    if rule.days > 1:
        shown = _parted([shown, RUNNING.filled(days=rule.days).to(language)], language)
    if rule.against == "limit":
        return shown
    versus = TARGET if rule.attains else rule.versus
    return f"{ON.filled(versus=versus).to(language)} {shown}"


def _limits_of(rule: Rule) -> list[tuple[float, Text]]:
    found = [(rule.watch, Level.WATCH.word)] if rule.watch != rule.bad else []
    return found if rule.bad is None else [*found, (rule.bad, Level.BAD.word)]


def _limit(metric: Metric, rule: Rule, limit: float, language: Language) -> str:
    beyond = (">", "<", "≥", "≤")[2 * rule.reached + (outward(rule, metric) <= 0)]
    if rule.side == "either":
        beyond, limit = "±", -limit
    in_hundreds = rule.how == "share" or metric.unit in (Unit.PERCENT, Unit.POINTS)
    if not in_hundreds:
        return _beyond(beyond, f"{limit:g} {metric.unit.word.to(language)}")
    points = rule.how == "difference" and (rule.against != "limit" or metric.unit is Unit.POINTS)
    unit = f" {Unit.POINTS.word.to(language)}" if points else "%"
    return _beyond(beyond, f"{limit * 100:g}{unit}")


def _beyond(sign: str, limit: str) -> str:
    return (sign + ("" if sign == "±" else " ") + limit).replace("-", "−")
