"""What is sent: the week's digest with its PDF, or the morning in words."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from data.records.recipients import AddressBook, Recipient
from data.store.warehouse import Warehouse
from metrics.calendar.period import Period, day, week_of
from metrics.morning.account import morning
from metrics.wording.masking import Masks, masks
from reports.deck.deck import deck
from reports.digest import digest
from reports.pdf import pdf
from reports.sending.mail import Attached, send_mail
from reports.sending.robots import send
from reports.slide.deck import ALL_SHOPS, Deck
from text import Text

WEEKLY = Text("运营周报 {week}", "Operations week {week}")
MORNING = Text("晨会 {day}", "Morning review {day}")


@dataclass(frozen=True, slots=True)
class Report:
    """A subject, the words of the message, and what a mail carries beside them."""

    subject: str
    words: str
    files: tuple[Attached, ...] = ()


def report(warehouse: Warehouse, to: Recipient, today: date) -> Report:
    """What a recipient is sent on a day: the week that ended before it, or the day before it; nobody is named."""
    shop, hidden = to.shop or None, masks(warehouse)
    if to.what == "morning":
        return _morning(warehouse, to, today, shop, hidden)
    names = {name: mask.to(to.language) for name, mask in hidden.by_name.items()}
    return weekly(deck(warehouse, last_week(today), shop, today, names), to)


def last_week(today: date) -> Period:
    """Monday to Sunday of the last week that is over."""
    return week_of(today - timedelta(weeks=1))


def weekly(of: Deck, to: Recipient) -> Report:
    """A deck for a recipient; only a mail carries its PDF."""
    week = of.week.label(to.language)
    files = (Attached(f"{of.week.first:%G-W%V}.pdf", "application/pdf", pdf(of, to.language)),)
    subject = WEEKLY.filled(week=week).to(to.language)
    return Report(subject, digest(of, to.language), files if to.kind == "mail" else ())


def _morning(warehouse: Warehouse, to: Recipient, today: date, shop: str | None, hidden: Masks) -> Report:
    yesterday = today - timedelta(days=1)
    brief = morning(warehouse, yesterday, shop, today)
    when = day(yesterday).label(to.language)
    lines = [
        f"{MORNING.filled(day=when).to(to.language)}　{shop or ALL_SHOPS.to(to.language)}",
        f"{brief.verdict.shape} {brief.verdict.word.to(to.language)}　{hidden.within(brief.headline).to(to.language)}",
        *(hidden.within(sentence).to(to.language) for sentence in brief.sentences),
    ]
    return Report(lines[0], "\n".join(lines))


def deliver(book: AddressBook, to: Recipient, what: Report, now: datetime) -> None:
    """Hand a report over; `now` has the board's zone. NotSent where it does not arrive."""
    if to.kind == "mail":
        send_mail(book.mail, to, what.subject, what.words, now, what.files)
    else:
        send(to, what.words, now.timestamp())
