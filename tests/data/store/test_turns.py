"""People who write at once queue up; people who read never wait."""

import threading
from pathlib import Path

import pytest

from data.importing.batches import batches
from data.importing.imports import QUEUEING, preview, store
from data.reading.upload import Upload
from data.store.board import opened, shared
from data.store.turns import Turns
from tests.files import text_file
from text import Text

HEADING = ["订单编号", "买家会员名", "买家实际支付金额", "订单状态", "订单付款时间", "退款金额", "店铺名称"]
TIMEOUT = 60


class Stop(Exception):
    """The reader has left the page."""


def orders(path: Path, first: int) -> Path:
    rows = [
        [f"360108061{number:010d}", "小明", "10.00", "交易成功", "2026-06-11 10:00:00", "0.00", "甲旗舰店"]
        for number in range(first, first + 500)
    ]
    return text_file(path, [HEADING, *rows])


def test_whoever_waits_says_so_and_comes_next() -> None:
    turns, text = Turns(), threading.Event()

    def second() -> None:
        with turns.turn(text.set):
            order.append("second")

    order: list[str] = []
    with turns.turn():
        thread = threading.Thread(target=second)
        thread.start()
        assert text.wait(TIMEOUT)
        order.append("first")
    thread.join(TIMEOUT)
    assert order == ["first", "second"]


def test_turns_come_in_the_order_they_were_asked_for() -> None:
    turns, order = Turns(), list[int]()
    queued = [threading.Event() for _ in range(4)]

    def take(number: int) -> None:
        with turns.turn(queued[number].set):
            order.append(number)

    threads = [threading.Thread(target=take, args=(number,)) for number in range(4)]
    with turns.turn():
        for thread, place in zip(threads, queued, strict=True):
            thread.start()
            assert place.wait(TIMEOUT)
    for thread in threads:
        thread.join(TIMEOUT)
    assert order == [0, 1, 2, 3]


def test_whoever_leaves_the_queue_holds_nobody_up() -> None:
    turns, left = Turns(), threading.Event()

    def leave() -> None:
        raise Stop

    def impatient() -> None:
        with pytest.raises(Stop), turns.turn(leave):
            raise AssertionError("it was not its turn")
        left.set()

    with turns.turn():
        threading.Thread(target=impatient).start()
        assert left.wait(TIMEOUT)
    with turns.turn():
        pass


def test_two_people_who_import_at_once_queue_up_and_are_told_and_both_are_stored(var: Path, tmp_path: Path) -> None:
    paths = [orders(tmp_path / "甲.csv", first=1), orders(tmp_path / "乙.csv", first=10_001)]
    holding, waited = threading.Event(), threading.Event()
    with opened(var) as warehouse:

        def first() -> None:
            seen = preview(warehouse, [Upload(paths[0].name, paths[0])])
            with warehouse.trying():
                holding.set()
                assert waited.wait(TIMEOUT)
            store(warehouse, seen, by="小王")

        def second() -> None:
            assert holding.wait(TIMEOUT)
            store(warehouse, preview(warehouse, [Upload(paths[1].name, paths[1])], progress=note), by="小李")

        def note(_: float, doing: Text) -> None:
            if doing == QUEUEING:
                waited.set()

        threads = [threading.Thread(target=work) for work in (first, second)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(TIMEOUT)
        assert sorted(line.by for line in batches(warehouse)) == ["小李", "小王"]
        assert warehouse.rows("SELECT count(*) FROM orders") == [(1000,)]


def test_a_reader_never_waits_for_a_dry_run_or_a_writing(var: Path, tmp_path: Path) -> None:
    path = orders(tmp_path / "甲.csv", first=1)
    with opened(var) as warehouse:
        store(warehouse, preview(warehouse, [Upload(path.name, path)]), by="小王")
        found: list[object] = []

        def read() -> None:
            found.extend(warehouse.rows("SELECT count(*) FROM orders"))

        for holding in (warehouse.trying, warehouse.writing):
            with holding() as run:
                run.execute("DELETE FROM orders")
                reader = threading.Thread(target=read)
                reader.start()
                reader.join(TIMEOUT)
                assert found.pop() == (500,)


def test_a_process_has_one_warehouse_on_a_folder(var: Path) -> None:
    with shared(var) as first:
        assert shared(var) is first
        assert shared() is first
    assert shared(var) is not first
    shared(var).close()
