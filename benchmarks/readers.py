"""Readers without a browser: each opens pages of a running board over its websocket, as a browser does."""

import random
import threading
import time
from collections.abc import Callable

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState, ContextInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

THINKING = 10.0
"""Seconds that a reader looks at a page on average."""

PAGES = ("", "sales", "traffic", "products", "service", "reputation", "fulfilment")
PERIODS = ("yesterday", "7d", "30d", "month")


def seen(line: ClientConnection, page: str, query: str = "", seconds: float = 120) -> float:
    """Seconds until a page is drawn to its end."""
    reader = ContextInfo(locale="zh-CN", timezone="Asia/Shanghai", color_scheme="light")
    message = BackMsg(rerun_script=ClientState(page_name=page, query_string=query, context_info=reader))
    start = time.perf_counter()
    line.send(message.SerializeToString())
    while True:
        heard = ForwardMsg.FromString(line.recv(timeout=seconds, decode=False))
        if heard.WhichOneof("type") == "script_finished":
            return time.perf_counter() - start


def opened(board: str) -> ClientConnection:
    """The line of a new reader."""
    return connect(board.replace("http", "ws", 1) + "/_stcore/stream", max_size=None, proxy=None)


def at_once(board: str, readers: int) -> list[float]:
    """Seconds until each of so many readers has the morning page, all opening it at the same moment."""
    took: list[float] = []
    gate = threading.Barrier(readers)

    def read() -> None:
        with opened(board) as line:
            gate.wait()
            took.append(seen(line, ""))

    _at_once([read] * readers)
    return took


def thinking(board: str, readers: int, seconds: float) -> list[float]:
    """Seconds of every redraw while so many readers turn pages and periods, each after some time of thinking."""
    took: list[float] = []
    until = time.monotonic() + seconds

    def read() -> None:
        chance = random.Random(threading.get_ident())
        with opened(board) as line:
            time.sleep(chance.uniform(0, THINKING))
            seen(line, "")
            while time.monotonic() < until:
                time.sleep(chance.uniform(THINKING / 2, THINKING * 1.5))
                took.append(seen(line, chance.choice(PAGES), f"period={chance.choice(PERIODS)}"))

    _at_once([read] * readers)
    return took


def _at_once(work: list[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=each) for each in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
