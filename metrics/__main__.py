"""python -m metrics: the same numbers as on the pages, for automation and for checking."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date, datetime, timedelta

from data.console import console_language, say_plainly
from data.store.as_of import warehouse_as_of
from data.store.board import opened
from data.store.warehouse import NotOpened
from metrics.calendar.period import Period
from metrics.catalogue import TEAM_TITLES, TEAMS, metric_named
from metrics.catalogue.rollups import ROLLUPS
from metrics.definition.facts import DIMENSIONS
from metrics.definition.metric import Metric
from metrics.definition.refusals import Unanswerable
from metrics.explanation import audit_words
from metrics.explanation.audit import audited, whole_span
from metrics.glossary import documentation
from metrics.glossary import entries as words
from metrics.glossary.lags import Lag, lags
from metrics.glossary.nearest import nearest
from metrics.glossary.printing import aligned, as_csv, as_json, as_table, refused_json
from metrics.morning.completeness import shops
from metrics.query.question import answer
from metrics.query.rollups import use
from metrics.wording.values import joined
from text import LANGUAGES, Language, Refusal, Text

UNDERSTOOD, REFUSED = 0, 1

NO_METRIC = Text("没有指标 {name}；相近的有：{near}", "there is no metric {name}; the nearest are {near}")
NOTHING_NEAR = Text(
    "没有指标 {name}，也没有名字相近的；全部指标用 python -m metrics list 看",
    "there is no metric {name}, nor any of a name like it; python -m metrics list shows them all",
)
NEAR = Text("{name}（{label}）", "{name} ({label})")
NO_DIMENSION = Text("没有维度 {name}；可用：{known}", "there is no dimension {name}; there are {known}")
NO_DAY = Text("{name} 不是日期，请写成 2026-06-11", "{name} is no day; write it as 2026-06-11")
NO_MOMENT = Text(
    "{name} 不是时刻，请写成 2026-06-12 或 2026-06-12T09:05",
    "{name} is no moment; write it as 2026-06-12 or 2026-06-12T09:05",
)
NO_CONDITION = Text("{name} 不是条件，请写成 shop=店名", "{name} is no condition; write it as shop=NAME")
TWICE = Text("条件 {name} 给了两次", "the condition {name} is given twice")
LAG_HEADS = (
    Text("指标", "metric"),
    Text("声明几天定稿", "declared days"),
    Text("本库回放几天后不再动", "days until it stayed here"),
    Text("比了几天", "days compared"),
)
NOT_MEASURED = Text("历史不足，按声明的算", "not told, as declared")
BACKWARDS = Text("起始日 {first} 晚于截止日 {last}", "the first day {first} is after the last day {last}")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 understood, 1 refused with a sentence on stderr, 2 (by SystemExit) used wrongly."""
    say_plainly()
    parser = _parser()
    arguments = parser.parse_args(argv)
    language: Language = arguments.lang or console_language()
    try:
        if arguments.run is _ask:
            _read_question(arguments)
        print(arguments.run(arguments, language), flush=True)
    except BrokenPipeError:
        # The reader, such as head, has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Unanswerable as refused:
        return _refuse(refused.text, arguments, language)
    except _Wrong as wrong:
        parser.error(wrong.text.to(language))
    except NotOpened as closed:
        return _refuse(closed.text, arguments, language)
    return UNDERSTOOD


def _refuse(why: Text, arguments: argparse.Namespace, language: Language) -> int:
    if getattr(arguments, "json", False):
        print(refused_json(why, language))
    print(why.to(language), file=sys.stderr)
    return REFUSED


def _list(arguments: argparse.Namespace, language: Language) -> str:
    rows = words.glossary(language)
    if arguments.json:
        return json.dumps([{**row, "splits": _splits(row["name"])} for row in rows], ensure_ascii=False, indent=1)
    lines: list[str] = []
    for team, metrics in TEAMS.items():
        names = {metric.name for metric in metrics}
        shown = [[row["name"], row["label"], row["unit"], row["formula"]] for row in rows if row["name"] in names]
        lines += ["", TEAM_TITLES[team].to(language), aligned(shown, [False] * 4)]
    return "\n".join(lines[1:])


def _splits(name: str) -> list[str]:
    return list(metric_named(name).facts.splits)


def _ask(arguments: argparse.Namespace, language: Language) -> str:
    with ExitStack() as held:
        warehouse = held.enter_context(opened())
        if arguments.known_on:
            warehouse = held.enter_context(warehouse_as_of(warehouse, arguments.known_on))
        use(warehouse, ROLLUPS)
        answered = answer(warehouse, arguments.metrics, arguments.during, arguments.by, arguments.where)
    if arguments.json:
        return as_json(answered)
    return as_csv(answered) if arguments.csv else as_table(answered, language)


class _Wrong(Refusal):
    """The command was used wrongly; `text` says how."""


