"""Texts: one form, whatever was typed or pasted."""

import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from models.core.texts import clean_name, clean_text

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=[]), max_size=60)


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_name(clean_name(text)) == clean_name(text)


@given(ANY_TEXT)
def test_a_clean_text_can_be_stored_as_utf8_and_in_xml(text: str) -> None:
    clean = clean_text(text)
    clean.encode("utf-8")
    element = ElementTree.Element("t")
    element.text = clean
    assert (ElementTree.fromstring(ElementTree.tostring(element, encoding="utf-8")).text or "") == clean  # noqa: S314


def test_line_ends_are_unified_and_unseen_characters_go() -> None:
    assert clean_text("一\r\n二\r三\u2028四\t五\x00\u202e\ud800\ufeff六 \n ") == "一\n二\n三\n四 五六"


def test_the_indent_of_a_paragraph_stays() -> None:
    assert clean_text("　　完成。") == "　　完成。"


def test_a_name_is_one_line() -> None:
    assert clean_name("  某县\n教育局　办公室 ") == "某县 教育局 办公室"
    assert not re.search(r"\s\s", clean_name("a \t\n b"))
