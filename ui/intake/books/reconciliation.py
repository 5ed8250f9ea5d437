"""Whether the files agree with one another, check by check."""

from collections.abc import Sequence

import streamlit as st

from metrics.calendar.period import last_days
from metrics.explanation import audit_words
from metrics.explanation.audit import Difference, told_twice
from metrics.explanation.reconciliation import Pair, Reconciliation, agreement
from metrics.explanation.reconciliation import reconciled as checks
from metrics.judgement.limits import Level
from metrics.wording.values import exact, on
from text import Text
from ui.cache import answers, loaded
from ui.choices import filters
from ui.pieces.lines import page, point, points
from ui.pieces.marks import shape
from ui.pieces.table import section
from ui.session import language
from ui.session.language import say

DAYS = 7
PAIRS_NAMED = 3
NAMED = 5
TWICE = Text("近 {days} 天有 {n} 处两个来源说法不同", "Last {days} days: {n} facts that two sources tell differently")
ALL = Text("还有 {n} 处，用 python -m metrics audit 全部列出", "{n} more; python -m metrics audit lists them all")
OF_DAYS = Text("近 {days} 天{agreement}", "Last {days} days: {agreement}")
NEEDS = Text("缺文件：要有{files}", "Files missing: it takes {files}")
AGREES = Text("{days} 天都对得上，容差 {tolerance}", "all {days} days agree within {tolerance}")
APART = Text("{day} 差 {off}：{one} {said}，{other} {held}", "{day} off by {off}: {one} {said}, {other} {held}")
MORE = Text("还有 {n} 天", "{n} more days")
MAY = Text("常见原因：{why}", "Often because {why}")


def reconciled() -> None:
    """Every declared check over the last days; what differs is named with both sides."""
    chosen = filters.shop()
    shops = [chosen] if chosen else list(loaded.shops())
    days = last_days(filters.yesterday(), DAYS)
    found = checks(answers.warehouse(), days, shops)
    if any(each.level is not Level.UNJUDGED for each in found):
        title = OF_DAYS.filled(days=DAYS, agreement=agreement(found))
        st.html(page(section(say(title), points([_line(each) for each in found]))))
    _told_twice(told_twice(answers.warehouse(), days, shops))


def _told_twice(found: Sequence[Difference]) -> None:
    """What two sources tell differently of one key, the newest day first; the command line lists the rest."""
    if not found:
        return
    mark = shape(Level.WATCH, language.chosen())
    lines = [point(mark, say(each.fact), "", say(audit_words.line(each))) for each in found[: -NAMED - 1 : -1]]
    st.html(page(section(say(TWICE.filled(days=DAYS, n=len(found))), points(lines))))
    if len(found) > NAMED:
        st.caption(say(ALL.filled(n=len(found) - NAMED)))


def _line(each: Reconciliation) -> str:
    mark = shape(each.level, language.chosen())
    return point(mark, say(each.check.label), _where(each), "\n".join(say(text) for text in _says(each)))


def _where(each: Reconciliation) -> str:
    return exact(each.difference).to(language.chosen()) if each.off else ""


def _says(each: Reconciliation) -> list[Text]:
    if each.level is Level.UNJUDGED:
        return [NEEDS.filled(files=each.check.files)]
    if not each.off:
        return [AGREES.filled(days=each.days, tolerance=f"{each.check.tolerance:.0%}")]
    sentences = [_differing(each, pair) for pair in each.off[:PAIRS_NAMED]]
    if len(each.off) > PAIRS_NAMED:
        sentences.append(MORE.filled(n=len(each.off) - PAIRS_NAMED))
    return [*sentences, MAY.filled(why=each.check.may_differ)]


def _differing(each: Reconciliation, pair: Pair) -> Text:
    phrase = APART.filled(
        day=on(pair.day),
        off=exact(pair.difference),
        one=each.check.one,
        said=exact(pair.one),
        other=each.check.other,
        held=exact(pair.other),
    )
    return phrase if filters.shop() else Text(f"{pair.shop} {phrase.zh}", f"{pair.shop}: {phrase.en}")
