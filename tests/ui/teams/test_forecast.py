"""The forecast in words: its band, and what it does not know."""

from datetime import date

from metrics.planning.forecast import Forecast
from ui.teams.forecast import sentence


def test_the_band_is_said_with_what_it_rests_on() -> None:
    text = sentence(Forecast(1_703_894.88, 1_630_000, 1_780_000, 12, 1_842_512.4))
    assert text.zh == (
        "**170.39万元**，多半在 163.00万元 到 178.00万元 之间（按前 12 个月同一天预测的准头）；"
        "不分轻重地推算是 184.25万元。"
    )
    assert text.en.startswith("**1.70M yuan**, most likely between 1.63M yuan and 1.78M yuan")


def test_without_four_months_it_has_no_band_and_says_so() -> None:
    assert "不足 4 个月" in sentence(Forecast(100, None, None, 3, 100)).zh


def test_days_nobody_has_seen_before_are_named() -> None:
    text = sentence(Forecast(100, None, None, 0, 100, (date(2026, 11, 11), date(2026, 12, 12))))
    assert text.zh.endswith("11月11日、12月12日是本店第一次遇上的大促或节日，只能按日目标估。")
    assert text.en.endswith("11 Nov, 12 Dec: an occasion this shop has not seen yet, weighed by its day targets alone.")
