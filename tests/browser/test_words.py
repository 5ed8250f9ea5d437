"""No English on a Chinese screen, no Chinese on an English one but for names, on every page, folded parts included."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.context import THIS_SHOP
from data.sources import SOURCES
from data.warehouse import opened
from tests.browser.reading import PAGES, drawn, goto, shown, unfolded
from tests.files import xlsx

Read = Callable[[str, str], list[str]]
LATIN = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2,}(?![0-9A-Za-z])")
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
MARKS = re.compile(r"[，。；：！？（）「」]")
PLACES = re.compile(r"\S+\.(?:xlsx|xls|csv|zip|com)\b|/\S+/\S+|口径 [0-9a-f]{6}")
"""File names, folders, addresses, and the stamp of a deck's definitions."""

OF_THE_TRADE = {"DSR", "ROI", "UV", "SKU", "GMV", "PXI", "PC", "QQ", "ID", "IPV"}
OF_COMPUTERS = {"Excel", "PowerPoint", "PDF", "CSV", "xlsx", "csv", "KB", "MB", "Esc", "English"}
STREAMLITS = {
    "App pages", "Choose an option", "Choose options", "Open", "Choose date", "Show password", "Hide password",
    "Decrement", "Increment", "file upload", "Add row", "Show/hide columns", "Download as CSV", "Search", "Fullscreen",
    "Close fullscreen", "Clear all", "Add files", "add icon", "Clear value", "Close",
}  # fmt: skip
"""What Streamlit has its own controls read out as, or says in the toolbar of its grid; no option changes it."""
STREAMLITS_TOO = re.compile(r"^(Help for|Remove|year,|month,|day,|Selected) ")


@cache
def headings() -> set[str]:
    """The Latin words in the headings of the files that are read, for the pages that list them."""
    said = [also for source in SOURCES for column in source.columns for also in (column.label.zh, *column.also)]
    return set(LATIN.findall(" ".join(said)))


def leaked(said: list[str]) -> dict[str, str]:
    """The Latin words that are no Chinese reader's, each with where it stands."""
    own = [each for each in said if each not in STREAMLITS and not STREAMLITS_TOO.match(each)]
    known = OF_THE_TRADE | OF_COMPUTERS | headings()
    return {word: each for each in own for word in LATIN.findall(PLACES.sub(" ", each)) if word not in known}


@pytest.fixture(scope="module")
def names(demo_year: Path) -> str:
    """All Chinese that the demo's files hold, and their headings and names: shops, products, people, channels."""
    with opened(demo_year) as warehouse:
        columns = warehouse.rows(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE data_type = 'VARCHAR' AND NOT ends_with(table_name, '_history')"
        )
        every = " UNION ".join(
            f'SELECT "{column}" AS said FROM "{table}" WHERE regexp_matches("{column}", \'[一-龥]\')'
            for table, column in columns
        )
        held = [said for (said,) in warehouse.rows(every)]
    return "\n".join(held)


@pytest.fixture
def read(page: Page) -> Read:
    """Opens a page of a board and returns all that is written on it."""
    page.set_default_timeout(15_000)

    def opened_and_read(board: str, address: str) -> list[str]:
        goto(page, f"{board}/{address}")
        expect(page.locator(".ob-title, .ob-first, .ob-name").first).to_be_visible(timeout=30_000)
        return unfolded(page)

    return opened_and_read


@pytest.mark.parametrize("name", PAGES)
def test_a_chinese_page_holds_no_english(read: Read, demo_board: str, name: str) -> None:
    said = read(demo_board, f"{'' if name == 'morning' else name}?lang=zh")
    assert len(said) > 30
    assert leaked(said) == {}


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_chinese_page_holds_no_english(read: Read, empty_board: str, name: str) -> None:
    said = read(empty_board, f"{'' if name == 'morning' else name}?lang=zh")
    assert len(said) > 15
    assert leaked(said) == {}


@pytest.mark.parametrize("locale", ["en-US"])
@pytest.mark.parametrize("name", PAGES)
def test_an_english_page_holds_no_chinese_but_names(read: Read, demo_board: str, names: str, name: str) -> None:
    said = read(demo_board, f"{'' if name == 'morning' else name}?lang=en")
    strange = {word: each for each in said for word in CHINESE.findall(each) if word not in names and word != "中文"}
    assert len(said) > 30
    assert strange == {}
    assert [each for each in said if MARKS.search(each) and not CHINESE.search(each)] == []


@pytest.mark.parametrize("locale", ["en-US"])
@pytest.mark.parametrize("name", PAGES)
def test_an_empty_english_page_holds_no_chinese(read: Read, empty_board: str, name: str) -> None:
    of_files = {word for source in SOURCES for word in CHINESE.findall(str(source))}
    in_examples = {"小满", "谷雨"}
    said = read(empty_board, f"{'' if name == 'morning' else name}?lang=en")
    strange = {
        word: each for each in said for word in CHINESE.findall(each) if word not in {*of_files, *in_examples, "中文"}
    }
    assert strange == {}


def test_the_presenter_shows_no_english_to_a_chinese_room(page: Page, demo_board: str) -> None:
    goto(page, f"{demo_board}/week?lang=zh")
    expect(page.locator(".sorter button").first).to_be_visible(timeout=30_000)
    said: list[str] = []
    for key in ["p", "n", "d", *["ArrowRight", "n", "d"] * 7]:
        page.keyboard.press(key)
        said += shown(page)
    assert any("备注" in each for each in said)
    assert leaked(said) == {}


@pytest.mark.parametrize(("locale", "lang"), [("zh-CN", "zh"), ("en-US", "en")])
def test_a_file_with_problems_is_told_in_the_readers_language(
    page: Page, own_board: str, tmp_path: Path, locale: str, lang: str
) -> None:
    heading = ["统计日期", "访客数", "浏览量", "加购人数", "支付金额", "支付买家数"]
    rows = [["2026-06-10", "五万", "160,000", "4,100", "约四十万", "1,600"], ["某日", "1", "2", "3", "4", "5"]]
    daily = xlsx(tmp_path / "日报.xlsx", [heading, *rows])
    odd = xlsx(tmp_path / "不认得.xlsx", [["甲", "乙"], ["一", "二"]])
    goto(page, f"{own_board}/imports?lang={lang}")
    page.locator("input[type=file]").first.set_input_files([str(daily), str(odd)])
    drawn(page)
    expect(page.get_by_text("约四十万").first).to_be_attached(timeout=60_000)
    said = unfolded(page)
    assert any("约四十万" in each for each in said)
    if lang == "zh":
        assert leaked(said) == {}
        return
    known = {"中文", THIS_SHOP, "甲", "乙", "一", "二", *heading, "约四十万", "五万", "某日", "日报", "不认得"}
    known |= {word for source in SOURCES for word in CHINESE.findall(str(source))}
    assert {word for each in said for word in CHINESE.findall(each) if word not in known} == set()