def _read_question(arguments: argparse.Namespace) -> None:
    arguments.metrics = [_metric(name) for name in arguments.metric]
    first, last = _day(arguments.first), _day(arguments.last)
    if last < first:
        raise _Wrong(BACKWARDS.filled(first=first, last=last))
    arguments.during = Period(first, last)
    arguments.known_on = _moment(arguments.known_on) if arguments.known_on else None
    arguments.by = [_dimension(name) for name in arguments.by.split(",")] if arguments.by is not None else []
    conditions: dict[str, str] = {}
    for condition in arguments.where or []:
        name, mark, value = condition.partition("=")
        if not mark:
            raise _Wrong(NO_CONDITION.filled(name=condition))
        if _dimension(name) in conditions:
            raise _Wrong(TWICE.filled(name=name))
        conditions[name] = value
    arguments.where = conditions


def _metric(name: str) -> Metric:
    try:
        return metric_named(name)
    except KeyError:
        near = [NEAR.filled(name=metric.name, label=metric.label) for metric in nearest(name)]
        if not near:
            raise _Wrong(NOTHING_NEAR.filled(name=name)) from None
        raise _Wrong(NO_METRIC.filled(name=name, near=joined(near, "、", ", "))) from None


def _dimension(name: str) -> str:
    if name not in DIMENSIONS:
        raise _Wrong(NO_DIMENSION.filled(name=repr(name), known=", ".join(DIMENSIONS)))
    return name


def _day(text: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise _Wrong(NO_DAY.filled(name=text)) from None


def _moment(text: str) -> datetime:
    """A moment; a day alone means its end."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise _Wrong(NO_MOMENT.filled(name=text)) from None
    return moment if len(text) > len("2026-06-11") else moment + timedelta(days=1)


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--lang", choices=LANGUAGES, help="language of the answer; by default the system's")
    parser = argparse.ArgumentParser(prog="python -m metrics", description="What the business counts.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    listing = commands.add_parser("list", help="list every metric", parents=[shared])
    listing.add_argument("--json", action="store_true", help="print JSON")
    listing.set_defaults(run=_list)

    asking = commands.add_parser("ask", help="ask for metrics", parents=[shared])
    asking.add_argument("metric", nargs="+", metavar="METRIC")
    asking.add_argument("--from", dest="first", required=True, metavar="DAY")
    asking.add_argument("--to", dest="last", required=True, metavar="DAY")
    asking.add_argument("--by", metavar="day,shop,channel,agent,…", help="what to split by")
    asking.add_argument("--where", action="append", metavar="shop=NAME", help="what to narrow to")
    asking.add_argument("--known-on", metavar="MOMENT", help="as the numbers were known then, e.g. 2026-06-12T09:05")
    shapes = asking.add_mutually_exclusive_group()
    shapes.add_argument("--json", action="store_true", help="print JSON")
    shapes.add_argument("--csv", action="store_true", help="print CSV")
    asking.set_defaults(run=_ask)

    replaying = commands.add_parser(
        "lags", help="after how many days values stayed as they are, by the warehouse's own imports", parents=[shared]
    )
    replaying.set_defaults(run=_lags)

    auditing = commands.add_parser("audit", help="list the facts that two sources tell differently", parents=[shared])
    auditing.add_argument("--from", dest="first", metavar="DAY", help="by default the first day of which files tell")
    auditing.add_argument("--to", dest="last", metavar="DAY", help="by default the last one")
    auditing.add_argument("--shop", metavar="NAME", help="by default every shop")
    auditing.add_argument("--json", action="store_true", help="print JSON")
    auditing.set_defaults(run=_audit)

    glossary = commands.add_parser("glossary", help="print the glossary as Markdown", parents=[shared])
    glossary.set_defaults(run=_glossary)
    return parser


def _lags(arguments: argparse.Namespace, language: Language) -> str:
    with opened() as warehouse:
        use(warehouse, ROLLUPS)
        found = lags(warehouse)
    rows = [[text.to(language) for text in LAG_HEADS]]
    rows += [
        [each.metric.name, str(each.metric.final_after), _stayed(each, language), str(each.compared)] for each in found
    ]
    return aligned(rows, [False, True, True, True])


def _stayed(lag: Lag, language: Language) -> str:
    return NOT_MEASURED.to(language) if lag.stayed is None else str(lag.stayed)


def _audit(arguments: argparse.Namespace, language: Language) -> str:
    first, last = (_day(each) if each else None for each in (arguments.first, arguments.last))
    with opened() as warehouse:
        use(warehouse, ROLLUPS)
        whole = whole_span(warehouse)
        during = Period(first or whole.first, last or whole.last) if whole else None
        found = audited(warehouse, during, [arguments.shop] if arguments.shop else shops(warehouse)) if during else ()
    if arguments.json:
        return json.dumps([audit_words.plain(each) for each in found], ensure_ascii=False, indent=1)
    if during is None:
        return audit_words.EMPTY.to(language)
    heading = (audit_words.COUNTED if found else audit_words.NOTHING).filled(
        first=during.first, last=during.last, n=len(found)
    )
    return "\n".join([heading.to(language), *(audit_words.line(each).to(language) for each in found)])


def _glossary(arguments: argparse.Namespace, language: Language) -> str:
    return documentation.markdown().rstrip("\n")


if __name__ == "__main__":
    raise SystemExit(main())
