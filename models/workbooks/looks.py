"""How the cells look that all our forms have: title, head, headings, table, foot."""

from dataclasses import replace
from typing import Final

from models.workbooks import layout
from models.workbooks.layout import Style

SMALLER: Final = 2.0  # points by which codes and reasons stand back

TITLE: Final = Style(size=layout.TITLE_SIZE, title=True, bold=True, align="center")
HEAD: Final = Style(size=layout.HEAD_SIZE)
HEADING: Final = Style(
    bold=True, fill=layout.HEADER_FILL, align="center", wrap=True, lines="lrtb", line_colour=layout.STRONG_LINE
)
GROUP: Final = Style(bold=True, indent=True, fill=layout.GROUP_FILL, lines="tb")
TEXT: Final = Style(wrap=True, indent=True, lines="lrtb")
CENTRED: Final = Style(align="center", wrap=True, lines="lrtb")
NUMBER: Final = Style(align="right", shrink=True, lines="lrtb")
ABSENT: Final = Style(align="center", colour=layout.SECONDARY, lines="lrtb")
SAME: Final = Style(colour=layout.SECONDARY, wrap=True, indent=True, lines="lrtb")
TASK_NUMBER: Final = replace(CENTRED, wrap=False, shrink=True).formatted("0")
TASK_ID: Final = CENTRED.sized(layout.TABLE_SIZE - SMALLER)
LABEL: Final = Style(size=layout.HEAD_SIZE, align="right", valign="bottom")
LINE: Final = Style(size=layout.HEAD_SIZE, valign="bottom", lines="b", line_colour=layout.STRONG_LINE)
DAY: Final = replace(LINE, shrink=True).formatted(layout.DAY_FORMAT)
MOMENT: Final = replace(LINE, shrink=True, align="left").formatted(layout.MOMENT_FORMAT)
NOTE: Final = Style(size=layout.SMALL_SIZE, colour=layout.SECONDARY)
