"""Masking: letters in place of staff names, the same letter for the same person on every page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.store.warehouse import Warehouse
from text import Text, same

AGENT = Text("客服", "Agent ")
COLLEAGUE = Text("员工", "Staff ")
UNKNOWN = Text("同事", "a colleague")
"""Somebody whom no file names."""

_GROUP = re.compile(r"(组|部|部门|团队|全员)$")
_BARE = "regexp_extract({name}, '[^:：]*$')"
_AGENTS = "SELECT agent AS name FROM service UNION SELECT agent FROM chats UNION SELECT agent FROM shifts"
_OTHERS = """
    SELECT person AS name FROM workload UNION SELECT person FROM quotas UNION SELECT person FROM targets
    UNION SELECT person FROM appraisals UNION SELECT person FROM page_checks UNION SELECT person FROM roster
    UNION SELECT handler FROM complaints UNION SELECT owner FROM actions UNION SELECT owner FROM faults
    UNION SELECT owner FROM activities UNION SELECT by_whom FROM batches UNION SELECT withdrawn_by FROM batches"""
_PERSONS = f"""
    SELECT {_BARE.format(name="account")} AS name, any_value(trim(person)) AS person FROM roster
    WHERE coalesce(trim(person), '') <> '' GROUP BY ALL HAVING count(DISTINCT person) = 1"""


@dataclass(frozen=True, slots=True)
class Masks:
    """What each name of the warehouse is called where names are hidden; accounts of one person share a mask."""

    by_name: dict[str, Text]

    def of(self, name: str) -> Text:
        """A name's mask, with or without the shop's name before it; a group is no person and keeps its name."""
        return same(bare(name)) if _GROUP.search(bare(name)) else self.by_name.get(bare(name), UNKNOWN)

    def within(self, sentence: Text) -> Text:
        """A sentence with every known name of two letters or more masked, the longest names first."""
        zh, en = sentence.zh, sentence.en
        for name in sorted((each for each in self.by_name if len(each) > 1), key=len, reverse=True):
            zh, en = zh.replace(name, self.by_name[name].zh), en.replace(name, self.by_name[name].en)
        return Text(zh, en)

    def named(self, mask: str) -> str | None:
        """The name behind a mask in either language; None for no mask."""
        return next((name for name, text in self.by_name.items() if mask in (text.zh, text.en)), None)


def masked(names: Iterable[str], team: str) -> dict[str, str]:
    """Each name's mask: the team's word and a letter, given in the order of the names; AA follows Z."""
    return {name: team + letter for name, letter in zip(sorted(set(names)), _letters(), strict=False)}


def masks(warehouse: Warehouse) -> Masks:
    """The masks of everybody whom the warehouse names: agents first, then all others.

    They are taken from all days and shops, so that a letter means the same person in every period.
    """
    persons = dict(warehouse.rows(_PERSONS))
    agents = _persons(warehouse, _AGENTS, persons)
    others = _persons(warehouse, _OTHERS, persons) - agents
    found = {name: Text(zh, zh.replace(AGENT.zh, AGENT.en)) for name, zh in masked(agents, AGENT.zh).items()}
    found |= {
        name: Text(zh, zh.replace(COLLEAGUE.zh, COLLEAGUE.en)) for name, zh in masked(others, COLLEAGUE.zh).items()
    }
    return Masks(found | {account: found[person] for account, person in persons.items() if person in found})


def bare(name: str) -> str:
    """A name without the shop's, which some exports write before an account and a colon."""
    return name.replace("：", ":").rsplit(":", 1)[-1].strip() or name


def _persons(warehouse: Warehouse, sql: str, persons: dict[str, str]) -> set[str]:
    names = {bare(row[0]) for row in warehouse.rows(f"SELECT name FROM ({sql}) WHERE coalesce(trim(name), '') <> ''")}
    return {persons.get(name, name) for name in names if not _GROUP.search(name)}


def _letters() -> Iterator[str]:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    yield from alphabet
    for first in _letters():
        yield from (first + letter for letter in alphabet)
