"""The quotas page: the starter set, attainment in words, a grid that is saved."""

import re
from datetime import date

import pandas as pd
import pytest

from data.importing.imports import preview_table, store
from data.sources import source_named
from tests.pages.conftest import TODAY, Open
from tests.pages.test_pages import TextOf, title_of
from ui.cache import answers
from ui.quota_book.book import COLUMNS, SINCE_EVER, changed_rows, grid

PAGE = "records/quotas"


def take(source: str, *rows: dict[str, str]) -> None:
    warehouse = answers.warehouse()
    store(warehouse, preview_table(warehouse, source_named(source), rows, source), by="测试")


def work(day: int, person: str, task: str, quantity: str, team: str = "美工组") -> dict[str, str]:
    return {"日期": f"2026-06-{day:02d}", "组": team, "人": person, "事项": task, "数量": quantity}


@pytest.fixture
def worked() -> None:
    quotas = (("海报", "15", "32"), ("页面", "0.5", "960"), ("抠图", "100", ""))
    take("quotas", *({"小组": "美工组", "事项": t, "定额": low, "标准分钟": each} for t, low, each in quotas))
    take("shifts", *({"日期": f"2026-06-{n:02d}", "客服": "小暑", "班次": "早班"} for n in range(8, 12)))
    take(
        "workload",
        *(work(day, "小暑", "海报", "15") for day in range(8, 12)), work(11, "小暑", "页面", "0.5"),
        work(10, "谷雨", "海报", "100"), work(10, "谷雨", "横幅", "2"),
    )  # fmt: skip


def test_the_starter_set_is_loaded_and_taken_back_by_one_click(open_page: Open) -> None:
    app = open_page(PAGE)
    app.button("load-starter").click().run()
    assert not app.exception
    assert answers.warehouse().rows("SELECT count(*) FROM quotas") == [(124,)]
    app.button("withdraw-starter").click().run()
    assert not app.exception
    assert answers.warehouse().rows("SELECT count(*) FROM quotas") == [(0,)]
    assert app.button("load-starter")


@pytest.mark.usefixtures("worked")
def test_attainment_is_told_in_words_with_its_sample_and_its_doubts(open_page: Open, text_of: TextOf) -> None:
    app = open_page(PAGE, period="7d", by="line")
    shown = text_of(app)
    assert not app.exception
    assert title_of(shown) == "定额：1 项落后，3 项在评"
    for text in ("达标", "落后", "检查录入", "没有排班，按工作日算", "4 少", "标准工时", "未评"):
        assert text in shown

    captions = " ".join(caption.value for caption in app.caption)
    assert "横幅" in captions
    assert "抠图" in captions


@pytest.mark.usefixtures("worked")
@pytest.mark.parametrize("by", ["person", "team", "task", "line"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_split_opens_in_both_languages(by: str, lang: str, open_page: Open, text_of: TextOf) -> None:
    app = open_page(PAGE, period="7d", by=by, lang=lang)
    assert not app.exception
    assert ("标准工时" if lang == "zh" else "Standard hours") in text_of(app)


@pytest.mark.usefixtures("worked")
def test_rows_of_the_grid_are_added_changed_and_ended() -> None:
    before = grid(None, TODAY)
    assert list(before["task"]) == ["抠图", "海报", "页面"]
    after = before.copy()
    after.loc[after["task"] == "海报", "low"] = 12.0
    new = pd.DataFrame(
        [{"team": "美工组", "task": "漫游", "low": 5.0}, {"team": None, "task": "没有组"}], columns=list(COLUMNS)
    )
    after = pd.concat([after[after["task"] != "抠图"], new])
    rows = {str(row["task"]): row for row in changed_rows(before, after, TODAY)}
    assert set(rows) == {"海报", "漫游", "抠图"}
    assert rows["海报"]["low"] == 12
    assert (rows["漫游"]["every"], rows["漫游"]["valid_from"], rows["漫游"]["accounts"]) == ("day", SINCE_EVER, 1)
    assert rows["抠图"]["valid_to"] == date(2026, 6, 11)
    assert changed_rows(before, before.copy(), TODAY) == []


@pytest.mark.usefixtures("worked")
def test_words_of_one_language_stay_out_of_the_other(open_page: Open, text_of: TextOf) -> None:
    english, chinese = (
        re.sub(r"<[^>]*>", " ", text_of(open_page(PAGE, period="7d", by="line", lang=lang))) for lang in ("en", "zh")
    )
    assert not re.findall(r"[。，；：！？（）]", english)
    assert not re.findall(r"[A-Za-z]{2,}", chinese)
