"""The weekly meeting in a browser: presenting with the keys of a remote control, freezing, entering, taking away."""

import shutil
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pptx import Presentation
from pypdf import PdfReader

from data.records.actions import Undertaking, actions, undertake
from data.store.board import opened
from tests.browser.conftest import Tab, on_the_demo_day
from tests.browser.pictures import screen
from tests.browser.readers import Readers
from tests.browser.reading import goto, rendered

WALL = (1920, 1080)
NOW = "dialog .stage > div.now svg title"


@pytest.fixture(scope="module")
def week_tab(readers: Readers, demo_board: str) -> Iterator[Page]:
    """A tab with the meeting's page of the demo shop in Chinese."""
    page = readers.tab(WALL)
    at_the_week(page, demo_board)
    yield page
    readers.left(page)


@pytest.fixture
def weekly(week_tab: Page) -> Iterator[Page]:
    """That tab as it was opened: no slide is shown, and the first is next."""
    yield week_tab
    week_tab.set_viewport_size({"width": WALL[0], "height": WALL[1]})
    press(week_tab, "p", "Home", "Escape")
    while week_tab.locator("dialog").is_visible():
        press(week_tab, "Escape")


def at_the_week(page: Page, board: str) -> None:
    """Open the meeting's page and wait for its slides, which a board that was just started makes first."""
    page.goto(f"{board}/week?lang=zh")
    expect(page.locator(".sorter button").first).to_be_visible(timeout=120_000)
    rendered(page, 90)


def title(page: Page) -> str:
    return page.locator(NOW).text_content() or ""


def titles(page: Page) -> list[str]:
    return [each or "" for each in page.locator("dialog .stage svg title").all_text_contents()]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_one_key_shows_a_slide_and_nothing_else_and_escape_leaves(weekly: Page) -> None:
    press(weekly, "p")
    expect(weekly.locator("dialog")).to_be_visible()
    covered = weekly.evaluate(
        "() => [[5, 5], [1915, 5], [960, 540], [5, 1075]].map(([x, y]) => document.elementFromPoint(x, y)?.tagName)"
    )
    header = weekly.locator("[data-testid=stHeader]")
    assert header.evaluate("each => !each.contains(document.elementFromPoint(100, 30))")
    assert covered[0] == covered[1] == covered[2] == covered[3]
    press(weekly, "Escape")
    expect(weekly.locator("dialog")).to_be_hidden()


def test_a_browser_that_unpacks_nothing_shows_the_slides_all_the_same(readers: Readers, demo_board: str) -> None:
    page = readers.newcomer(WALL)
    page.add_init_script("delete window.DecompressionStream")
    at_the_week(page, demo_board)
    assert page.evaluate("typeof DecompressionStream") == "undefined"
    press(page, "p", "ArrowRight")
    every = titles(page)
    assert len(every) > 15
    assert title(page) == every[1]
    readers.left(page)


def test_the_keys_of_a_remote_control_turn_pages(weekly: Page) -> None:
    press(weekly, "p")
    every = titles(weekly)
    assert title(weekly) == every[0]
    press(weekly, "ArrowRight", "PageDown", " ")
    assert title(weekly) == every[3]
    press(weekly, "ArrowLeft", "PageUp")
    assert title(weekly) == every[1]
    press(weekly, "End")
    assert title(weekly) == every[-1]
    press(weekly, "ArrowRight")
    assert title(weekly) == every[-1]
    press(weekly, "Home")
    assert title(weekly) == every[0]
    press(weekly, "4", "Enter")
    assert title(weekly) == every[4]
    press(weekly, "a", "1", "Enter")
    assert weekly.locator("dialog .stage > div.now").count() == 1
    assert title(weekly) not in every[:5]
    press(weekly, "9", "9", "Enter")
    assert weekly.locator("dialog .stage > div.now").count() == 1


