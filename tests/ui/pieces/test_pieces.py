"""The pieces of a page: escaping, words beside shapes, bars, hatch, gaps."""

import re
from base64 import b64decode

import pytest

from metrics.judgement.limits import Level
from palette import DARK, LIGHT, variables
from ui.frame.style import sheet
from ui.pieces.lines import empty_zone, headline, point, verdict
from ui.pieces.marks import hatch_sample, judgement, shape
from ui.pieces.markup import emphasised, joined, tag
from ui.pieces.spark import spark
from ui.pieces.table import Head, strong, table
from ui.pieces.tile import BulletBar, TileContent, bullet, tile

NASTY = '<script>"&'
ESCAPED = "&lt;script&gt;&quot;&amp;"


def rendered(picture: str) -> str:
    """The SVG of an <img>."""
    found = re.search(r"base64,([^\"]+)", picture)
    assert found
    return b64decode(found[1]).decode()


def test_text_is_escaped_and_markup_is_not() -> None:
    assert joined([NASTY, tag("b", NASTY)]) == f"{ESCAPED}<b>{ESCAPED}</b>"


def test_attributes_are_escaped() -> None:
    assert tag("p", title=NASTY) == f'<p title="{ESCAPED}"></p>'


def test_double_asterisks_become_bold_around_escaped_text() -> None:
    assert emphasised("a **<b>** c") == "a <b>&lt;b&gt;</b> c"


@pytest.mark.parametrize(
    "made",
    [
        headline(NASTY, NASTY),
        verdict(Level.GOOD, NASTY, NASTY, [NASTY], "zh"),
        point("", NASTY, NASTY, NASTY, NASTY),
        empty_zone(NASTY, NASTY),
        table([Head(NASTY)], [[NASTY], [strong(NASTY)]]),
        tile(TileContent(NASTY, NASTY, NASTY, against=(NASTY,), compared=(NASTY,), meaning=NASTY), "zh"),
    ],
)
def test_every_piece_escapes_what_it_is_given(made: str) -> None:
    assert "<script" not in made
    assert ESCAPED in made


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_judgement_is_a_shape_and_a_word(level: Level, language: str) -> None:
    word = level.word.to(language)  # type: ignore[arg-type]
    assert f'role="img" aria-label="{word}"' in shape(level, language)  # type: ignore[arg-type]
    assert judgement(level, language).endswith(f"{word}</span>")  # type: ignore[arg-type]


def test_a_bar_starts_from_zero_and_its_target_is_a_tick() -> None:
    made = bullet(BulletBar(42, 84))
    assert "--v:45.5%;--t:90.9%" in made
    assert "<u></u>" in made


def test_a_bar_beyond_its_target_stays_within_its_track() -> None:
    assert "--v:90.9%" in bullet(BulletBar(300, 100))


def test_a_pace_is_a_second_bar() -> None:
    made = bullet(BulletBar(33.1, 35.2, pace=True))
    assert "<s></s>" in made
    assert "<u>" not in made


def test_a_young_value_is_hatched() -> None:
    assert 'class="ob-hatch"' in bullet(BulletBar(1, 2, young=True))
    assert "ob-hatch" not in bullet(BulletBar(1, 2))
    assert "暂估" in hatch_sample("zh")


def test_a_missing_day_breaks_the_spark_line() -> None:
    svg = rendered(spark([1, 2, None, 3, 4], LIGHT, "x"))
    assert svg.count("<polyline") == 2


def test_a_young_spark_is_dashed_and_ends_hollow() -> None:
    svg = rendered(spark([1, 2, 3], LIGHT, "x", young=True))
    assert "stroke-dasharray" in svg
    assert f'fill="{LIGHT.page}"' in svg


def test_a_level_spark_line_lies_in_the_middle() -> None:
    assert rendered(spark([5, 5, 5], LIGHT, "x")).count(",31.0") == 3


def test_one_value_makes_no_line() -> None:
    assert spark([None, 5, None], LIGHT, "x") == ""


def test_figures_stand_to_the_right_and_name_their_column_for_the_phone() -> None:
    made = table([Head("谁"), Head("多少", figures=True)], [["甲", "1,002"]])
    assert '<td class="ob-num" data-label="多少">1,002</td>' in made


def test_a_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        table([Head("谁")], [["甲", "乙"]])


def test_every_colour_follows_the_scheme() -> None:
    text = variables()
    assert f"--ink:light-dark({LIGHT.ink},{DARK.ink});" in text
    assert f"--accent-soft:light-dark({LIGHT.accent_soft},{DARK.accent_soft});" in text


def test_the_style_sheet_names_only_variables_that_exist() -> None:
    css = sheet("zh")
    set_here = set(re.findall(r"(--[\w-]+):", css)) | {"--v", "--t", "--m"}
    assert set(re.findall(r"var\((--[\w-]+)", css)) <= set_here


def test_the_style_sheet_covers_the_uploaders_words_in_both_languages() -> None:
    assert '--drop-choose:"选文件"' in sheet("zh")
    assert '--drop-choose:"Choose files"' in sheet("en")
