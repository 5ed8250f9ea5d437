"""The command line's own surroundings: its language and its encoding."""

import locale
import os
import sys

from text import Language


def console_language() -> Language:
    """Chinese where the system speaks Chinese, else English."""
    locale_name = (
        os.environ.get("LC_ALL")
        or os.environ.get("LC_MESSAGES")
        or os.environ.get("LANG")
        or locale.getlocale()[0]
        or ""
    )
    return "zh" if locale_name.lower().startswith(("zh", "chinese")) else "en"


def say_plainly() -> None:
    """Print UTF-8 wherever the console would print less."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
