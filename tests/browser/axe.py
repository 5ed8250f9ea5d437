"""What axe-core finds on a page."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}, "resultTypes": ["violations"],
}  # fmt: skip
"""Colour contrast of 4.5:1 is one of the rules of wcag2aa."""

UPLOADERS = "[data-testid=stFileUploaderDropzone] button"
"""Left out: Streamlit's English word in it is hidden and ours drawn by the style sheet, which browsers read out but axe
does not see; `test_the_zone_speaks_only_the_readers_language` finds the button by that name."""


def found(page: Page) -> list[str]:
    """What axe-core finds, a line for each element."""
    context = {"exclude": [[UPLOADERS]]}
    violations = Axe().run(page, context, OPTIONS).response["violations"]
    return [
        f"{each['id']}: {node['target']} {node['html'][:200]} {node['failureSummary'][:200]}"
        for each in violations
        for node in each["nodes"]
    ]
