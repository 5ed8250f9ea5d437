"""A reader's page is drawn while somebody else writes."""

from pathlib import Path

import pytest

from data.store.board import shared
from tests.pages.conftest import Open


@pytest.mark.parametrize("page", ["today/morning", "records/imports"])
def test_a_page_never_waits_for_a_dry_run(open_page: Open, with_data: Path, page: str) -> None:
    with shared(with_data).trying() as run:
        run.execute("DELETE FROM shop_daily")
        app = open_page(page)
    assert not app.exception
    assert app.get("html")
