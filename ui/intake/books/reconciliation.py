"""Whether the files agree with one another, check by check."""

import streamlit as st

from metrics.calendar.period import last_days
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
    found = checks(answers.warehouse(), last_days(filters.yesterday(), DAYS), shops)
    if all(each.level is Level.UNJUDGED for each in found):
        return
    title = OF_DAYS.filled(days=DAYS, agreement=agreement(found))
    st.html(page(section(say(title), points([_line(each) for each in found]))))


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
