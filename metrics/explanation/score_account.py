"""What can be said of a score: the ledger where reviews are known one by one, else what the daily score tells."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from data.store.warehouse import Warehouse
from metrics.calendar.period import day as one_day
from metrics.calendar.period import last_days, spelled_out
from metrics.catalogue.ratings.reputation import METRICS as SCORES
from metrics.definition.metric import Metric
from metrics.explanation.score_ledger import (
    FULL,
    WINDOW,
    Ledger,
    WindowScores,
    fives_needed,
    ledger,
    rolled_off,
    standing,
    tallied,
)
from metrics.query.question import answer
from metrics.wording.rounding import grouped, whole
from metrics.wording.values import on
from text import Text

AIM = Fraction("4.8")
SHOWN = Fraction("0.005")
"""How far a published score of two decimals may lie from the exact one."""

NOTHING = Text(
    "{name}没有数据，缺店铺DSR或逐条评价。", "{name}: no data; the DSR file or reviews one by one are missing."
)
BY_REVIEWS = Text("{name}按评价算 {now}", "{name} by reviews {now}")
PUBLISHED = Text("平台公布 {score}，两者口径不同", "the platform publishes {score}, counted its own way")
DAILY = Text("{name} {now}", "{name} {now}")
MOVED = Text("比 {since} {change}", "{change} on {since}")
LEVEL = Text("与 {since} 持平", "as on {since}")
NEW_LOW = Text("新来 {n} 个低分 {effect}", "{n} new low scores {effect}")
OLD_FIVES = Text("{n} 个旧五分满 180 天退出 {effect}", "{n} old fives past their 180 days {effect}")
REST = Text("其余 {effect}", "all others {effect}")
AHEAD = Text("若再没有新评价，{days} 天后是 {score}", "with no new reviews it stands at {score} in {days} days")
ALL_GONE = Text("若再没有新评价，{days} 天后一个不剩", "with no new reviews none is left in {days} days")
FIVES = Text("再来 {n} 个五分到 {aim}", "{n} more fives reach {aim}")
REACHED = Text("已到 {aim}", "{aim} is reached")
FROM = Text(
    "逐条评价从 {first} 才有，退出的算不全", "reviews are known from {first} on, so what leaves is not all told"
)
ONLY_DAILY = Text(
    "只有每日得分，没有逐条评价，分不出是新来低分还是旧五分退出，也算不出 30 天后",
    "only the daily score is known, no reviews one by one: new low scores and old fives leaving cannot be told apart,"
    " nor where it will stand in 30 days",
)
PER_100 = Text(
    "要到 {aim}，窗口内每 100 个评分要再来约 {low} 到 {high} 个五分",
    "to reach {aim}, each 100 scores of the window need about {low} to {high} more fives",
)
ESTIMATED = Text(
    "按这 180 天 {n} 条评价估，约 {low} 到 {high} 个五分到 {aim}",
    "by the {n} reviews of these 180 days, about {low} to {high} fives reach {aim}",
)


@dataclass(frozen=True, slots=True)
class Account:
    """A score between two days; `before` and `published` are the platform's own figures.

    `ledger`, `ahead` (the days to come if nobody scores any more) and `fives` are known where reviews are, which
    begin on `first`. `reviews` is their number in the window where only that is known.
    """

    metric: Metric
    since: date
    day: date
    before: float | None
    published: float | None
    ledger: Ledger | None
    ahead: tuple[tuple[date, WindowScores], ...]
    fives: int | None
    first: date | None
    reviews: int | None

    @property
    def whole_window(self) -> bool:
        """Whether reviews reach back to the first day of the earlier window."""
        return self.first is not None and self.first <= last_days(self.since, WINDOW).first


def account(warehouse: Warehouse, name: str, shop: str, since: date, day: date) -> Account:
    """What is known of dsr_item, dsr_service or dsr_delivery; KeyError for another name."""
    metric = {score.name: score for score in SCORES}[name]
    tally = tallied(warehouse, name, shop, day)
    found = ledger(tally, since, day)
    return Account(
        metric,
        since,
        day,
        _published(warehouse, metric, shop, since),
        _published(warehouse, metric, shop, day),
        found,
        rolled_off(tally, day) if found else (),
        fives_needed(standing(tally, day), AIM) if found else None,
        min(tally, default=None),
        _reviews(warehouse, shop, day),
    )


def fives_between(score: float, count: int, aim: Fraction = AIM) -> tuple[int, int]:
    """The fewest and the most fives that lift a published mean of `count` scores to `aim`, as it may be rounded."""
    exact = Fraction(str(score))
    least, most = ((aim - each) * count / (FULL - aim) for each in (exact + SHOWN, exact - SHOWN))
    return max(0, ceil(least)), max(0, ceil(most))


def sentence(of: Account) -> Text:
    """The account in one sentence."""
    if of.ledger:
        clauses = [_headed(of), *_outlook(of)]
    elif of.published is not None:
        clauses = [_daily(of, of.published), ONLY_DAILY, *_estimates(of, of.published)]
    else:
        return NOTHING.filled(name=of.metric.label)
    return Text("；".join(each.zh for each in clauses) + "。", "; ".join(each.en for each in clauses) + ".")


def _headed(of: Account) -> Text:
    found = of.ledger
    if not found:
        raise ValueError("no ledger")
    now = BY_REVIEWS.filled(name=of.metric.label, now=_score(found.after.mean))
    moved = _moved(found.change, of.since)
    # Thousandths that add up: the remainder of rounding is among the others.
    low, fives = found.effect(came=True, low=True), found.effect(came=False, full=True)
    exact = [whole(float(low * 1000)), whole(float(fives * 1000))]
    rest = whole(float(found.change * 1000)) - sum(exact)
    clauses = []
    if count := found.count(came=True, low=True):
        clauses.append(NEW_LOW.filled(n=count, effect=_signed(exact[0])))
    if count := found.count(came=False, full=True):
        clauses.append(OLD_FIVES.filled(n=count, effect=_signed(exact[1])))
    if rest:
        clauses.append(REST.filled(effect=_signed(rest)))
    zh, en = f"{now.zh}，{moved.zh}", f"{now.en}, {moved.en}"
    if clauses:
        zh, en = f"{zh}：" + "、".join(each.zh for each in clauses), f"{en}: " + ", ".join(each.en for each in clauses)
    return Text(zh, en)


def _outlook(of: Account) -> list[Text]:
    clauses = []
    if not of.whole_window and of.first:
        clauses.append(FROM.filled(first=_dated(of.first)))
    if of.ahead:
        last = of.ahead[-1][1].mean
        phrase = ALL_GONE if last is None else AHEAD
        clauses.append(phrase.filled(days=len(of.ahead), score=_score(last)))
    if of.fives is not None:
        clauses.append((FIVES if of.fives else REACHED).filled(n=f"{of.fives:,}", aim=_score(AIM)))
    if of.published is not None:
        clauses.append(PUBLISHED.filled(score=grouped(of.published, 2)))
    return clauses


def _daily(of: Account, published: float) -> Text:
    now = DAILY.filled(name=of.metric.label, now=grouped(published, 2))
    if of.before is None:
        return now
    moved = _moved(Fraction(str(published)) - Fraction(str(of.before)), of.since)
    return Text(f"{now.zh}，{moved.zh}", f"{now.en}, {moved.en}")


def _estimates(of: Account, published: float) -> list[Text]:
    if Fraction(str(published)) >= AIM:
        return [REACHED.filled(aim=_score(AIM))]
    if of.reviews:
        low, high = fives_between(published, of.reviews)
        return [ESTIMATED.filled(n=f"{of.reviews:,}", low=f"{low:,}", high=f"{high:,}", aim=_score(AIM))]
    low, high = fives_between(published, 100)
    return [PER_100.filled(low=low, high=high, aim=_score(AIM))]


def _moved(change: Fraction, since: date) -> Text:
    thousandths = whole(float(change * 1000))
    phrase = MOVED if thousandths else LEVEL
    return phrase.filled(since=on(since), change=_signed(thousandths))


def _signed(thousandths: int) -> str:
    sign = "+" if thousandths > 0 else "−" if thousandths < 0 else ""
    return f"{sign}{abs(thousandths) / 1000:.3f}"


def _score(mean: Fraction | None) -> str:
    return "—" if mean is None else grouped(float(mean), 2)


def _published(warehouse: Warehouse, metric: Metric, shop: str, day: date) -> float | None:
    value: float | None = answer(warehouse, [metric], one_day(day), where={"shop": shop})[metric.name][0].as_py()
    return value


def _reviews(warehouse: Warehouse, shop: str, day: date) -> int | None:
    """The reviews of the window, where each of its days tells how many there were."""
    during = last_days(day, WINDOW)
    days, count = warehouse.rows(
        "SELECT count(*), sum(reviews) FROM (SELECT day, max(reviews) AS reviews FROM ("
        " SELECT shop, day, reviews FROM shop_daily UNION ALL SELECT shop, day, reviews FROM review_counts)"
        " WHERE shop = ? AND day BETWEEN ? AND ? AND reviews IS NOT NULL GROUP BY day)",
        [shop, during.first, during.last],
    )[0]
    return int(count) if days == WINDOW else None


def _dated(when: date) -> Text:
    day = one_day(when)
    return Text(*(spelled_out(day, language, year=True) for language in ("zh", "en")))
