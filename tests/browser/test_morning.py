"""The morning in a browser: one screen on the wall, cards on a phone, a red list that is worked, a review that ends."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.store.board import opened
from tests.browser.conftest import Tab, on_the_demo_day
from tests.browser.pictures import screen
from tests.browser.reading import goto, rendered, settled

SHOP = "云栖木语家居旗舰店"
LONG = "云栖木语家居生活用品旗舰店（华东仓直发）官方店"
PATIENCE = 30_000
DESK, WALL, PHONE = (1440, 900), (1920, 1080), (390, 844)
CUT = """() => [...document.querySelectorAll('.ob-wall *')].filter(each =>
  each.children.length === 0 && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0
  && getComputedStyle(each).overflow !== 'visible' && getComputedStyle(each).textOverflow !== 'ellipsis')
  .map(each => each.className + ' ' + each.textContent)"""
OVER = """() => [...document.querySelectorAll('.ob-wall *')].filter(each => {
  const box = each.getBoundingClientRect();
  const right = document.querySelector('.st-key-ob-board').getBoundingClientRect().right;
  return box.width > 0 && (box.right > right + 2 || (innerWidth > 1900 && box.bottom > innerHeight + 1)); })
  .map(each => each.className + ' ' + each.textContent.slice(0, 40))"""


@pytest.fixture(scope="session")
def rich_board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A board of one shop with a long name that sells some hundred millions a day."""
    home = tmp_path_factory.mktemp("rich")
    warehouse = opened(home / "var")
    with warehouse.writing() as run:
        run.execute(
            "INSERT INTO shop_daily (shop, day, visitors, pay_buyers, pay_amount)"
            " SELECT ?, day::DATE, 98765432, 1234567, 987654321.98"
            " FROM generate_series(DATE '2026-04-01', DATE '2026-06-11', INTERVAL 1 DAY) AS days(day)",
            [LONG],
        )
        run.execute(
            "INSERT INTO targets (shop, period, team, person, metric, amount)"
            " VALUES (?, '2026-06', '', '', 'pay_amount', 31234567890.12)",
            [LONG],
        )
    warehouse.close()
    with on_the_demo_day(home / "var") as address:
        yield address


def scrolls(page: Page) -> tuple[bool, bool]:
    """Whether the page is taller, and whether it is wider than the screen."""
    down, across = page.evaluate(
        "() => { const main = document.querySelector('[data-testid=stMain]');"
        " return [main.scrollHeight > main.clientHeight + 1, main.scrollWidth > main.clientWidth + 1]; }"
    )
    return down, across


