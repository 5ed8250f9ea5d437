"""The deck of the demo shop as it is drawn: no text of a real slide is cut, covered or too small."""

from itertools import combinations

import pytest

from data.store.warehouse import Warehouse
from reports.deck.deck import deck
from reports.drawing.marks import HEIGHT, SMALLEST, WIDTH, Words
from reports.drawing.pages import rendered
from tests.metrics.rows import SHOP
from tests.reports.conftest import DEMO_MONDAY, DEMO_WEEK
from text import LANGUAGES


@pytest.mark.parametrize("shop", [SHOP, None], ids=["one shop", "all shops"])
def test_every_text_of_the_demo_deck_has_its_place(demo: Warehouse, shop: str | None) -> None:
    made = deck(demo, DEMO_WEEK, shop, DEMO_MONDAY)
    pages = [page for language in LANGUAGES for page in rendered(made, language)]
    assert len(pages) >= len(made.pages) * len(LANGUAGES) > 30
    for page in pages:
        texts = [mark for mark in page.marks if isinstance(mark, Words) and mark.text.strip()]
        assert texts, page.key
        for text in texts:
            assert text.size >= SMALLEST, (page.key, text)
            assert text.box.x >= 90 and text.box.right <= WIDTH - 90 and text.box.bottom <= HEIGHT, (page.key, text)
        for one, other in combinations(texts, 2):
            assert not one.box.meets(other.box), (page.key, one.text, other.text)
