"""The intake on the command line: python -m data preview | import | inbox | batches | withdraw | template | …"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from data import documentation
from data.checking.preview import Preview
from data.checking.report import as_plain, lines
from data.checking.template import template_workbook
from data.console import console_language, say_plainly
from data.demo import write_demo
from data.importing import inbox
from data.importing.batches import BatchLine, NoSuchBatch, batches, withdraw
from data.importing.imports import preview, store
from data.importing.uploads import receive
from data.reading.upload import Upload
from data.reading.watched import Reader
from data.reading.workbook import READER
from data.sources import SOURCES, source_named
from data.store import clock
from data.store.board import SCHEMA, opened
from data.store.buyers_key import renewed
from data.store.warehouse import NotOpened, Warehouse, folder
from text import Language, Text

BY = "command line"
DONE, SET_ASIDE, MISUSED = 0, 1, 2

STORED = Text("已写入，批次 {batch}", "Stored as batch {batch}")
NOTHING = Text("没有要写的：都已在库里，或都被退回。", "Nothing to write: all of it is stored already, or was refused.")
TAKEN_BACK = Text(
    "已撤回 {batch}：{back} 行恢复，{gone} 行移除，{stay} 行不变",
    "{batch} withdrawn: {back} rows back, {gone} gone, {stay} as they are",
)
NOTHING_LIES = Text("收件箱里没有可以收的文件。", "No file in the inbox is ready to be taken.")
NEW_KEY = Text(
    "换了新的买家密钥。请把订单文件重新导入一遍：在那之前，老买家会被当成新买家。",
    "Buyers have a new key. Import the order files once more: until then buyers of before count as new.",
)
KEY_FITS = Text(
    "买家密钥就是数据库要的那把，没有换。", "The buyers' key is the one the warehouse needs; nothing was changed."
)
NO_FILE = Text("没有这个文件：{name}", "There is no such file: {name}")


def main(arguments: Sequence[str] | None = None, reader: Reader = READER) -> int:
    """Run one command; 0: all understood, 1: something was refused or set aside, 2: used wrongly."""
    say_plainly()
    options = _parser().parse_args(arguments, argparse.Namespace(reader=reader))
    language: Language = options.lang or console_language()
    try:
        return options.run(options, language)
    except (NotOpened, NoSuchBatch) as refusal:
        print(refusal.text.to(language), file=sys.stderr)
        return SET_ASIDE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description="From a spreadsheet file to a table.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--lang", choices=("zh", "en"), help="language of the messages; by default the system's")
    shared.add_argument("--json", action="store_true", help="print JSON")
    for name, run, help_text in (
        ("preview", _preview, "say what an import would do"),
        ("import", _import, "store files"),
    ):
        command = commands.add_parser(name, help=help_text, parents=[shared])
        command.add_argument("files", nargs="+", type=Path, metavar="FILE")
        command.add_argument("--shop", help="the shop, for files that name none")
        command.add_argument(
            "--shop-above", action="store_true", help="rows that name no shop are of the shop named above them"
        )
        command.add_argument(
            "--day", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day, for files that name none"
        )
        command.set_defaults(run=run)
    commands.add_parser("inbox", help="store what lies in the inbox", parents=[shared]).set_defaults(run=_inbox)
    commands.add_parser("batches", help="list what was imported", parents=[shared]).set_defaults(run=_batches)
    command = commands.add_parser("withdraw", help="take a batch back", parents=[shared])
    command.add_argument("batch", metavar="BATCH")
    command.set_defaults(run=_withdraw)
    command = commands.add_parser("template", help="write blank workbooks to fill in", parents=[shared])
    command.add_argument("sources", nargs="+", choices=[source.name for source in SOURCES], metavar="SOURCE")
    command.add_argument("--to", type=Path, required=True, metavar="DIR")
    command.set_defaults(run=_template)
    command = commands.add_parser("demo", help="write the demo shops' files", parents=[shared])
    command.add_argument("--to", type=Path, required=True, metavar="DIR")
    command.add_argument("--today", type=date.fromisoformat, default=None, metavar="YYYY-MM-DD")
    command.set_defaults(run=_demo)
    commands.add_parser(
        "newkey", help="hash buyers with a new key, the old one being lost", parents=[shared]
    ).set_defaults(run=_new_key)
    commands.add_parser("sources", help="print the formats it reads", parents=[shared]).set_defaults(run=_sources)
    return parser


def _preview(arguments: argparse.Namespace, language: Language) -> int:
    missing = _missing(arguments.files, language)
    if missing:
        return missing
    with opened() as warehouse:
        outcome = _tried(warehouse, arguments, [Upload(path.name, path) for path in arguments.files])
    _print(outcome, None, arguments, language)
    return SET_ASIDE if outcome.set_aside else DONE


def _import(arguments: argparse.Namespace, language: Language) -> int:
    missing = _missing(arguments.files, language)
    if missing:
        return missing
    with opened() as warehouse:
        outcome = _tried(
            warehouse, arguments, [receive(folder(), path.name, path.read_bytes()) for path in arguments.files]
        )
        receipt = store(warehouse, outcome, by=BY)
    _print(outcome, receipt.batch, arguments, language)
    if not arguments.json:
        print(STORED.filled(batch=receipt.batch).to(language) if receipt.batch else NOTHING.to(language))
    return SET_ASIDE if outcome.set_aside else DONE


def _inbox(arguments: argparse.Namespace, language: Language) -> int:
    var = folder()
    before = set(inbox.recent(var, most=sys.maxsize))
    with opened() as warehouse:
        seen = inbox.sweep(warehouse, var, inbox.Seen(), clock.now(warehouse))
        time.sleep(inbox.SETTLED.total_seconds())
        inbox.sweep(warehouse, var, seen, clock.now(warehouse))
    taken = [line for line in inbox.recent(var, most=sys.maxsize) if line not in before]
    if arguments.json:
        entries = [{"file": line.name, "outcome": line.outcome, "note": line.text.to(language)} for line in taken]
        print(json.dumps(entries, ensure_ascii=False, indent=2))
    else:
        print("\n".join(f"{line.name}: {line.text.to(language)}" for line in taken) or NOTHING_LIES.to(language))
    return SET_ASIDE if any(line.outcome != inbox.DONE for line in taken) else DONE


def _missing(files: Sequence[Path], language: Language) -> int:
    absent = [path for path in files if not path.is_file()]
    for path in absent:
        print(NO_FILE.filled(name=path).to(language), file=sys.stderr)
    return MISUSED if absent else DONE


def _tried(warehouse: Warehouse, arguments: argparse.Namespace, uploads: Sequence[Upload]) -> Preview:
    return preview(
        warehouse,
        uploads,
        shop=arguments.shop,
        day=arguments.day,
        shop_above=arguments.shop_above,
        reader=arguments.reader,
    )


def _print(outcome: Preview, batch: str | None, arguments: argparse.Namespace, language: Language) -> None:
    if arguments.json:
        stored = [batch if table.source and table.kept else None for table in outcome.tables]
        tables = [as_plain(table, name, language) for table, name in zip(outcome.tables, stored, strict=True)]
        print(json.dumps(tables, ensure_ascii=False, indent=2))
        return
    for table in outcome.tables:
        print("\n".join(lines(table, language)))


def _batches(arguments: argparse.Namespace, language: Language) -> int:
    with opened() as warehouse:
        listed = batches(warehouse)
    if arguments.json:
        print(json.dumps([_plain_batch(line, language) for line in listed], ensure_ascii=False, indent=2))
        return DONE
    for line in listed:
        state = Text("已撤回", "withdrawn").to(language) if line.withdrawn_at else ""
        print(f"{line.name}  {line.imported_at:%Y-%m-%d %H:%M}  {line.by}  {state}".rstrip())
        for part in line.parts:
            counts = Text(f"新增 {part.new}，改动 {part.changed}", f"{part.new} new, {part.changed} changed")
            print(f"  {part.file}: {part.source.to(language)}, {counts.to(language)}")
    return DONE


def _plain_batch(line: BatchLine, language: Language) -> dict[str, object]:
    return {
        "batch": line.name,
        "imported_at": line.imported_at.isoformat(timespec="seconds"),
        "by": line.by,
        "demo": line.demo,
        "withdrawn_at": line.withdrawn_at.isoformat(timespec="seconds") if line.withdrawn_at else None,
        "tables": [
            {
                "file": part.file, "source": part.source.to(language), "new": part.new, "changed": part.changed,
                "same": part.same, "rejected": part.rejected,
            }
            for part in line.parts
        ],
    }  # fmt: skip


def _withdraw(arguments: argparse.Namespace, language: Language) -> int:
    with opened() as warehouse:
        effects = withdraw(warehouse, arguments.batch, by=BY)
    counts = {name: sum(getattr(effect, name) for effect in effects) for name in ("back", "gone", "stay")}
    if arguments.json:
        print(json.dumps({"batch": arguments.batch, **counts}))
    else:
        print(TAKEN_BACK.filled(batch=arguments.batch, **counts).to(language))
    return DONE


def _template(arguments: argparse.Namespace, language: Language) -> int:
    arguments.to.mkdir(parents=True, exist_ok=True)
    for name in arguments.sources:
        path = arguments.to / f"{name}.xlsx"
        path.write_bytes(template_workbook(source_named(name), language))
        print(path)
    return DONE


def _demo(arguments: argparse.Namespace, language: Language) -> int:
    for path in write_demo(arguments.to, arguments.today or clock.today()):
        print(path)
    return DONE


def _new_key(_arguments: argparse.Namespace, language: Language) -> int:
    print((NEW_KEY if renewed(folder(), SCHEMA) else KEY_FITS).to(language))
    return DONE


def _sources(arguments: argparse.Namespace, language: Language) -> int:
    print(documentation.markdown(), end="")
    return DONE


if __name__ == "__main__":
    sys.exit(main())
