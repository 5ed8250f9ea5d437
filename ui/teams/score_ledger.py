"""The score ledger: why each of the shop's three scores moved, and what lifts it."""

from collections.abc import Iterator
from datetime import timedelta

from metrics.calendar.period import Period, until
from metrics.catalogue.ratings.reputation import METRICS as SCORES
from metrics.explanation.score_account import Account, account, sentence
from metrics.wording.figure import MISSING
from metrics.wording.rounding import grouped
from text import Text
from ui.cache import answers, loaded
from ui.choices import filters
from ui.content.panel_cache import panel, remembered
from ui.content.panel_content import Part
from ui.panels.words import WHY
from ui.pieces.lines import empty_zone, finding, page
from ui.pieces.table import section
from ui.session.language import say

TITLE = Text("评分账本", "Score ledger")
ONE_SHOP = Text("评分不跨店平均，请选一家店", "Scores are never averaged over shops: choose one")
NO_SCORES = Text("等店铺DSR或逐条评价", "Waits for the DSR file or reviews one by one")
WEEK = timedelta(days=7)


@remembered
def accounts(during: Period) -> list[Account]:
    """Each score on the period's last day and a week, or the whole period, before; none for several shops."""
    shop, span = filters.shop(), until(during, loaded.last_day(filters.shop()))
    if shop is None or span is None:
        return []
    since = min(span.first - timedelta(days=1), span.last - WEEK)
    found = [account(answers.facts(), score.name, shop, since, span.last) for score in SCORES]
    return [each for each in found if each.published is not None or each.ledger]


@remembered
def because(during: Period) -> Text | None:
    """How the lowest score moved and what lifts it; None where no score is known."""
    present = [each for each in accounts(during) if each.published is not None]
    if not present:
        return None
    text = sentence(min(present, key=lambda each: each.published or 0))
    zh, en = text.zh.rstrip("。").split("；"), text.en.rstrip(".").split("; ")
    return Text(f"{zh[0]}；{zh[-1]}", f"{en[0]}; {en[-1]}")


@panel
def show(during: Period) -> Iterator[Part]:
    """A sentence for each score, on the day before the period or, where that is nearer, on a week ago."""
    found = accounts(during)
    if not found:
        waits = ONE_SHOP if filters.shop() is None else NO_SCORES
        yield page(empty_zone(say(WHY), say(waits)))
        return
    lines = [finding(_word(each), say(sentence(each))) for each in found]
    yield page(section(say(WHY), *lines, side=say(TITLE)))


def _word(of: Account) -> str:
    return MISSING if of.published is None else grouped(of.published, 2)
