"""Accounts to persons: the SQL that puts the roster's names beside rows that know an account alone."""

BARE = "regexp_extract({account}, '[^:：]*$')"
"""An account without the shop's name that some exports write before it."""


def with_persons(facts: str) -> str:
    """SQL for the rows of `facts` (a table or a query with `shop` and `agent`), with `person` and `roster_team` added.

    A roster's row of that shop goes before one of the whole department. An account that no row names, or that
    rows of one shop give to two persons, goes by its own name without the shop's.
    """
    account = BARE.format(account="facts.agent")
    return (
        f"SELECT facts.*, coalesce(own.person, everyone.person, {account}) AS person,"
        " coalesce(own.team, everyone.team) AS roster_team"
        f" FROM (FROM {facts}) AS facts"
        f" LEFT JOIN ({_persons()}) AS own ON own.shop = facts.shop AND own.account = {account}"
        f" LEFT JOIN ({_persons()}) AS everyone ON everyone.shop = '' AND everyone.account = {account}"
    )


def _persons() -> str:
    one = "CASE WHEN count(DISTINCT {name}) = 1 THEN any_value({name}) END AS {name}"
    return (
        f"SELECT shop, {BARE.format(account='account')} AS account, {one.format(name='person')},"
        f" {one.format(name='team')} FROM roster GROUP BY ALL"
    )
