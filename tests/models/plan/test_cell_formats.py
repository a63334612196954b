"""Values of cells in their number formats, as a person sees them on the screen."""

from datetime import date, datetime

import pytest

from models.plan.documents.cell_formats import shown


def moment(text: str) -> datetime:
    """Return a moment as sheets know it, which have no time zone."""
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.955, "0%", "96%"),
        (123000, '0!.0,"万"', "12.3万"),
        (1234567, '0.0,,"百万"', "1.2百万"),
        (1234.5, "#,##0.00", "1,234.50"),
        (0.1 + 0.2, "General", "0.3"),
        (5, '[DBNum1][$-804]General"场"', "5场"),
        (3, "00", "03"),
        (20, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', "20"),
        (0, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', "-"),
        (-2, "0_);[Red]\\(0\\)", "(2)"),
        (0.5, "# ?/?", "0.5"),
        (1, "0.##", "1"),
        (5, '[>=10]0"多";0"少"', "5少"),
        (5, ";;;", ""),
        (-0.001, "0", "0"),
        (0.5, "#.0", ".5"),
        (5, "[$¥-804]#,##0.00", "¥5.00"),
        (12, '"第"0"项"', "第12项"),
        (1e20, "0.00E+00", "100000000000000000000"),
        (float("nan"), "0", "nan"),
        (True, "General", "TRUE"),
        ("甲\r\n乙 ", "@", "甲\n乙"),
        (date(2024, 6, 30), "mm-dd-yy", "2024年6月30日"),
        (moment("2024-06-30T09:05"), "yyyy/m/d h:mm", "2024年6月30日 09:05"),
        (moment("2024-06-01"), "mmm-yy", "2024年6月"),
        (moment("2024-06-01"), '[$-804]yyyy"年"', "2024年"),
    ],
)
def test_a_value_in_its_format(value: object, code: str, text: str) -> None:
    assert shown(value, code) == text
