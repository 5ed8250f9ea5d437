"""The morning's masthead and verdict."""

from collections.abc import Iterator
from datetime import date, timedelta

from metrics.calendar.days_off import Entered, holiday, unannounced
from metrics.calendar.occasions import occasion
from metrics.calendar.period import Period, month_of, short
from metrics.calendar.period import day as one_day
from metrics.definition.metric import Unit
from metrics.judgement.limits import Level
from metrics.morning.running_day import loaded_until
from metrics.wording.values import written
from text import Language, Text
from ui.choices import filters
from ui.morning import links
from ui.morning.curve import month_curve
from ui.morning.morning_review import MorningView
from ui.pieces.emphasis import figures_bold
from ui.pieces.lines import verdict
from ui.pieces.marks import shape
from ui.pieces.markup import Html, block, emphasised, inline, tag

OF = Text("本月进度", "The month")
MORNING = Text("晨会", "Morning review")
BEFORE, AFTER = Text("前一天：{day}", "The day before: {day}"), Text("后一天：{day}", "The day after: {day}")
ALL_SHOPS = Text("全部店铺", "All shops")
AS_OF = Text("数据截至 **{day}**", "Data up to **{day}**")
STALE = Text("数据停在 **{day}**，旧了 {n} 天", "Data stop at **{day}**, {n} d old")
RUNNING = Text("当天没过完，只到 **{at}**", "Day not over: up to **{at}**")
FILES = Text("文件 **{here}/{all}**", "Files **{here}/{all}**")
LACKING = Text("　缺 **{names}**", "　missing **{names}**")
RECONCILED = Text("对账 **{agree}/{all}**", "Agree **{agree}/{all}**")
BATCH = Text("批次 {batch}　{at}", "Batch {batch}　{at}")
NO_MAKE_UP_DAYS = Text("{year}年调休未公布", "{year}: make-up days open")
DEMO = Text("示例数据，都是编的", "made-up demo data")
DENSE = ((332, "ob-densest"), (295, "ob-denser"), (255, "ob-dense"))
"""How wide, in Latin letters, all sentences together may be before they are set smaller: the widest first."""

SENTENCE_PAGES = ("sales", "sales", "service")
SENTENCE_PERIODS = ("yesterday", "month", "yesterday")


def masthead(view: MorningView, last: date | None, demo: bool) -> Html:
    """Whose morning it is, which files are in, how old the data are; grey while the day is not loaded."""
    shop, spoken, morning = view.shop or ALL_SHOPS.to(view.spoken), view.spoken, view.morning
    stale = last is not None and last < view.day
    stamps = [inline("", emphasised(_as_of(view, last if stale else None))), _files(view), _reconciled(view)]
    if morning.batch and morning.as_of:
        phrase = BATCH.filled(batch=morning.batch[4:], at=f"{morning.as_of:%H:%M}")
        stamps.append(inline("ob-second ob-nowrap", phrase.to(spoken)))
    stamps += _calendar(view)
    name = tag("h1", shop, look="ob-name")
    notes = [inline("", "　", DEMO.to(spoken))] if demo else []
    return block(
        "ob-mast ob-stale" if stale else "ob-mast",
        name, inline("ob-note", *_days(view), MORNING.to(spoken), *notes), inline("ob-right", *stamps),
    )  # fmt: skip


def _days(view: MorningView) -> Iterator[Html]:
    """The day between the one before it and the one after, each a way there; there is no day after yesterday."""
    yield _day(view.day - timedelta(days=1), "‹", BEFORE, view)
    yield inline("ob-nowrap", f" {short(view.day, view.spoken)} ")
    if view.day < filters.today() - timedelta(days=1):
        yield _day(view.day + timedelta(days=1), "›", AFTER, view)
    yield inline("", "　")


def _day(day: date, arrow: str, words: Text, view: MorningView) -> Html:
    name = words.filled(day=short(day, view.spoken)).to(view.spoken)
    return tag("a", arrow, look="ob-step", href=links.to(day=day.isoformat()), target="_self", aria_label=name)


def finding(view: MorningView) -> Html:
    """The verdict: the headline, three sentences that lead to their numbers, and the month's curve."""
    morning, spoken = view.morning, view.spoken
    sentences = [
        links.link(links.to(page, period=period), emphasised(figures_bold(sentence.to(spoken))))
        for page, period, sentence in zip(SENTENCE_PAGES, SENTENCE_PERIODS, morning.sentences, strict=True)
    ]
    picture = month_curve(view.surroundings.curve, _ends(view), view.colours, _month_words(view))
    side = block("ob-curve", picture, block("ob-note", *_month_lines(view))) if picture else ""
    verdict_html = verdict(
        morning.verdict, OF.to(spoken), morning.headline.to(spoken), sentences, spoken, side, _brief(view)
    )
    wide = sum(len(each.to(spoken).encode("gb18030")) for each in morning.sentences)
    dense = next((look for limit, look in DENSE if wide > limit), "")
    return block(dense, verdict_html) if dense else verdict_html


