"""python -m metrics: the same numbers as on the pages, for automation and for checking."""

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from datetime import date, datetime
from typing import TextIO

from data.warehouse import Busy, opened
from metrics.catalogue import METRICS, TEAM_TITLES, TEAMS, metric_named
from metrics.facts import DIMENSIONS
from metrics.glossary import glossary, markdown
from metrics.metric import Metric
from metrics.period import Period
from metrics.printing import aligned, as_csv, as_json, as_table, refused_json
from metrics.question import Unanswerable, answer
from text import LANGUAGES, Language, Text

UNDERSTOOD, REFUSED = 0, 1

LIST = Text("列出全部指标", "list every metric")
GLOSSARY = Text("打印指标词典（Markdown）", "print the glossary as Markdown")
ASK = Text("查指标", "ask for metrics")
NO_METRIC = Text("没有指标 {name}；可用：{known}", "there is no metric {name}; there are {known}")
NO_DIMENSION = Text("没有维度 {name}；可用：{known}", "there is no dimension {name}; there are {known}")
NO_DAY = Text("{name} 不是日期，请写成 2026-06-11", "{name} is no day; write it as 2026-06-11")
NO_CONDITION = Text("{name} 不是条件，请写成 shop=店名", "{name} is no condition; write it as shop=NAME")
TWICE = Text("条件 {name} 给了两次", "the condition {name} is given twice")
BACKWARDS = Text("起始日 {first} 晚于截止日 {last}", "the first day {first} is after the last day {last}")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 understood, 1 refused with a sentence on stderr, 2 (by SystemExit) used wrongly."""
    for stream in (sys.stdout, sys.stderr):
        _in_utf8(stream)
    given = list(sys.argv[1:] if argv is None else argv)
    language = _language(given)
    parser = _parser(language)
    arguments = parser.parse_args(given)
    try:
        if arguments.run is _ask:
            _read_question(arguments)
        print(arguments.run(arguments, language))
    except Unanswerable as refused:
        return _refuse(refused.text, arguments, language)
    except _Wrong as wrong:
        parser.error(wrong.text.to(language))
    except Busy as busy:
        return _refuse(busy.text, arguments, language)
    return UNDERSTOOD


def _refuse(why: Text, arguments: argparse.Namespace, language: Language) -> int:
    if getattr(arguments, "json", False):
        print(refused_json(why, language))
    print(why.to(language), file=sys.stderr)
    return REFUSED


def _list(arguments: argparse.Namespace, language: Language) -> str:
    rows = glossary(language)
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
    warehouse = opened()
    try:
        answered = answer(warehouse, arguments.metrics, arguments.during, arguments.by, arguments.where)
    finally:
        warehouse.close()
    if arguments.json:
        return as_json(answered)
    return as_csv(answered) if arguments.csv else as_table(answered, language)


class _Wrong(Exception):
    """The command was used wrongly; `text` says how."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def _read_question(arguments: argparse.Namespace) -> None:
    arguments.metrics = [_metric(name) for name in arguments.metric]
    first, last = _day(arguments.first), _day(arguments.last)
    if last < first:
        raise _Wrong(BACKWARDS.filled(first=first, last=last))
    arguments.during = Period(first, last)
    arguments.by = [_dimension(name) for name in arguments.by.split(",")] if arguments.by is not None else []
    conditions: dict[str, str] = {}
    for said in arguments.where or []:
        name, mark, value = said.partition("=")
        if not mark:
            raise _Wrong(NO_CONDITION.filled(name=said))
        if _dimension(name) in conditions:
            raise _Wrong(TWICE.filled(name=name))
        conditions[name] = value
    arguments.where = conditions


def _metric(name: str) -> Metric:
    try:
        return metric_named(name)
    except KeyError:
        known = ", ".join(metric.name for metric in METRICS)
        raise _Wrong(NO_METRIC.filled(name=name, known=known)) from None


def _dimension(name: str) -> str:
    if name not in DIMENSIONS:
        raise _Wrong(NO_DIMENSION.filled(name=repr(name), known=", ".join(DIMENSIONS)))
    return name


def _day(said: str) -> date:
    try:
        return datetime.strptime(said, "%Y-%m-%d").date()
    except ValueError:
        raise _Wrong(NO_DAY.filled(name=said)) from None


def _parser(language: Language) -> argparse.ArgumentParser:
    spoken = argparse.ArgumentParser(add_help=False)
    spoken.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS)
    parser = argparse.ArgumentParser(prog="python -m metrics", parents=[spoken])
    commands = parser.add_subparsers(required=True, metavar="list | ask | glossary")

    listing = commands.add_parser("list", help=LIST.to(language), parents=[spoken])
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=_list)

    asking = commands.add_parser("ask", help=ASK.to(language), parents=[spoken])
    asking.add_argument("metric", nargs="+", metavar="METRIC")
    asking.add_argument("--from", dest="first", required=True, metavar="DAY")
    asking.add_argument("--to", dest="last", required=True, metavar="DAY")
    asking.add_argument("--by", metavar="day,shop,channel,agent,…")
    asking.add_argument("--where", action="append", metavar="shop=NAME")
    shapes = asking.add_mutually_exclusive_group()
    shapes.add_argument("--json", action="store_true")
    shapes.add_argument("--csv", action="store_true")
    asking.set_defaults(run=_ask)

    commands.add_parser("glossary", help=GLOSSARY.to(language), parents=[spoken]).set_defaults(run=_glossary)
    return parser


def _glossary(arguments: argparse.Namespace, language: Language) -> str:
    return markdown().rstrip("\n")


def _language(given: Sequence[str]) -> Language:
    finder = argparse.ArgumentParser(add_help=False)
    finder.add_argument("--lang")
    said = finder.parse_known_args(list(given))[0].lang or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "zh" if said.startswith("zh") else "en"


def _in_utf8(stream: TextIO) -> None:
    if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
        stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
