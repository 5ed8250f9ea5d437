"""The morning's masthead and verdict."""

from collections.abc import Sequence

from metrics.judgement import Level
from metrics.metric import Unit
from metrics.morning import Morning
from metrics.period import day as one_day
from palette import Palette
from text import Language, Text
from ui.morning.curve import month_curve
from ui.pieces.lines import verdict
from ui.pieces.marks import shape
from ui.pieces.markup import Html, block, emphasised, inline, tag
from ui.spoken import amount, figures_bold

MORNING = Text("晨会", "Morning review")
ALL_SHOPS = Text("全部店铺", "All shops")
AS_OF = Text("数据截至 **{day}**", "Data up to **{day}**")
FILES = Text("文件 **{here}/{all}**", "Files **{here}/{all}**")
LACKING = Text("　缺 **{names}**", "　missing **{names}**")
RECONCILED = Text("对账 **{agree}/{all}**", "Agree **{agree}/{all}**")
BATCH = Text("批次 {batch}　{at}", "Batch {batch}　{at}")


def masthead(morning: Morning, language: Language) -> Html:
    """Whose morning it is, which files are in, how old the data are."""
    shop = morning.shop or ALL_SHOPS.to(language)
    as_of = AS_OF.filled(day=one_day(morning.day).label(language)).to(language)
    stamps = [inline("", emphasised(as_of)), _files(morning, language), _reconciled(morning, language)]
    if morning.batch and morning.as_of:
        said = BATCH.filled(batch=morning.batch[4:], at=f"{morning.as_of:%H:%M}")
        stamps.append(inline("ob-second ob-nowrap", said.to(language)))
    name = tag("h1", shop, look="ob-name")
    return block("ob-mast", name, inline("ob-note", MORNING.to(language)), inline("ob-right", *stamps))


def finding(morning: Morning, curve: Sequence[tuple[float, float]], language: Language, palette: Palette) -> Html:
    """The verdict, its headline and sentences, and on the wall the month's curve beside them."""
    said = [figures_bold(sentence.to(language)) for sentence in morning.sentences]
    picture = month_curve(curve, palette, _month_words(morning, language))
    beside = block("ob-curve", picture, block("ob-note", *_month_lines(morning, language))) if picture else ""
    return verdict(morning.verdict, morning.headline.to(language), said, language, beside, _brief(morning, language))


def _files(morning: Morning, language: Language) -> Html:
    missing = [each for each in morning.files if each.state == "missing"]
    here = len(morning.files) - len(missing)
    names = list(dict.fromkeys(each.title.to(language) for each in missing))
    words = FILES.filled(here=here, all=len(morning.files)).to(language)
    if names:
        more = "…" if len(names) > 2 else ""
        words += LACKING.filled(names=("、" if language == "zh" else ", ").join(names[:2]) + more).to(language)
    return inline("ob-nowrap", shape(Level.WATCH if missing else Level.GOOD, language), emphasised(f" {words}"))


def _reconciled(morning: Morning, language: Language) -> Html:
    levels = [each.level for each in morning.reconciliation]
    words = RECONCILED.filled(agree=levels.count(Level.GOOD), all=len(levels)).to(language)
    level = next((worst for worst in (Level.WATCH, Level.UNJUDGED) if worst in levels), Level.GOOD)
    return inline("ob-nowrap", shape(level, language), emphasised(f" {words}"))


def _brief(morning: Morning, language: Language) -> str:
    said = Text("本月达成 **{done}**\n加权进度 **{pace}**", "Month **{done}**\nWeighted pace **{pace}**")
    done, pace = amount(morning.month.attained, Unit.PERCENT), amount(morning.month.pace, Unit.PERCENT)
    return said.filled(done=done, pace=pace).to(language) if morning.month.pace is not None else ""


def _month_words(morning: Morning, language: Language) -> str:
    said = Text("本月已完成 {done}，加权进度 {pace}", "{done} of the month done, weighted pace {pace}")
    done, pace = amount(morning.month.attained, Unit.PERCENT), amount(morning.month.pace, Unit.PERCENT)
    return said.filled(done=done, pace=pace).to(language)


def _month_lines(morning: Morning, language: Language) -> list[Html]:
    month = morning.month
    lines = (
        ("ob-ink", Text("本月目标 **{x}**", "Month target **{x}**"), amount(month.target)),
        ("ob-accent-line", Text("已完成 **{x}**", "Done **{x}**"), amount(month.attained, Unit.PERCENT)),
        ("", Text("加权进度 {x}", "Weighted pace {x}"), amount(month.pace, Unit.PERCENT)),
    )
    return [tag("p", emphasised(said.filled(x=x).to(language)), look=look) for look, said, x in lines]
