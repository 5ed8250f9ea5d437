"""The morning: what yesterday was, how the month stands, and what is missing, as numbers and sentences."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from data.store.warehouse import Warehouse
from metrics.calendar.period import day as one_day
from metrics.calendar.period import month_to_date
from metrics.catalogue.orders.fulfilment import UNSHIPPED
from metrics.catalogue.trade.sales import PAY_AMOUNT, PAY_AMOUNT_REPORT, PAY_BUYERS
from metrics.catalogue.trade.traffic import VISITORS
from metrics.explanation.gap_causes import Cause, Funnel, causes
from metrics.explanation.reconciliation import agreeing
from metrics.judgement.anomalies import unlike
from metrics.judgement.limits import Level
from metrics.judgement.rulebook import rulebook
from metrics.judgement.rules import Rulebook
from metrics.morning import completeness as filed
from metrics.morning.morning import Morning
from metrics.morning.numbers import Tile
from metrics.morning.sentences import sentences
from metrics.morning.story import Story, headline
from metrics.morning.tiles import month, past, planned, tiles
from metrics.morning.zones import agents, channels, final_inquiry_day, judged, scores
from metrics.query.batching import QueryBatch, alone
from metrics.query.history import History
from metrics.query.requests import QueryPlan, Question, Rows
from metrics.wording.rounding import Number, decimal, exact


def morning(warehouse: Warehouse, day: date, shop: str | None, today: date | None = None) -> Morning:
    """The account of a day, for one shop or for all; `today` (the day after by default) decides what is still young."""
    of_shops, book = [shop] if shop else filed.shops(warehouse), rulebook(warehouse, shop)
    return alone(warehouse, account(day, shop, today or day + timedelta(days=1), of_shops, book))


def account(day: date, shop: str | None, now: date, of_shops: list[str], book: Rulebook) -> QueryPlan[Morning]:
    """`morning()` of these shops to be asked together with others."""
    where = {"shop": shop} if shop else {}
    batch, inquiry_day = QueryBatch(), final_inquiry_day(day, now)
    history, so_far, goals = batch.add(past(day, where)), batch.add(month(day, where)), batch.add(planned(day, where))
    absent = batch.add(_without_sales(day, of_shops))
    service = batch.add(agents(day, inquiry_day, where, book))
    stars, waiting = batch.add(scores(day, where, book)), batch.add(judged(UNSHIPPED, day, where, book))
    sources, unusual = batch.add(channels(day, where, book)), batch.add(unlike(day, where))
    states, checks = batch.add(filed.expected(day, of_shops)), batch.add(agreeing(month_to_date(day), of_shops))
    newest = batch.add(_newest())
    yield from batch.asking()
    shown = tiles(history.value, so_far.value, goals.value, now, absent.value, book)
    why, (team, each) = _causes(history.value, shown[0]), service.value
    story = Story(
        day, now, shown, so_far.value, why, team, stars.value, waiting.value, states.value, absent.value
    )  # fmt: skip
    return Morning(
        day=day,
        shop=shop,
        verdict=shown[1].judgement.level if shown[0].value is not None else Level.UNJUDGED,
        headline=headline(story),
        sentences=sentences(story),
        tiles=shown,
        month=so_far.value,
        causes=why,
        channels=sources.value,
        service_total=team,
        service=each,
        inquiry_day=inquiry_day,
        dsr=stars.value,
        unshipped=waiting.value,
        anomalies=unusual.value,
        files=states.value,
        reconciliation=checks.value,
        batch=newest.value[0],
        as_of=newest.value[1],
    )


def _without_sales(day: date, of_shops: list[str]) -> QueryPlan[tuple[str, ...]]:
    """The shops whose sales of the day are not in, where several are asked."""
    if len(of_shops) < 2:
        return ()
    (table,) = yield [Question([PAY_AMOUNT], one_day(day), ("shop",))]
    return tuple(sorted(set(of_shops) - set(table["shop"].to_pylist())))


def _causes(history: History, paid: Tile) -> tuple[Cause, ...]:
    before = _funnel(*(history.base(metric) for metric in (VISITORS, PAY_BUYERS, PAY_AMOUNT_REPORT)))
    after = _funnel(*(history.now(metric) for metric in (VISITORS, PAY_BUYERS, PAY_AMOUNT_REPORT)))
    if before is None or after is None or paid.value is None:
        return ()
    return causes(decimal(paid.value), exact(paid.target), before, after)


def _funnel(visitors: Number | None, buyers: Number | None, amount: Number | None) -> Funnel | None:
    if visitors is None or buyers is None or amount is None:
        return None
    return Funnel(float(visitors), float(buyers), decimal(amount).quantize(Decimal("0.01")))


def _newest() -> QueryPlan[tuple[str | None, datetime | None]]:
    (rows,) = yield [
        Rows(
            "SELECT name, imported_at FROM batches WHERE withdrawn_at IS NULL"
            " ORDER BY imported_at DESC, batch DESC LIMIT 1"
        )
    ]
    return rows[0] if rows else (None, None)