def _calendar(view: MorningView) -> list[Html]:
    """That days worked instead are not announced for a year which the morning or its month belongs to."""
    shown = Period(view.day, month_of(max(view.today, view.day)).last)
    missing = unannounced(shown, view.days_off)
    if missing is None:
        return []
    words = NO_MAKE_UP_DAYS.filled(year=shown.last.year).to(view.spoken)
    return [inline("ob-nowrap", shape(Level.WATCH, view.spoken), f" {words}", title=missing.to(view.spoken))]


def special(day: date, language: Language, days_off: Entered) -> str:
    """What a day is besides a weekday: a festival, a promotion, a day off; nothing for an ordinary one."""
    special_day = occasion(day)
    name = special_day.name if special_day else holiday(day, days_off)
    return name.to(language) if name else ""


def _as_of(view: MorningView, stale: date | None) -> str:
    spoken, until = view.spoken, loaded_until(view.morning)
    if stale:
        label = one_day(stale).label(spoken)
        return STALE.filled(day=label, n=(view.day - stale).days).to(spoken)
    if until:
        return RUNNING.filled(at=f"{until:%H:%M}").to(spoken)
    name = special(view.day, spoken, view.days_off)
    label = one_day(view.day).label(spoken) + (f" {name}" if name else "")
    return AS_OF.filled(day=label).to(spoken)


def _files(view: MorningView) -> Html:
    morning, language = view.morning, view.spoken
    missing = [each for each in morning.files if each.state == "missing"]
    here = len(morning.files) - len(missing)
    names = list(dict.fromkeys(each.title.to(language) for each in missing))
    words = FILES.filled(here=here, all=len(morning.files)).to(language)
    if names:
        more = "…" if len(names) > 1 else ""
        words += LACKING.filled(names=names[0] + more).to(language)
    mark = shape(Level.WATCH if missing else Level.GOOD, language)
    every = ("、" if language == "zh" else ", ").join(names)
    return inline("ob-nowrap", mark, emphasised(f" {words}"), title=every)


def _reconciled(view: MorningView) -> Html:
    levels = [each.level for each in view.morning.reconciliation]
    words = RECONCILED.filled(agree=levels.count(Level.GOOD), all=len(levels)).to(view.spoken)
    level = next((worst for worst in (Level.WATCH, Level.UNJUDGED) if worst in levels), Level.GOOD)
    return inline("ob-nowrap", shape(level, view.spoken), emphasised(f" {words}"))


def _brief(view: MorningView) -> str:
    month = view.morning.month
    phrase = Text("本月达成 **{done}**\n加权进度 **{pace}**", "Month **{done}**\nWeighted pace **{pace}**")
    done, pace = written(month.attained, Unit.PERCENT), written(month.pace, Unit.PERCENT)
    return phrase.filled(done=done, pace=pace).to(view.spoken) if month.pace is not None else ""


def _month_words(view: MorningView) -> str:
    phrase = Text("本月已完成 {done}，加权进度 {pace}", "{done} of the month done, weighted pace {pace}")
    done, pace = (written(share, Unit.PERCENT) for share in (view.morning.month.attained, view.morning.month.pace))
    return phrase.filled(done=done, pace=pace).to(view.spoken)


def _ends(view: MorningView) -> tuple[float, float, float] | None:
    target, found = float(view.morning.month.target or 0), view.surroundings.forecast
    if not target or found is None or found.low is None or found.high is None:
        return None
    return float(found.value) / target, found.low / target, found.high / target


def _month_lines(view: MorningView) -> list[Html]:
    found = view.surroundings.forecast
    lines = [
        ("ob-ink", Text("本月目标 **{x}**", "Target **{x}**").filled(x=written(view.morning.month.target))),
    ]
    if found:
        lines.append(("ob-accent-line", Text("月末预测 **{x}**", "Forecast **{x}**").filled(x=written(found.value))))
    if found and found.low is not None:
        band = Text("{low} 到 {high}", "{low} to {high}")
        low = written(found.low)
        lines.append(("", band.filled(low=Text(low.zh, low.en.removesuffix(" yuan")), high=written(found.high))))
    return [tag("p", emphasised(text.to(view.spoken)), look=look) for look, text in lines]