def test_a_click_opens_what_lies_behind_a_part_and_escape_returns(weekly: Page) -> None:
    press(weekly, "p", "6", "Enter")
    here = title(weekly)
    parts = weekly.locator("dialog .stage > div.now [data-opens]")
    parts.last.click()
    assert "全部流量来源" in title(weekly)
    press(weekly, "Escape")
    expect(weekly.locator("dialog")).to_be_visible()
    assert title(weekly) == here
    press(weekly, "Enter")
    assert "每天的数" in title(weekly)
    press(weekly, "Enter")
    assert title(weekly) == here
    press(weekly, "Escape")
    expect(weekly.locator("dialog")).to_be_hidden()


@pytest.mark.parametrize(
    ("slide", "detail"),
    [
        ("8", "推广全表"),
        ("9", "往后 14 天的活动"),
        ("10", "全部客服"),
        ("11", "评分账本"),
        ("12", "各组的人和工时"),
        ("13", "故障与建议全表"),
    ],
)
def test_every_slide_of_the_teams_opens_the_page_behind_it(weekly: Page, slide: str, detail: str) -> None:
    press(weekly, "p", *slide, "Enter")
    here = title(weekly)
    weekly.locator("dialog .stage > div.now [data-opens]").last.click()
    assert detail in title(weekly)
    press(weekly, "Escape", "Enter")
    assert title(weekly) != here
    press(weekly, "Enter")
    assert title(weekly) == here


def test_black_notes_and_definitions_come_and_go(weekly: Page) -> None:
    press(weekly, "p", "4", "Enter")
    black, sheet = weekly.locator("dialog .black"), weekly.locator("dialog .sheet")
    press(weekly, "b")
    expect(black).to_be_visible()
    press(weekly, "b")
    expect(black).to_be_hidden()
    press(weekly, "n")
    expect(sheet).to_contain_text("备注")
    press(weekly, "d")
    expect(sheet).to_contain_text("口径")
    expect(sheet).to_contain_text("支付金额")
    here = title(weekly)
    press(weekly, "Escape")
    expect(sheet).to_be_hidden()
    expect(weekly.locator("dialog")).to_be_visible()
    assert title(weekly) == here


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1366, 768), (1024, 768), (3840, 2160)])
def test_a_slide_fits_any_screen_without_scrolling(weekly: Page, size: tuple[int, int]) -> None:
    weekly.set_viewport_size({"width": size[0], "height": size[1]})
    press(weekly, "p", "ArrowRight")
    box = weekly.locator("dialog .stage > div.now svg").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= size[0] + 1
    assert box["y"] + box["height"] <= size[1] + 1
    assert box["width"] >= 0.98 * min(size[0], size[1] * 16 / 9)


def test_a_wall_screen_opens_by_its_address_and_turns_by_itself(readers: Readers, demo_board: str) -> None:
    page = readers.newcomer((1440, 900))
    page.clock.install()
    goto(page, f"{demo_board}/week?lang=zh&present=1&rotate=1")
    expect(page.locator("dialog")).to_be_visible(timeout=30_000)
    every = titles(page)
    assert title(page) == every[0]
    page.clock.run_for(20_500)
    assert title(page) == every[1]
    readers.left(page)


@pytest.mark.parametrize(
    ("button", "ending"), [("PowerPoint", ".pptx"), ("PDF", ".pdf"), ("Excel", ".xlsx"), ("群消息文本", ".txt")]
)
def test_the_week_is_taken_away_as_a_file(weekly: Page, button: str, ending: str, tmp_path: Path) -> None:
    press(weekly, "p", "6", "Enter")
    finding = title(weekly)
    press(weekly, "Escape")
    with weekly.expect_download(timeout=60_000) as coming:
        weekly.get_by_role("button", name=button).first.click()
    assert coming.value.suggested_filename.startswith("运营周会_2026-W23_")
    assert coming.value.suggested_filename.endswith(ending)
    path = tmp_path / f"taken{ending}"
    coming.value.save_as(path)
    assert bare(finding) in bare(text_of(path))


def text_of(path: Path) -> str:
    """The words of a file."""
    content = path.read_bytes()
    if path.suffix == ".pptx":
        return " ".join(slide.shapes.title.text for slide in Presentation(BytesIO(content)).slides)
    if path.suffix == ".pdf":
        return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    if path.suffix == ".xlsx":
        return " ".join(str(sheet["A1"].value) for sheet in load_workbook(BytesIO(content)).worksheets)
    return content.decode("utf-8-sig")


