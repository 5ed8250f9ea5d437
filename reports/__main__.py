"""python -m reports: the weekly deck as files, for whoever does it by a timer or without a browser."""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path

from data.console import console_language, say_plainly
from data.store import clock
from data.store.as_of import warehouse_as_of
from data.store.board import opened
from data.store.warehouse import NotOpened, Warehouse
from metrics.calendar.period import Period, week_of
from metrics.catalogue.rollups import ROLLUPS
from metrics.morning.completeness import shops
from metrics.query.rollups import keep
from metrics.wording.masking import masks
from reports.deck.deck import Edition, edition
from reports.outlets import OUTLETS, Outlet
from text import LANGUAGES, Language, Refusal, Text

DONE, REFUSED = 0, 1

NO_WEEK = Text("{said} 不是周，请写成 2026-W46", "{said} is no week; write it as 2026-W46")
NO_MOMENT = Text("{said} 不是时刻，请写成 2026-06-12T09:05", "{said} is no moment; write it as 2026-06-12T09:05")
NO_SHOP = Text("没有店铺 {name}；有：{known}", "there is no shop {name}; there are {known}")
NO_FACTS = Text("看板里还没有数据，先导入文件", "there is no data in the board yet: import files first")
WRITTEN = Text("已写 {path}", "wrote {path}")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 done, 1 refused with a sentence on stderr, 2 (by SystemExit) used wrongly."""
    say_plainly()
    parser = _parser()
    given = parser.parse_args(argv)
    language: Language = given.lang or console_language()
    week, moment = _week(given.week), _moment(given.known_on)
    if week is None or (given.known_on and moment is None):
        refusal = NO_WEEK.filled(said=given.week) if week is None else NO_MOMENT.filled(said=given.known_on)
        parser.error(refusal.to(language))
    try:
        for path in _written(given, week, moment, language):
            print(WRITTEN.filled(path=path).to(language), flush=True)
    except NotOpened as closed:
        return _refused(closed.text, language)
    except _Unknown as unknown:
        return _refused(unknown.text, language)
    return DONE


class _Unknown(Refusal):
    """A shop that is not there; `text` says which are."""


def _refused(why: Text, language: Language) -> int:
    print(why.to(language), file=sys.stderr)
    return REFUSED


def _written(given: argparse.Namespace, week: Period, moment: datetime | None, language: Language) -> Iterator[Path]:
    outlet = next(one for one in OUTLETS if one.name == given.outlet)
    with ExitStack() as held:
        warehouse = held.enter_context(opened())
        today = given.today or clock.today(warehouse)
        if moment:
            warehouse = held.enter_context(warehouse_as_of(warehouse, moment))
        keep(warehouse, ROLLUPS)
        hidden = {} if given.names else {name: mask.to(language) for name, mask in masks(warehouse).by_name.items()}
        for shop in _shops(warehouse, given):
            yield _put(given.to, outlet, edition(warehouse, week, shop, today, hidden), language)


def _shops(warehouse: Warehouse, given: argparse.Namespace) -> list[str | None]:
    stored = shops(warehouse)
    if not stored:
        raise _Unknown(NO_FACTS)
    for name in given.shop:
        if name not in stored:
            raise _Unknown(NO_SHOP.filled(name=name, known=", ".join(stored)))
    return [None] if given.together else [*(given.shop or stored)]


def _put(folder: Path, outlet: Outlet, of: Edition, language: Language) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / outlet.file_name(of, language)
    path.write_bytes(outlet.made(of, language))
    return path


def _week(text: str) -> Period | None:
    if not re.fullmatch(r"\d{4}-W\d{2}", text):
        return None
    try:
        return week_of(datetime.strptime(f"{text}-1", "%G-W%V-%u").date())
    except ValueError:
        return None


def _moment(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m reports", description="The weekly deck as files.")
    commands = parser.add_subparsers(required=True, metavar="OUTLET", dest="outlet")
    for outlet in OUTLETS:
        command = commands.add_parser(outlet.name, help=f"{outlet.title.en} ({outlet.ending})")
        command.add_argument("--week", required=True, metavar="2026-W46", help="the week, Monday to Sunday")
        command.add_argument("--to", required=True, type=Path, metavar="DIR", help="the folder to write into")
        command.add_argument("--lang", choices=LANGUAGES, help="by default the system's")
        which = command.add_mutually_exclusive_group()
        which.add_argument("--shop", action="append", default=[], help="one shop; by default a file for each")
        which.add_argument("--together", action="store_true", help="one file for all shops together")
        command.add_argument("--known-on", metavar="MOMENT", help="as known then, e.g. 2026-06-12T09:05")
        command.add_argument("--names", action="store_true", help="name staff; by default they are 客服A, 客服B")
        command.add_argument(
            "--today", type=date.fromisoformat, metavar="DAY", help="decides what is provisional; by default today"
        )
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
