"""Letters that are not sent yet, read back by the parser of the standard library as a mail program would."""

from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.work.mail_draft import MAX_ATTACHED, Attachment, LetterTooLarge, mail_draft

AT = datetime(2021, 6, 24, 9, tzinfo=UTC)
NAME = "任城区教育和体育局_2021_第二季度_1.xlsx"
LINE = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=60)


def test_the_letter_opens_as_a_draft_with_the_workbook() -> None:
    data = mail_draft(
        to="jyj@example.cn",
        subject="报送第二季度进展",
        body="请查收。\n校验码 4F7K",
        attachments=[Attachment(NAME, b"PK\x03\x04" * 500)],
        at=AT,
    )
    letter = message_from_bytes(data, policy=policy.default)
    assert letter["X-Unsent"] == "1" and letter["To"] == "jyj@example.cn" and letter["Subject"] == "报送第二季度进展"
    assert letter.get_body().get_content().splitlines() == ["请查收。", "校验码 4F7K"]
    (attached,) = letter.iter_attachments()
    assert attached.get_filename() == NAME
    assert attached.get_content_type().endswith("spreadsheetml.sheet")
    assert attached.get_content() == b"PK\x03\x04" * 500
    assert b"\n" not in data.replace(b"\r\n", b"") and max(map(len, data.split(b"\r\n"))) < 1000
    assert data.isascii()


@given(LINE, LINE, LINE)
def test_any_words_come_back(subject: str, body: str, name: str) -> None:
    data = mail_draft(to="", subject=subject, body=body, attachments=[Attachment(f"{name}.pdf", b"x")], at=AT)
    letter = message_from_bytes(data, policy=policy.default)
    assert letter["Subject"] == subject and letter["To"] is None
    assert letter.get_body().get_content().rstrip("\r\n") == body
    assert [one.get_filename() for one in letter.iter_attachments()] == [f"{name}.pdf"]


def test_no_header_can_be_smuggled_in() -> None:
    data = mail_draft(to="a@b.cn\r\nBcc: x@y.cn", subject="一\r\nX-Evil: 1", body="", attachments=[], at=AT)
    letter = message_from_bytes(data, policy=policy.default)
    assert letter["Bcc"] is None and letter["X-Evil"] is None


def test_what_no_server_takes_is_refused() -> None:
    with pytest.raises(LetterTooLarge):
        mail_draft(to="", subject="", body="", attachments=[Attachment("a.zip", bytes(MAX_ATTACHED + 1))], at=AT)
