"""Starts the board: `python serve.py [--port N] [--host ADDRESS] [--no-browser] [--cold]`."""

import argparse
import asyncio
import gc
import logging
import threading
import time
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState, ContextInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.pages_manager import PagesManager
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from data.console import say_plainly
from data.importing import inbox
from data.store import clock
from data.store.board import shared
from data.store.warehouse import Warehouse, folder
from metrics.catalogue.rollups import ROLLUPS
from metrics.query.rollups import keep
from reports.sending import schedule
from text import LANGUAGES, Text

HERE = Path(__file__).parent
COLD, WARM = threading.Event(), threading.Event()
REST = 60
"""Seconds until the inbox or the schedule is looked at again after something went wrong with it as a whole."""

LIKELY = ("7d", "30d", "month")
"""The periods that readers ask for most beside yesterday."""

LOG = logging.getLogger(__name__)
OPEN = Text("看板已打开：{url}　按 Ctrl+C 关闭", "The board is open at {url}. Press Ctrl+C to close it.")
BROKEN = Text(
    "这一页没能画出来。数据没有丢，请刷新再试；还不行，请把运行窗口里最后几行发给管理员。",
    "This page could not be drawn. No data is lost: reload it. If that does not help, "
    "send the last lines of the window the board runs in to whoever looks after it.",
)
# Streamlit sends its scripts uncompressed; 5 is where zlib stops getting much smaller and starts getting much slower.
GZIP = Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)

# Streamlit takes a folder named pages for a menu of its own until the first run has named the pages, and tells whoever
# opens another page than the first one by then that there is no such page (its issue 8860).
PagesManager.uses_pages_directory = False


def url() -> str:
    """The address of the running board, for a reader on this machine."""
    host = st.get_option("server.address")
    return f"http://{'127.0.0.1' if host in ('0.0.0.0', '::') else host}:{st.get_option('server.port')}"


def visit(page: str, query: str = "", seconds: float = 60) -> None:
    """Open a page as a reader's browser does, and read until it is drawn; TimeoutError when that takes too long."""
    reader = ContextInfo(locale="zh-CN", timezone="Asia/Shanghai", color_scheme="light")
    message = BackMsg(rerun_script=ClientState(page_name=page, query_string=query, context_info=reader))
    until = time.monotonic() + seconds
    with connect(url().replace("http", "ws", 1) + "/_stcore/stream", max_size=None, proxy=None) as line:
        line.send(message.SerializeToString())
        while True:
            heard = line.recv(timeout=until - time.monotonic(), decode=False)
            if ForwardMsg.FromString(heard).WhichOneof("type") == "script_finished":
                return


def warm() -> None:
    """Open every page once, and the teams' pages with the likely periods, so that they are there before a reader is."""
    for page in ("", *sorted(path.stem for path in HERE.glob("pages/*/*.py"))):
        _warm(page)
    for page in sorted(path.stem for path in HERE.glob("pages/teams/*.py")):
        for period in LIKELY:
            _warm(page, f"period={period}")
    # Streamlit has the garbage collector look at everything after each run; what stands by now is never garbage.
    gc.collect()
    gc.freeze()
    WARM.set()


def _warm(page: str, query: str = "") -> None:
    try:
        visit(page, query)
    except (OSError, WebSocketException):
        LOG.warning("The page %r could not be warmed up", page, exc_info=True)


def board() -> Warehouse:
    """The warehouse of this board, with what metrics are computed from kept up to date in it."""
    warehouse = shared()
    keep(warehouse, ROLLUPS)
    return warehouse


def watch_inbox() -> None:
    """Import what is put into the inbox, for as long as the board runs; what goes wrong is logged."""
    seen = inbox.Seen()
    while True:
        try:
            seen = inbox.sweep(shared(), folder(), seen, clock.now(shared()))
            time.sleep(inbox.EVERY)
        except Exception:
            LOG.exception("The inbox could not be looked at")
            time.sleep(REST)


def keep_schedule() -> None:
    """Send what is due, for as long as the board runs; what goes wrong is logged."""
    while True:
        try:
            schedule.send_due(board(), folder(), clock.now(board()))
            time.sleep(schedule.EVERY)
        except Exception:
            LOG.exception("What is due could not be sent")
            time.sleep(REST)


def listening() -> None:
    """Warm the board up in a thread unless it is to start cold, and open the browser unless the board runs headless."""
    if not COLD.is_set():
        threading.Thread(target=warm, daemon=True).start()
    if not st.get_option("server.headless"):
        threading.Thread(target=webbrowser.open, args=(url(),), daemon=True).start()


@asynccontextmanager
async def started(_app: st.App) -> AsyncIterator[None]:
    """Say where the board is, and go on once it listens, which it does right after this has yielded."""
    print(*(OPEN.filled(url=url()).to(language) for language in LANGUAGES), sep="\n", flush=True)
    threading.Thread(target=watch_inbox, daemon=True, name="inbox").start()
    threading.Thread(target=keep_schedule, daemon=True, name="schedule").start()
    asyncio.get_running_loop().call_later(0.3, listening)
    yield


def say_broken(_error: Exception) -> bool:
    """Show a sentence in the place of a traceback, which goes to the log alone."""
    st.error(f"{BROKEN.zh}\n\n{BROKEN.en}")
    return True


async def healthy(_request: Request) -> JSONResponse:
    """Answer whoever asks whether the board is up, and whether it is warm."""
    return JSONResponse({"up": True, "warm": WARM.is_set()})


app = st.App(
    HERE / "dashboard.py",
    lifespan=started,
    routes=[Route("/healthz", healthy)],
    middleware=[GZIP],
    on_script_error=say_broken,
)


def options() -> dict[str, object]:
    """The Streamlit options that the command line sets; the rest is in .streamlit/config.toml."""
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("--port", type=int, help="8501, or the next free one")
    command.add_argument("--host", help="127.0.0.1, so only this machine; 0.0.0.0 lets the network in")
    command.add_argument("--no-browser", action="store_true", help="do not open the browser")
    command.add_argument("--cold", action="store_true", help="do not open every page once before the first reader does")
    given = command.parse_args()
    if given.cold:
        COLD.set()
    chosen = {"server.port": given.port, "server.address": given.host, "server.headless": given.no_browser or None}
    quiet = {"server.fileWatcherType": "none", "logger.hideWelcomeMessage": True}
    return quiet | {name: value for name, value in chosen.items() if value is not None}


if __name__ == "__main__":
    say_plainly()
    with suppress(KeyboardInterrupt):
        app.run(config=options())
