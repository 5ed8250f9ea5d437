"""The real board, started as a reader starts it, for the tests that need a server."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def board(var: Path, *options: str, port: int = 0) -> Iterator[str]:
    """The address of a board on `var`, at that port or any, running while the context lasts; it writes to `var`.log."""
    port = port or free_port()
    command = [sys.executable, str(ROOT / "serve.py"), "--no-browser", "--port", str(port), *options]
    with var.with_suffix(".log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "OPSBOARD_VAR": str(var)}, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_for(address: str, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Return once the address answers; AssertionError when the process ends or the time is over before that."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        assert process.poll() is None, f"the board ended with {process.returncode}"
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{address} did not answer within {seconds} s")