def bare(words: str) -> str:
    return "".join(words.split())


def begin(page: Page) -> None:
    page.get_by_role("button", name="开始周会").click()
    expect(page.get_by_text("数字冻结在")).to_be_visible(timeout=90_000)
    rendered(page, 90)


def minutes(page: Page, text: str = "") -> str:
    """What is kept of the meeting, once it is ended."""
    page.get_by_role("button", name="结束周会").click()
    page.get_by_label("会上说的").fill(text)
    page.get_by_role("button", name="存纪要，结束").click()
    rendered(page, 90)
    page.get_by_role("button", name="开过的周会").click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="纪要", exact=True).click()
    return Path(coming.value.path()).read_text(encoding="utf-8-sig")


def test_a_meeting_freezes_its_numbers_takes_actions_and_keeps_minutes(page: Page, own_demo_board: str) -> None:
    at_the_week(page, own_demo_board)
    begin(page)
    plan = page.locator(".sorter button[aria-label*='下周计划']").get_attribute("aria-label") or ""
    press(page, "p", *plan.split(" ")[0], "Enter")
    targets, text = page.locator("dialog form.targets"), page.locator("dialog .said")
    targets.locator("[name=amount]").fill("654321")
    targets.locator("button").click()
    expect(text).to_contain_text("65.43万元", timeout=90_000)
    expect(page.locator("dialog .stage > div.now svg")).to_contain_text("要 65.43万元")
    form = page.locator("dialog form.actions")
    form.locator("[name=what]").fill("换搜索主图")
    form.locator("[name=owner]").fill("小满")
    form.locator("[name=due]").fill("2026-06-19")
    form.locator("button").click()
    expect(text).to_contain_text("已记第", timeout=90_000)
    expect(page.locator("dialog")).to_be_visible()
    press(page, "Escape")
    reported = minutes(page, "下周三复看")
    assert "会上定的目标：" in reported
    assert "65.43万元" in reported
    assert "换搜索主图" in reported
    assert "下周三复看" in reported


def test_an_actions_owner_and_day_are_changed_on_its_slide(
    tab: Tab, demo_year: Path, tmp_path: Path, pictures: Path
) -> None:
    var = shutil.copytree(demo_year, tmp_path / "demo")
    with opened(var) as warehouse:
        late = Undertaking("云栖木语家居旗舰店", "pay_amount", "换搜索主图", "小满", date(2026, 6, 1), date(2026, 6, 5))
        undertake(warehouse, late, by="谷雨")
    page = tab(WALL)
    with on_the_demo_day(var) as board:
        at_the_week(page, board)
        begin(page)
        press(page, "p", "2", "Enter")
        slide, form = page.locator("dialog .stage > div.now svg"), page.locator("dialog form.agreed")
        assert "1 条行动过期没做完" in title(page)
        expect(page.locator("dialog form.actions")).to_be_hidden()
        expect(form.locator("[name=owner]")).to_have_attribute("placeholder", "客服B")
        form.locator("[name=due]").fill("2026-06-19")
        form.locator("button").press("Enter")
        expect(page.locator("dialog .said")).to_contain_text("第 1 条改定：客服B，6月19日到期", timeout=90_000)
        expect(slide).to_contain_text("6月19日")
        assert title(page) == "0/1 条做完，没有过期"
        form.locator("[name=owner]").fill("推广小组")
        form.locator("[name=owner]").press("Enter")
        expect(slide).to_contain_text("推广小组", timeout=90_000)
        screen(page, pictures / "meeting-owners-zh.png")
        press(page, "1", "4", "Enter")
        expect(slide).to_contain_text("下周计划")
        screen(page, pictures / "meeting-plans-zh.png")
        press(page, "Escape")
        reported = minutes(page)
    assert "1. 换搜索主图　小满 2026-06-05 → 推广小组 2026-06-19" in reported
    with opened(var) as warehouse:
        undertaking = actions(warehouse)[0].undertaking
    assert (undertaking.owner, undertaking.due) == ("推广小组", date(2026, 6, 19))