@pytest.mark.parametrize("wall", ["0", "1"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_ten_zones_stand_on_one_screen(
    tab: Tab, demo_board: str, language: str, theme: str, wall: str, pictures: Path
) -> None:
    page = tab(WALL, language, theme)
    goto(page, f"{demo_board}/?lang={language}&wall={wall}")
    settled(page)
    assert scrolls(page) == (False, False)
    assert page.evaluate(OVER) == []
    assert page.evaluate(CUT) == []
    for zone in (
        ".ob-mast",
        ".ob-verdict",
        ".ob-tiles",
        ".st-key-ob-red",
        ".ob-strip-row",
        ".ob-seats",
        ".ob-thirds",
        ".ob-end",
    ):
        expect(page.locator(zone).first).to_be_in_viewport()
    screen(page, pictures / f"morning-{language}-{theme}-{'wall' if wall == '1' else 'desk'}.png")


@pytest.mark.parametrize("size", [WALL, DESK])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_day_not_loaded_fits_the_screen(tab: Tab, demo_board: str, language: str, size: tuple[int, int]) -> None:
    page = tab(size, language)
    goto(page, f"{demo_board}/?lang={language}&day=2026-06-12")
    expect(page.locator(".ob-stale")).to_be_visible()
    settled(page)
    assert scrolls(page) == (False, False)
    assert page.evaluate(CUT) == []
    expect(page.locator(".ob-end")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_long_name_and_nine_digits_fit_the_screen(tab: Tab, rich_board: str, language: str) -> None:
    page = tab(WALL, language)
    goto(page, f"{rich_board}/?lang={language}")
    settled(page)
    assert scrolls(page) == (False, False)
    assert page.evaluate(OVER) == []
    assert page.evaluate(CUT) == []
    name = page.locator(".ob-name")
    assert name.evaluate("each => each.scrollWidth <= each.clientWidth + 1")


@pytest.mark.parametrize("wall", ["0", "1"])
def test_the_wall_is_read_from_afar(tab: Tab, demo_board: str, wall: str) -> None:
    page = tab(WALL, "zh")
    goto(page, f"{demo_board}/?lang=zh&wall={wall}")
    sizes = {
        name: page.locator(where).first.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
        for name, where in {
            "headline": ".ob-title", "verdict": ".ob-block", "number": ".ob-key > b", "label": ".ob-tile-top",
            "row": ".st-key-ob-red-0 .ob-red-1", "head": ".ob-table th", "cell": ".ob-table td",
            "sentence": ".ob-verdict .ob-lead",
        }.items()
    }  # fmt: skip
    assert sizes.pop("sentence") >= 22
    assert sizes == {"headline": 48, "verdict": 54, "number": 62, "row": 22, "label": 24, "head": 20, "cell": 22}


@pytest.mark.parametrize("wall", ["0", "1"])
def test_the_english_wall_is_read_from_afar_too(tab: Tab, demo_board: str, wall: str) -> None:
    page = tab(WALL, "en")
    goto(page, f"{demo_board}/?lang=en&wall={wall}")
    least = {
        ".ob-title": 34, ".ob-verdict .ob-lead": 22, ".ob-key > b": 62, ".ob-tile-top": 22, ".ob-tile .ob-against": 22,
        ".st-key-ob-red-0 .ob-red-1": 22, ".ob-table td": 22, ".ob-table th": 20, ".ob-strip-item > span": 20,
    }  # fmt: skip
    sizes = {
        where: page.locator(where).first.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
        for where in least
    }
    assert sizes.keys() == least.keys()
    assert {where: size for where, size in sizes.items() if size < least[where]} == {}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_products_and_next_steps_are_written_out_on_the_wall(tab: Tab, demo_board: str, language: str) -> None:
    page = tab(WALL, language)
    goto(page, f"{demo_board}/?lang={language}")
    shortened = page.locator(".ob-product > .ob-ell, .ob-red > *").evaluate_all(
        "all => all.filter(each => each.scrollWidth > each.clientWidth).map(each => each.textContent)"
    )
    assert shortened == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_phone_shows_cards_without_scrolling_sideways(
    tab: Tab, demo_board: str, language: str, pictures: Path
) -> None:
    page = tab(PHONE, language)
    goto(page, f"{demo_board}/?lang={language}")
    assert scrolls(page) == (True, False)
    assert page.evaluate(OVER) == []
    expect(page.locator("[class*=st-key-act-]").first).to_be_hidden()
    screen(page, pictures / f"morning-{language}-phone.png")


def test_the_red_list_is_worked_and_the_review_ended(tab: Tab, own_demo_board: str) -> None:
    page = tab(WALL, "zh")
    goto(page, f"{own_demo_board}/?lang=zh&shop={SHOP}")
    first = page.locator(".st-key-ob-red-0")
    what = first.locator(".ob-red-1 b").inner_text()
    first.get_by_role("button", name="处理").click()
    page.get_by_label("谁认领").fill("谷雨")
    page.get_by_label("谁认领").press("Enter")
    rendered(page)
    page.locator("[class*=st-key-do-] button").click()
    expect(page.locator(".st-key-ob-red-0 .ob-red-4")).to_have_text("谷雨", timeout=PATIENCE)
    page.keyboard.press("Escape")
    second = page.locator(".st-key-ob-red-1 .ob-red-1 b").inner_text()
    page.locator(".st-key-ob-red-1").get_by_role("button", name="处理").click()
    page.get_by_role("radio", name="不算问题").click()
    page.get_by_label("为什么不算").fill("大促前一天都这样")
    page.get_by_label("为什么不算").press("Enter")
    rendered(page)
    page.locator("[class*=st-key-do-] button").click()
    expect(page.get_by_role("button", name="不算问题 1 件")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".st-key-ob-red")).not_to_contain_text(second)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="结束晨会").click()
    page.get_by_role("button", name="存下纪要").click()
    rendered(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="往期纪要").click()
    with page.expect_download() as taken:
        page.locator("[class*=st-key-minutes-] button").first.click()
    reported = Path(taken.value.path()).read_text(encoding="utf-8")
    assert reported.startswith(f"{SHOP}晨会纪要　6月11日（周四）")
    assert f"{what}（" in reported
    assert "谷雨：" in reported
    assert f"不算问题：{second}（大促前一天都这样" in reported
    page.locator("a[href*='known=']").first.click()
    rendered(page)
    expect(page.locator(".st-key-ob-red-0 .ob-red-4")).to_have_text("谷雨", timeout=PATIENCE)
    expect(page.get_by_role("button", name="结束晨会")).to_have_count(0, timeout=PATIENCE)
    assert scrolls(page) == (False, False)


def test_the_page_sends_little(tab: Tab, demo_board: str) -> None:
    page = tab(WALL, "zh")
    received: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))))
    goto(page, f"{demo_board}/?lang=zh")
    assert 0 < sum(received) <= 400_000
