"""The shipped fonts: what they promise to hold, rare names, and a mark for what nobody has."""

import pytest

from reports.drawing.text.faces import FONTS, Face, drawable, face_of, font, width_of
from tests.reports.make_fonts import CUT, characters


@pytest.mark.parametrize("face", list(Face), ids=lambda face: face.value)
def test_a_face_holds_every_character_it_promises(face: Face) -> None:
    held = font(face).face.charWidths
    codes = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    gb2312 = {ord(character) for code in codes if (character := code.decode("gb2312", "ignore"))}
    assert len(gb2312) == 6763
    assert gb2312 <= set(held) and set(map(ord, "0123456789%,.−¥→↑↓●▲■○—，。；：（）“”·①℃喆堃玥")) <= set(held)


def test_the_plain_face_holds_all_of_gbk() -> None:
    held = set(font(Face.SANS).face.charWidths)
    assert {code for code in characters(True) if 0x4E00 <= code <= 0x9FA5} <= held
    assert len([code for code in held if 0x4E00 <= code <= 0x9FA5]) == 20_902


@pytest.mark.parametrize("name", ["王喆", "李堃", "欧阳玥", "司马𬱖", "龑", "㛃", "张𫖯"])
@pytest.mark.parametrize("face", list(Face), ids=lambda face: face.value)
def test_rare_names_have_their_characters_in_every_face(name: str, face: Face) -> None:
    assert "".join(piece for piece, _ in drawable(name, face)) == name


def test_a_character_the_bold_lacks_is_drawn_by_the_plain_face() -> None:
    assert face_of("丂", Face.BOLD) is Face.SANS
    assert drawable("丂店", Face.BOLD) == [("丂", Face.SANS), ("店", Face.BOLD)]


def test_a_character_no_face_has_becomes_a_box_and_never_an_error() -> None:
    assert drawable("店😀\u0000", Face.SERIF) == [("店", Face.SERIF), ("□□", Face.SANS)]
    assert width_of("😀", Face.BOLD) == width_of("□", Face.SANS)


@pytest.mark.parametrize("face", [Face.SANS, Face.BOLD], ids=["plain", "bold"])
def test_digits_are_of_equal_width(face: Face) -> None:
    assert len({width_of(digit, face) for digit in "0123456789"}) == 1


def test_the_fonts_are_shipped_with_their_licence() -> None:
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence and "© 2014-2021 Adobe" in licence
    assert {path.stem for path in FONTS.glob("*.ttf")} == {face.value for face in Face} == set(CUT)
    assert sum(path.stat().st_size for path in FONTS.glob("*.ttf")) < 14_000_000
