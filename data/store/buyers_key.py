"""The key that buyers' names are hashed with: a file beside the warehouse, which knows the key's fingerprint.

With another key every buyer would exist a second time, so a warehouse that holds buyers opens with its own alone.
"""

import hashlib
import os
import secrets
from datetime import datetime
from pathlib import Path

from data.formats.kinds import BUYER
from data.store import clock
from data.store.warehouse import NotOpened, Schema, Warehouse
from text import Text

WAREHOUSE, KEY = "warehouse.duckdb", "buyers.key"

MISSING = Text("文件没有了，或是空的", "the file is missing or empty")
ANOTHER = Text("现在这把是 {held}", "the one there is {held}")
NEEDED = Text(
    "数据库里的买家是用另一把密钥加密的：要的是 {needed}，{found}。请把备份里的 {name} 放回 {home}，再打开。"
    "真的找不回来：关掉看板，运行 python -m data newkey，再把订单文件重新导入一遍，否则老买家会被当成新买家。",
    "The buyers in this warehouse are hashed with another key: it needs {needed}, and {found}. Put {name} from a backup"
    " back into {home} and open it again. If it cannot be found: close the board, run python -m data newkey, and import"
    " the order files once more, or buyers of before count as new.",
)
UNNAMED = Text("导入它们时的那把", "the one they were imported with")
NAMED = Text("{mark}（{since:%Y-%m-%d} 起用）", "{mark} (in use since {since:%Y-%m-%d})")


class OtherKey(NotOpened):
    """The key in the folder is not the one that the warehouse's buyers were hashed with, or is not there."""

    def __init__(self, home: Path, held: bytes, recorded: tuple[str, datetime] | None) -> None:
        needed = NAMED.filled(mark=recorded[0], since=recorded[1]) if recorded else UNNAMED
        found = ANOTHER.filled(held=fingerprint(held)) if held else MISSING
        super().__init__(NEEDED.filled(needed=needed, found=found, name=KEY, home=home))


def fingerprint(key: bytes) -> str:
    """Twelve hexadecimal digits that tell a key from another and nothing of the key itself."""
    return hashlib.sha256(b"fingerprint of buyers.key" + key).hexdigest()[:12]


def with_key(home: Path, schema: Schema) -> Warehouse:
    """The warehouse of a folder with its key, both made where they are not there.

    Raises Busy while another process has it open, OtherKey where it holds buyers of a key that is not this one.
    """
    home.mkdir(parents=True, exist_ok=True)
    held = _held(home)
    key = held or secrets.token_bytes(32)
    warehouse = Warehouse(home / WAREHOUSE, key, schema)
    recorded = _recorded(warehouse)
    if recorded and recorded[0] == fingerprint(key):
        return warehouse
    # A warehouse of before fingerprints has the key that lies beside it.
    if (recorded or not held) and _has_buyers(warehouse):
        warehouse.close()
        raise OtherKey(home, held, recorded)
    if not held:
        _keep(home, key)
    _record(warehouse, key)
    return warehouse


def renewed(home: Path, schema: Schema) -> bool:
    """Whether the warehouse of a folder was given a new key, its own being lost; nothing is done where it is there.

    Another key that lies in its place is kept beside it, under its fingerprint. Buyers stored before stay as they are:
    only importing their files again makes them the buyers of later files. Raises Busy as `with_key` does.
    """
    home.mkdir(parents=True, exist_ok=True)
    held, fresh = _held(home), secrets.token_bytes(32)
    with Warehouse(home / WAREHOUSE, fresh, schema) as warehouse:
        recorded = _recorded(warehouse)
        if held and (not recorded or recorded[0] == fingerprint(held)):
            return False
        if held:
            (home / KEY).replace(home / f"{KEY}.{fingerprint(held)}")
        _keep(home, fresh)
        _record(warehouse, fresh)
    return True


def _held(home: Path) -> bytes:
    path = home / KEY
    return path.read_bytes() if path.exists() else b""


def _keep(home: Path, key: bytes) -> None:
    fresh = home / f"{KEY}.{os.getpid()}"
    fresh.write_bytes(key)
    fresh.chmod(0o600)
    fresh.replace(home / KEY)


def _recorded(warehouse: Warehouse) -> tuple[str, datetime] | None:
    rows = warehouse.rows("SELECT fingerprint, since FROM buyers_keys ORDER BY since DESC, rowid DESC LIMIT 1")
    return rows[0] if rows else None


def _record(warehouse: Warehouse, key: bytes) -> None:
    with warehouse.writing(answers_stay=True) as run:
        run.execute("INSERT INTO buyers_keys VALUES (?, ?)", [fingerprint(key), clock.now(warehouse)])


def _has_buyers(warehouse: Warehouse) -> bool:
    hashed = [
        f"SELECT 1 FROM {subject.name} WHERE {field.name} IS NOT NULL"
        for subject, fields in warehouse.schema.subjects.items()
        for field in fields
        if field.sql_type == BUYER.sql_type
    ]
    return bool(hashed and warehouse.rows(f"SELECT EXISTS ({' UNION ALL '.join(hashed)})")[0][0])
