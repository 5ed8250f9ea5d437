"""Breaking lines: nothing lost, nothing too wide, no closing mark first and no opening mark last on a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.drawing.marks import Run
from reports.drawing.text.faces import Face
from reports.drawing.text.wrapping import CLOSING, OPENING, balanced, wide, wrapped

ALPHABET = "上周差万元月进度还在线内洞搜索0123456789.,%，。；：（）“”《》 、abcXYZ—−↑¥喆"
SIZE = 30.0


def lines(text: str, width: float, face: Face = Face.SANS) -> list[str]:
    return ["".join(run.text for run in line) for line in wrapped((Run(text, face),), width, SIZE)]


@given(st.text(ALPHABET, max_size=120), st.floats(130, 900), st.sampled_from(list(Face)))
def test_no_character_is_lost_and_no_line_is_too_wide(text: str, width: float, face: Face) -> None:
    found = wrapped((Run(text, face),), width, SIZE)
    assert "".join(run.text for line in found for run in line).replace(" ", "") == text.replace(" ", "")
    assert all(wide(line, SIZE) <= width + 0.01 for line in found)


@given(st.text("上周差万元，。）（“”、《》", min_size=1, max_size=80), st.integers(8, 20))
def test_marks_stay_with_their_words(text: str, characters: int) -> None:
    found = lines(f"字{text}字", characters * SIZE)
    runs = max((len(run) for run in _marks(text)), default=0)
    assert "".join("".join(found).split()) == "".join(f"字{text}字".split())
    assert runs >= 4 or not [line for line in found[1:] if line[0] in CLOSING]
    assert runs >= 4 or not [line for line in found[:-1] if line[-1] in OPENING]


def _marks(text: str) -> list[str]:
    return "".join(each if each in CLOSING + OPENING else " " for each in text).split()


@given(st.text(ALPHABET, min_size=1, max_size=100), st.floats(200, 900))
def test_balanced_lines_are_as_many_and_lose_nothing(text: str, width: float) -> None:
    plain, even = wrapped((Run(text),), width, SIZE), balanced((Run(text),), width, SIZE)
    assert len(even) == len(plain)
    assert [run.text for line in even for run in line if run.text.strip()] or not text.strip()


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("支付金额少了，转化也低。", 6 * SIZE, ["支付金额少", "了，转化也", "低。"]),
        ("吃掉 19.90万元，还差一些", 6 * SIZE, ["吃掉", "19.90万元，", "还差一些"]),
        ("visitors from search fell", 300, ["visitors from search", "fell"]),
        ("the week has to bring 500.90K yuan more", 400, ["the week has to bring", "500.90K yuan more"]),
        ("3 of 5 teams, 推广执行部 only 84.8%", 300, ["3 of 5 teams,", "推广执行部 only", "84.8%"]),
    ],
)
def test_lines_break_where_a_typesetter_would_break_them(text: str, width: float, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_a_bold_figure_keeps_its_weight_across_a_break() -> None:
    runs = (Run("达成了 "), Run("九十五点六个百分点", Face.BOLD), Run("，不错"))
    found = wrapped(runs, 5 * SIZE, SIZE)
    bold = "".join(run.text for line in found for run in line if run.face is Face.BOLD)
    assert bold == "九十五点六个百分点" and len(found) > 2
