"""Colours that people with weak eyes can read: WCAG 2.1 AA, 4.5 : 1, on each ground that a text stands on."""

from collections.abc import Iterator
from itertools import product
from typing import get_type_hints

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.resources import resource
from ui.theme import apply_theme, choose_scheme, tokens
from ui.tokens import DARK, LIGHT, Tokens

ENOUGH = 4.5
VISIBLE = 3.0  # for marks that are no text: WCAG 1.4.11

# Which text stands on which grounds, after main.qss and the delegate of the tree.
PLAIN = ("background", "panel", "raised", "hover", "selection")
USES: dict[str, tuple[str, ...]] = {
    "text": (*PLAIN, "accent_wash", "green_wash", "yellow_wash", "red_wash", "line", "highlighter"),
    "secondary": (*PLAIN, "accent_wash", "green_wash", "yellow_wash", "red_wash"),
    "faint": PLAIN,
    "accent": ("background", "panel", "raised", "hover", "accent_wash"),
    "green": (*PLAIN, "green_wash"),
    "yellow": (*PLAIN, "yellow_wash"),
    "red": (*PLAIN, "red_wash"),
    "on_accent": ("accent", "accent_hover"),
}


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Tokens:
    return request.param


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def pairs() -> Iterator[tuple[str, str]]:
    for colour, grounds in USES.items():
        yield from product([colour], grounds)


def test_each_text_can_be_read_on_each_ground_that_it_stands_on(scheme: Tokens) -> None:
    colours = scheme.as_dict()
    weak = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs()}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < ENOUGH} == {}


def test_what_is_no_text_can_be_seen(scheme: Tokens) -> None:
    """The ring around the field with the cursor, the red edge of a refused one, the bars on their track."""
    colours = scheme.as_dict()
    seen = [
        ("accent", "panel"),
        ("accent", "background"),
        ("red", "panel"),
        ("accent", "track"),
        ("secondary", "track"),
    ]
    seen += [(bar, "track") for bar in ("accent", "secondary", "green", "yellow", "red")]
    assert [pair for pair in seen if contrast(colours[pair[0]], colours[pair[1]]) < VISIBLE] == []


def test_every_colour_is_written_alike(scheme: Tokens) -> None:
    assert all(QColor(colour).isValid() and len(colour) == 7 for colour in scheme.as_dict().values())


def test_the_style_sheet_names_only_tokens_and_each_text_colour_is_judged_above() -> None:
    sheet = resource("style/main.qss").read_text(encoding="utf-8")
    named = {part.partition("}")[0] for part in sheet.split("${")[1:]}
    known = set(get_type_hints(Tokens))
    assert named - {"images", "scheme"} <= known
    texts = {part.partition("}")[0] for part in sheet.replace("-color: ${", "").split(" color: ${")[1:]}
    assert texts <= set(USES)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_chosen_scheme_is_worn_at_once(qapp: QApplication, name: str) -> None:
    apply_theme(qapp)
    try:
        choose_scheme(qapp, name)
        wanted = DARK if name == "dark" else LIGHT
        assert tokens() is wanted
        assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == wanted.panel
        assert wanted.background in qapp.styleSheet()
        choose_scheme(qapp, "system")
        assert tokens() is (DARK if qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT)
    finally:
        choose_scheme(qapp, "system")
