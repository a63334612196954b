"""The design tokens: colours of both schemes, type scale, spacing. Pure facts, no Qt.

Each text colour reaches the contrast of WCAG 2.1 AA (4.5 : 1) on the grounds that it is used on; a test measures it.
"""

from dataclasses import dataclass, fields
from enum import IntEnum


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme, as #RRGGBB. A *wash* is the ground on which the colour of the same name stands."""

    background: str
    panel: str
    raised: str
    hover: str
    line: str
    line_strong: str
    text: str
    secondary: str
    faint: str
    accent: str
    accent_hover: str
    accent_wash: str
    on_accent: str
    green: str
    green_wash: str
    yellow: str
    yellow_wash: str
    red: str
    red_wash: str
    track: str
    selection: str
    highlighter: str

    def as_dict(self) -> dict[str, str]:
        """Return the colours by name, as the style sheet names them."""
        return {f.name: getattr(self, f.name) for f in fields(self)}


LIGHT = Tokens(
    background="#F5F6F8",
    panel="#FFFFFF",
    raised="#FAFBFC",
    hover="#EEF1F5",
    line="#E1E5EA",
    line_strong="#C3CAD3",
    text="#1B2430",
    secondary="#566170",
    faint="#606A77",
    accent="#1F5FA6",
    accent_hover="#184E8A",
    accent_wash="#E8F0F9",
    on_accent="#FFFFFF",
    green="#1B7549",
    green_wash="#E5F4EC",
    yellow="#8A5C00",
    yellow_wash="#FFF3D6",
    red="#B42318",
    red_wash="#FDE9E7",
    track="#E1E5EA",
    selection="#E3EDF8",
    highlighter="#FFF4C2",
)

DARK = Tokens(
    background="#15191F",
    panel="#1D232B",
    raised="#20272F",
    hover="#272F39",
    line="#313A45",
    line_strong="#4A5563",
    text="#E6EAF0",
    secondary="#A5B0BD",
    faint="#97A2AF",
    accent="#6BA6E8",
    accent_hover="#86B7EE",
    accent_wash="#22364D",
    on_accent="#10151B",
    green="#5CC48F",
    green_wash="#1C3A2B",
    yellow="#E5B454",
    yellow_wash="#3A2F17",
    red="#F2958C",
    red_wash="#43211F",
    track="#333D49",
    selection="#26384E",
    highlighter="#4A4116",
)


class Type(IntEnum):
    """The type scale, in pixels at 100 %."""

    SECONDARY = 12
    BASE = 13
    SECTION = 14
    TITLE = 18
    FIGURE = 28


class Space(IntEnum):
    """The spacing grid: multiples of four pixels."""

    HAIR = 4
    SMALL = 8
    MEDIUM = 12
    PANEL = 16
    LARGE = 24


CONTROL_HEIGHT = 32
ROW_HEIGHT = 32
RADIUS = 6
CARD_RADIUS = 8

TEXT_FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
CODE_FAMILIES = ("Cascadia Mono", "Consolas", "Noto Sans Mono CJK SC", "DejaVu Sans Mono", "Courier New")
