"""File names: every system accepts what any text becomes."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.core.paths import file_name, user_places

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=[]), max_size=120)


@given(ANY_TEXT)
def test_any_text_becomes_one_name_that_stays_in_its_folder(text: str) -> None:
    name = file_name(text)
    assert 1 <= len(name) <= 81
    assert PureWindowsPath(name).name == name == PurePosixPath(name).name
    assert name not in {".", ".."}
    assert not name.endswith((" ", "."))
    name.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某县教育局_2021年第一季度", "某县教育局_2021年第一季度"),
        ("../../etc/passwd", ".._.._etc_passwd"),
        ("nul.xlsx", "_nul.xlsx"),
        ("COM¹", "_COM¹"),
        ("conout$", "_conout$"),
        ("con .txt", "_con .txt"),
        ("a\u202exslx.exe", "axslx.exe"),
        ("\x00", "_"),
        ("", "_"),
    ],
)
def test_tricks_come_to_nothing(text: str, expected: str) -> None:
    assert file_name(text) == expected


def test_the_users_folders_are_absolute_and_not_made_by_asking() -> None:
    places = user_places()
    assert places.data.is_absolute()
    assert places.logs.is_absolute()
    assert places.documents.is_absolute()
