"""What hypothesis draws the contents of workbooks from: texts of troublesome characters, amounts, periods."""

from decimal import Decimal

from hypothesis import strategies as st

from models.core.periods import PeriodKind, periods_of_year

# Characters that make trouble somewhere: markup, formulas, escapes, wide, narrow, astral, combining, blanks.
TROUBLE = "一。（）：；—·、．=+-@<>&\"'_x0041 \u3000a9𠮷é\u0301%/\t\u200b\x00\ud800"
LINES = st.text(st.sampled_from(TROUBLE) | st.characters(), max_size=30)
NAMES = st.text(st.sampled_from(TROUBLE) | st.characters(), max_size=20)  # what a line of the sign-off block holds
SHORT = st.text(st.sampled_from(TROUBLE), max_size=12)
TEXTS = st.text(st.sampled_from(TROUBLE + "\n"), max_size=60)
AMOUNTS = st.decimals(0, 10**15, places=2).map(lambda value: +value) | st.integers(0, 10**15).map(Decimal)
AMOUNTS = AMOUNTS.filter(lambda value: len(value.as_tuple().digits) <= 15)
PERIODS = st.sampled_from([period for kind in PeriodKind for period in periods_of_year(2021, kind)])
MEASURES = st.sampled_from(["", "所", "人（次）", "%", "万元", "—所"])
