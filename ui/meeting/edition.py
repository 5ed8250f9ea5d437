"""The week that is shown: as of now, or frozen at the moment a meeting began; live pages always as of now."""

from datetime import datetime

from data.records.meetings import Meeting
from data.store.as_of import warehouse_as_of
from data.store.warehouse import folder
from metrics.calendar.period import Period
from metrics.query.rollups import handed, keep
from reports.deck.deck import Edition, edition, refreshed
from reports.numbers.query import WeekQuery
from reports.numbers.week_query import week_query
from text import Language
from ui.cache import answers
from ui.cache.edition_cache import EditionCache
from ui.choices import filters, names
from ui.session import knowledge

MOST = 12
FROZEN, CURRENT = EditionCache(MOST), EditionCache(MOST, edition=answers.edition)
"""Editions that are kept ready: what was known at a moment stays, what is known now goes when something is written."""


def shown(week: Period, shop: str | None, meeting: Meeting | None, language: Language) -> Edition:
    """The edition of a week: what the meeting froze, or what is known now."""
    masks = _masks(language)
    key = (str(folder()), week, shop, language, tuple(masks.items()), filters.today())
    if meeting is None:
        return CURRENT.of(
            (*key, knowledge.moment()), lambda: edition(answers.facts(), week, shop, filters.today(), masks)
        )
    then = frozen(week, shop, meeting, language)
    return CURRENT.of((*key, meeting.moment), lambda: _refreshed(then, week, shop, masks))


def frozen(week: Period, shop: str | None, meeting: Meeting, language: Language) -> Edition:
    """The edition as it stood when the meeting began, nothing entered since."""
    masks = _masks(language)
    key = (str(folder()), week, shop, language, tuple(masks.items()), filters.today(), meeting.moment)
    return FROZEN.of(key, lambda: _as_of(week, shop, meeting.moment, masks))


def freeze(of: Edition, moment: datetime, language: Language) -> None:
    """Have what was shown just now stand for what is known at a moment, which it is, without asking again."""
    masks = _masks(language)
    key = (str(folder()), of.deck.week, of.deck.shop, language, tuple(masks.items()), filters.today(), moment)
    FROZEN.of(key, lambda: of)


def _as_of(week: Period, shop: str | None, moment: datetime, masks: dict[str, str]) -> Edition:
    board = answers.warehouse()
    with warehouse_as_of(board, moment) as then:
        keep(then, handed(board))
        return edition(then, week, shop, filters.today(), masks)


def _refreshed(then: Edition, week: Period, shop: str | None, masks: dict[str, str]) -> Edition:
    """The frozen edition with the pages that are filled in during the meeting as they are now."""
    return refreshed(then, _query(week, shop, masks))


def now(week: Period, shop: str | None, language: Language) -> WeekQuery:
    """A week's questions, put to the living warehouse."""
    return _query(week, shop, _masks(language))


def _query(week: Period, shop: str | None, masks: dict[str, str]) -> WeekQuery:
    return week_query(answers.warehouse(), shop, week, filters.today(), masks)


def _masks(language: Language) -> dict[str, str]:
    """No names on slides but in the lead's view."""
    if names.leads():
        return {}
    return {name: mask.to(language) for name, mask in names.masks().by_name.items()}
