"""Drawn slides: nothing cut, nothing over another, nothing too small, and the words and marks that must be there."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest

from metrics.definition.metric import Unit
from palette import DARK, LIGHT, Palette
from reports.drawing.marks import HEIGHT, SMALLEST, WIDTH, Hatch, Page, Rect, Words
from reports.drawing.pages import rendered
from reports.slide.deck import Deck
from reports.slide.slide import Amount, KeyNumber, Side, Slide, Table, Trend, Waterfall, WaterfallStep
from tests.reports.extreme_deck import EXTREME, LONGEST
from tests.reports.pictures import pictures
from tests.reports.sample_deck import GAP, RECORDS, SAMPLE, SERVICE, UNJUDGED
from text import LANGUAGES, Language, Text, same

SVG = "{http://www.w3.org/2000/svg}"
LATIN = LANGUAGES[1]


def with_slides(*slides: Slide, shop: str | None = SAMPLE.shop) -> Deck:
    return replace(SAMPLE, shop=shop, slides=slides, appendix=())


def only(slide: Slide, language: Language = "zh") -> Page:
    page, *others = rendered(with_slides(slide), language)
    assert not others
    return page


def written(page: Page) -> list[str]:
    return [mark.text for mark in page.marks if isinstance(mark, Words)]


def alone(**parts: object) -> Slide:
    return Slide("alone", same("题"), same("一句话"), **parts)  # type: ignore[arg-type]


def every_mix() -> Iterator[Slide]:
    """Each part of the longest slide and of the sample with and without numbers and lines."""
    for source in (LONGEST, GAP, SERVICE):
        for part in source.parts:
            for numbers in (0, 1, 4):
                for lines in (0, 3):
                    mix = {"numbers": LONGEST.numbers[:numbers], "lines": LONGEST.lines[:lines]}
                    yield replace(LONGEST, parts=(part,), **mix)  # type: ignore[arg-type]


DECKS = {"sample": SAMPLE, "extreme": EXTREME, "mixed": with_slides(*every_mix(), shop=EXTREME.shop)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("deck", DECKS.values(), ids=list(DECKS))
def test_no_text_is_cut_covers_another_or_is_too_small(deck: Deck, language: Language) -> None:
    pages = rendered(deck, language)
    assert len(pages) >= len(deck.pages)
    for page in pages:
        texts = [mark for mark in page.marks if isinstance(mark, Words) and mark.text.strip()]
        assert texts, page.key
        for text in texts:
            assert text.size >= SMALLEST, text
            assert text.box.x >= 90 and text.box.right <= WIDTH - 90, (page.key, text)
            assert text.box.y >= 60 and text.box.bottom <= HEIGHT, (page.key, text)
        for one, other in combinations(texts, 2):
            assert not one.box.meets(other.box), (page.number, one.text, other.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_drawn_above_the_footer_stays_above_it(language: Language) -> None:
    pages = [page for deck in DECKS.values() for page in rendered(deck, language)]
    assert any(isinstance(mark, Rect) for page in pages for mark in page.marks)
    for page in pages:
        bars = [mark.box for mark in page.marks if isinstance(mark, Rect | Hatch) and mark.box.y < 1000]
        assert all(bar.bottom <= 1010 and bar.x >= 95 and bar.right <= 1825 for bar in bars), page.key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_page_is_a_small_picture_that_can_be_read_aloud(palette: Palette, language: Language) -> None:
    names = set()
    for slide, picture in zip(rendered(SAMPLE, language), pictures(SAMPLE, language, palette), strict=True):
        assert len(picture.encode()) < 40_000
        root = ElementTree.fromstring(picture)
        assert root.get("role") == "img" and root.get("viewBox") == "0 0 1920 1080"
        title, reported = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
        assert title is not None and reported is not None
        assert title.text == slide.title and reported.text and len(reported.text) > 5
        assert root.get("aria-labelledby") == f"{title.get('id')} {reported.get('id')}"
        names.add(title.get("id"))
    assert len(names) == len(rendered(SAMPLE, language))


def test_text_stays_text_and_markup_in_a_name_stays_harmless() -> None:
    shop = "<script>alert(1)</script>&商店"
    (picture,) = pictures(with_slides(GAP, shop=shop), "zh", LIGHT)
    texts = ["".join(each.itertext()) for each in ElementTree.fromstring(picture).iter(f"{SVG}text")]
    assert shop in texts and "−19.90" in texts and "目标 310.00" in texts
    assert "<script" not in picture


def test_only_the_palettes_colours_are_used() -> None:
    light, dark = pictures(SAMPLE, "zh", LIGHT), pictures(SAMPLE, "zh", DARK)
    assert any(LIGHT.accent in page for page in light) and any(DARK.accent in page for page in dark)
    assert not any(LIGHT.accent in page for page in dark) and not any(DARK.accent in page for page in light)


def test_a_judgement_is_a_shape_and_a_word() -> None:
    conclusion = SAMPLE.slides[1]
    assert [word for word in written(only(conclusion)) if word in ("达标", "关注", "落后")] == [
        "关注",
        "达标",
        "落后",
        "关注",
    ]


def test_what_is_not_known_is_a_dash_and_never_a_bar() -> None:
    number = KeyNumber(same("支付"), Amount(None, Unit.YUAN), UNJUDGED, target=100)
    page = only(alone(numbers=(number,)))
    assert "—" in written(page) and "未评" in written(page)
    assert written(page).count("0") == 1 and page.place == "0", "only the page's own number"
    assert not [mark for mark in page.marks if isinstance(mark, Rect) and mark.fill == "accent"]


def test_what_may_still_change_is_hatched() -> None:
    for young, hatches in ((False, 1), (True, 2)):
        number = KeyNumber(same("支付"), Amount(90, Unit.YUAN, young), UNJUDGED, target=100)
        page = only(alone(numbers=(number,)))
        assert len([mark for mark in page.marks if isinstance(mark, Hatch)]) == hatches


def test_a_provisional_number_without_a_bar_says_so() -> None:
    number = KeyNumber(same("支付"), Amount(90, Unit.YUAN, young=True), UNJUDGED)
    assert "元　暂估" in written(only(alone(numbers=(number,))))


def test_the_bars_of_a_bullet_are_in_proportion() -> None:
    page = only(SAMPLE.slides[1])
    done = next(mark.box for mark in page.marks if isinstance(mark, Rect) and mark.fill == "accent")
    tick = next(
        mark.box for mark in page.marks if isinstance(mark, Rect) and mark.fill == "ink" and mark.box.width == 4
    )
    assert done.width / (tick.x + 2 - done.x) == pytest.approx(2_964_000 / 3_100_000)


def test_the_bars_of_a_waterfall_hang_from_the_target_in_proportion() -> None:
    page = only(GAP)
    culprit, *_ = [
        mark.box for mark in page.marks if isinstance(mark, Rect) and mark.fill == "bad" and mark.box.x < 900
    ]
    gains = [mark.box for mark in page.marks if isinstance(mark, Rect) and mark.fill == "accent" and mark.box.x < 900]
    assert gains[0].height / culprit.height == pytest.approx(3.20 / 19.90)
    assert gains[0].bottom == pytest.approx(culprit.bottom) and gains[1].bottom == pytest.approx(gains[0].y)


def test_a_waterfall_that_rises_over_its_target_keeps_the_targets_name_readable() -> None:
    steps = (WaterfallStep(same("访客"), 50_000), WaterfallStep(same("转化"), -20_000))
    part = Waterfall(
        same("差"), Unit.YUAN, WaterfallStep(same("目标"), 300_000), steps, WaterfallStep(same("结果"), 330_000)
    )
    words = [mark for mark in only(alone(parts=(part,))).marks if isinstance(mark, Words)]
    assert {"+5.00", "−2.00", "+3.00", "目标 30.00"} <= {word.text for word in words}
    assert not any(one.box.meets(other.box) for one, other in combinations(words, 2))


def test_a_cut_axis_is_said_and_one_from_zero_is_not() -> None:
    assert "纵轴从 88 起" in written(only(SERVICE))
    weeks, months = Side((same("1"),) * 3, (0.1, 0.9, 0.5)), Side((same("1"),) * 3, (0.2, 0.8, 0.7))
    whole = only(alone(parts=(Trend(same("率"), Unit.PERCENT, weeks, months),)))
    assert not [word for word in written(whole) if word.startswith("纵轴")]


def test_sums_of_weeks_and_of_months_have_an_axis_each() -> None:
    weeks, months = Side((same("1"),) * 2, (100, 120)), Side((same("1"),) * 2, (400, 500))
    page = only(alone(parts=(Trend(same("支付"), Unit.ORDERS, weeks, months),)))
    assert {"两侧纵轴不同", "120", "500"} <= set(written(page))


def test_a_trend_without_any_value_is_empty_and_not_zero() -> None:
    nothing = Side((same("1"),) * 6, (None,) * 6)
    page = only(alone(parts=(Trend(same("支付"), Unit.YUAN, nothing, nothing),)))
    reported = [word for word in written(page) if word != page.place]
    assert "0" not in "".join(reported).replace("0608", "").replace("10", "")


def test_a_long_table_goes_on_over_pages_with_its_heads() -> None:
    found = rendered(with_slides(RECORDS), "zh")
    assert [page.title for page in found] == [f"全部商品（第 {n} 页，共 3 页）" for n in (1, 2, 3)]
    assert all("转化率 %" in written(page) for page in found)
    rows = [word for page in found for word in written(page) if word.startswith("榉木餐桌")]
    assert rows == [f"榉木餐桌 {n} 号" for n in range(1, 41)]


def test_a_slide_too_full_for_a_page_takes_two_and_loses_nothing() -> None:
    first, second = rendered(EXTREME, LATIN)
    assert [page.number for page in (first, second)] == [1, 2] and first.key == second.key
    assert "Remember" in written(first) and "Never add channels." in written(second)


def test_a_table_gives_the_unit_once_and_its_numbers_in_one_scale() -> None:
    words = written(only(SAMPLE.slides[5]))
    assert "支付 万元" in words and {"81.23", "64.01", "0.98", "—"} <= set(words)


def test_a_slide_that_waits_names_its_files() -> None:
    words = "".join(written(only(SAMPLE.slides[7])))
    assert "故障登记、巡检日志" in words


def test_an_empty_whole_table_still_has_its_heads() -> None:
    part = RECORDS.parts[0]
    assert isinstance(part, Table)
    page = only(replace(RECORDS, parts=(replace(part, rows=()),)))
    assert "商品" in written(page)


def test_the_footer_says_what_the_deck_was_made_from() -> None:
    pages = rendered(SAMPLE, "zh")
    assert len(pages) >= len(SAMPLE.pages)
    for page in pages:
        assert "来源 店铺日报等 2 种文件　数据截至 6月7日　批次 0608-2　口径 a1b2c3" in written(page)
        assert "暂估" in written(page) and page.place in written(page)


def test_all_shops_together_are_named() -> None:
    (page,) = rendered(with_slides(GAP, shop=None), LATIN)
    assert "All shops" in written(page)


def test_important_figures_of_a_sentence_are_bold() -> None:
    (picture,) = pictures(
        with_slides(alone(lines=(replace(LONGEST.lines[0], sentence=Text("共 **9 件**。", "**9** in all.")),))),
        "zh",
        LIGHT,
    )
    assert ">9 件</tspan>" in picture and 'font-weight="700" fill="#1B1D1F">9 件' in picture


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_number_on_vermilion_is_dark_in_both_themes(palette: Palette) -> None:
    (picture,) = pictures(with_slides(GAP), "zh", palette)
    number = next(each for each in ElementTree.fromstring(picture).iter(f"{SVG}text") if each.text == "−19.90")
    assert number.get("fill") == (palette.ink if palette is LIGHT else palette.page)
