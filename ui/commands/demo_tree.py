"""A year between a city, its counties and three schools, as ``main.py demo DIR --tree`` plays it. No windows.

The city assigns the bundled work points to fourteen county-level units, one of them assigns on to three schools. In
each of three quarters everybody reports, the returns are collected, reviewed and answered, and the figures of the
schools become the county's. On the way: one return is late, one was altered, one is corrected, one unit fills in a
blank form by hand. What was typed where is told, so that anybody can compute what must come out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from typing import Any, Final

from models.core.numbers import plain
from models.core.periods import Period, PeriodKind
from models.core.safe_file import replace_file
from models.core.vocabulary import Decision
from models.plan.read import read_plan
from models.signing.package import read_package, write_package
from models.store.assignments import read_grid
from models.store.directory import UnitFacts, subordinates
from models.store.plans import tasks
from models.store.records import IndicatorRecord
from models.work.assign import Terms
from models.work.distribute import is_additive, shares_of
from models.work.summary import read_summary
from models.workbooks.blank_form_fill import fill_form
from models.workbooks.bulletin import write_bulletin
from models.workbooks.issue_blank_forms import issue_blank_forms
from models.workbooks.summary_book import write_summary
from ui.commands.year_member import OPERATOR, Member
from ui.operations.workspace import BUNDLED_PLAN
from ui.resources import resource

YEAR: Final = 2021
CITY: Final = ("济宁市教育局", "3708")
# 济教字〔2021〕1号 goes to eleven counties and three zones; the weights are invented numbers of students.
COUNTIES: Final = (
    ("任城区教育和体育局", "370811", 168_000),
    ("兖州区教育和体育局", "370812", 89_000),
    ("曲阜市教育和体育局", "370881", 83_000),
    ("泗水县教育和体育局", "370831", 76_000),
    ("邹城市教育和体育局", "370883", 151_000),
    ("微山县教育和体育局", "370826", 97_000),
    ("鱼台县教育和体育局", "370827", 61_000),
    ("金乡县教育和体育局", "370828", 88_000),
    ("嘉祥县教育和体育局", "370829", 117_000),
    ("汶上县教育和体育局", "370830", 101_000),
    ("梁山县教育和体育局", "370832", 106_000),
    ("济宁高新区教育分局", "370871", 54_000),
    ("太白湖新区教育分局", "370872", 23_000),
    ("济宁经开区教育分局", "370873", 19_000),
)
SCHOOLS: Final = (("任城区第一小学", "37081101"), ("任城区第二小学", "37081102"), ("任城区第三小学", "37081103"))
WITH_SCHOOLS, LATE, ALTERED, CORRECTED, BY_HAND = "370811", "370826", "370827", "370828", "370832"
QUARTERS: Final = tuple(Period(YEAR, PeriodKind.QUARTER, n) for n in (1, 2, 3))
EVENTFUL: Final = QUARTERS[1]

Figures = dict[str, Decimal]  # by indicator


@dataclass(slots=True)
class Told:
    """What was done, for ``demo.json``."""

    typed: dict[str, dict[str, Figures]] = field(default_factory=dict)  # by unit's code and period
    summaries: dict[str, str] = field(default_factory=dict)  # by period, the file's name
    lots: dict[str, dict[str, int]] = field(default_factory=dict)  # by period, how files were sorted
    receipts: int = 0

    def as_json(self) -> dict[str, Any]:
        """Spell it for a file: amounts as decimal text."""
        return {
            "year": YEAR,
            "city": {"name": CITY[0], "code": CITY[1]},
            "units": {code: name for name, code, _ in COUNTIES},
            "schools": {code: name for name, code in SCHOOLS},
            "with_schools": WITH_SCHOOLS,
            "late": LATE,
            "altered": ALTERED,
            "corrected": CORRECTED,
            "by_hand": BY_HAND,
            "eventful": EVENTFUL.id,
            "typed": {
                code: {
                    period: {one: plain(amount) for one, amount in figures.items()}
                    for period, figures in by_period.items()
                }
                for code, by_period in self.typed.items()
            },
            "lots": self.lots,
            "receipts": self.receipts,
            "summaries": self.summaries,
        }


def play(folder: Path) -> Told:
    """Play the year into a folder: workspaces, files that went back and forth, summaries.

    Raises:
        UserError, EnvironmentProblem: a step was refused, which is a fault.
    """
    return _Year(folder).play()


class _Year:
    """The city, its units, and what they have done so far."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        start = datetime(YEAR, 3, 8, 1, tzinfo=UTC)
        self.city = Member(*CITY, folder / "工作区" / CITY[0], start)
        self.counties = {
            code: Member(name, code, folder / "工作区" / name, start) for name, code, _ in COUNTIES if code != BY_HAND
        }
        self.schools = {code: Member(name, code, folder / "工作区" / name, start) for name, code in SCHOOLS}
        self.told = Told()

    def play(self) -> Told:
        self.city.start(read_plan(resource(BUNDLED_PLAN)))
        self._assign()
        for quarter in QUARTERS:
            self._turn_to(datetime(YEAR, quarter.last_month, 18, 1, tzinfo=UTC))
            self._schools(quarter)
            self._counties(quarter)
            self._city(quarter)
        return self.told

    def _turn_to(self, now: datetime) -> None:
        for member in (self.city, *self.counties.values(), *self.schools.values()):
            member.now = now

    def _assign(self) -> None:
        units = [UnitFacts(name=name, code=code, has_program=code != BY_HAND) for name, code, _ in COUNTIES]
        weights = {code: Decimal(students) for _, code, students in COUNTIES}
        sheets = self.city.assign(units, _shares(self.city, weights), folder=_made(self._folder / "下达"))
        for code, member in self.counties.items():
            member.take(sheets[code])
        county = self.counties[WITH_SCHOOLS]
        pupils = [UnitFacts(name=name, code=code) for name, code in SCHOOLS]
        equal = dict.fromkeys((code for _, code in SCHOOLS), Decimal(1))
        sheets = county.assign(pupils, _shares(county, equal), folder=_made(self._folder / "下达" / county.name))
        for code, member in self.schools.items():
            member.take(sheets[code])

    def _schools(self, quarter: Period) -> None:
        county = self.counties[WITH_SCHOOLS]
        folder = self._folder / "上报" / county.name / quarter.id
        for place, (code, member) in enumerate(self.schools.items()):
            self._type(code, member, quarter, place)
            member.report(quarter, folder)
        county.collect(folder)
        self._answer(county, {}, quarter, self.schools)

    def _counties(self, quarter: Period) -> None:
        folder = self._folder / "上报" / self.city.name / quarter.id
        for place, (code, member) in enumerate(self.counties.items()):
            if code == WITH_SCHOOLS:
                self._take_proposals(member, quarter)
            else:
                self._type(code, member, quarter, place)
            late = code == LATE and quarter == EVENTFUL
            if late:
                member.now = datetime(YEAR, quarter.last_month, 27, 1, tzinfo=UTC)
            path = member.report(quarter, self._folder / "迟到" if late else folder)
            if code == ALTERED and quarter == EVENTFUL:
                sound = _made(self._folder / "重发") / path.name
                sound.write_bytes(path.read_bytes())
                path.write_bytes(_altered(path.read_bytes()))
        self._fill_in_by_hand(quarter, folder)

    def _city(self, quarter: Period) -> None:
        folder = self._folder / "上报" / self.city.name / quarter.id
        report = self.city.collect(folder, take_forms=True)
        self.told.lots[quarter.id] = {lot.value: count for lot, count in sorted(report.counts.items())}
        decisions = {}
        if quarter == EVENTFUL:
            decisions[CORRECTED] = (Decision.RETURNED, "第一项指标与现场核查不符，请核对后重报。")
        self._answer(self.city, decisions, quarter, self.counties)
        if quarter == EVENTFUL:
            self.city.now = datetime(YEAR, quarter.last_month, 28, 1, tzinfo=UTC)
            self._correct(quarter, folder)
            for late in ("迟到", "重发"):
                self.city.collect(self._folder / late)
            self.city.collect(folder, take_forms=True)
            self._answer(self.city, {}, quarter, self.counties)
        self._summarise(quarter)

    def _correct(self, quarter: Period, folder: Path) -> None:
        member = self.counties[CORRECTED]
        figures = self.told.typed[CORRECTED][quarter.id]
        first = next(iter(figures))
        figures[first] += 1
        member.record(quarter, {first: figures[first]})
        member.report(quarter, folder)

    def _type(self, code: str, member: Member, quarter: Period, place: int) -> None:
        """Type a share of each target that differs from unit to unit; figures are cumulative over the year."""
        figures: Figures = {}
        with member.open() as workspace:
            known = [(task, one) for task in tasks(workspace) for one in task.indicators]
        for number, (_, indicator) in enumerate(known):
            figures[indicator.id] = _progress(indicator, quarter, place + number)
        words = {task.id: f"{quarter.official_name}：已完成阶段任务，台账已更新。" for task, _ in known}
        member.record(quarter, figures, narratives=words)
        self.told.typed.setdefault(code, {})[quarter.id] = figures

    def _take_proposals(self, member: Member, quarter: Period) -> None:
        """Take what the schools' accepted figures amount to; what never adds up is typed by the county itself."""
        proposed = {one: amount for one, amount in member.rolled_up(quarter).items() if amount is not None}
        with member.open() as workspace:
            by_hand = {
                one.id: _progress(one, quarter, 0)
                for task in tasks(workspace)
                for one in task.indicators
                if not is_additive(one)
            }
        member.record(quarter, proposed | by_hand)
        self.told.typed.setdefault(WITH_SCHOOLS, {})[quarter.id] = by_hand

    def _fill_in_by_hand(self, quarter: Period, folder: Path) -> None:
        with self.city.open() as workspace:
            issued = issue_blank_forms(
                workspace,
                _made(self._folder / "空白表" / quarter.id),
                period=quarter,
                terms=Terms(period_kind=PeriodKind.QUARTER),
                operator=OPERATOR,
                at=self.city.now,
                progress=lambda *_: None,
                cancelled=bool,
            )
            (unit,) = (one for one in subordinates(workspace) if one.code == BY_HAND)
            shares = _shares_of_unit(self.city, unit.id)
            known = [one for task in tasks(workspace) for one in task.indicators]
        figures = {
            one.id: _progress(one, quarter, number, of=shares.get(one.id))
            for number, one in enumerate(known)
            if one.id in shares or not is_additive(one)
        }
        path = issued.files[0][1]
        fill_form(path, folder / path.name, figures, by="孙丽", on=self.city.now.date())
        self.told.typed.setdefault(BY_HAND, {})[quarter.id] = figures

    def _answer(
        self,
        superior: Member,
        decisions: Mapping[str, tuple[Decision, str]],
        quarter: Period,
        units: Mapping[str, Member],
    ) -> None:
        receipts = superior.review(decisions, quarter, self._folder / "回执" / superior.name / quarter.id)
        for code, path in receipts.items():
            self.told.receipts += 1
            if code in units:
                units[code].take(path)

    def _summarise(self, quarter: Period) -> None:
        with self.city.open() as workspace:
            summary = read_summary(workspace, quarter, today=self.city.now.date())
        name = f"{quarter.official_name}汇总表.xlsx"
        replace_file(self._folder / name, write_summary(summary))
        replace_file(self._folder / f"{quarter.official_name}通报.docx", write_bulletin(summary))
        self.told.summaries[quarter.id] = name


def _progress(indicator: IndicatorRecord, quarter: Period, place: int, *, of: Decimal | None = None) -> Decimal:
    """Choose a cumulative figure: another share of the target for each unit and indicator, growing over the year."""
    per_cent = Decimal(quarter.ordinal * 23 + place * 7 % 19)
    target = indicator.target if of is None else of
    step = Decimal("0.01") if target != target.to_integral_value() or not is_additive(indicator) else Decimal(1)
    return (target * per_cent / 100).quantize(step, ROUND_DOWN)


def _shares(member: Member, weights: Mapping[str, Decimal]) -> dict[str, Figures]:
    """Divide each target that can be divided by the weights of units, which go by their codes."""
    with member.open() as workspace:
        known = [one for task in tasks(workspace) for one in task.indicators]
    codes = list(weights)
    by_place = {place: weights[code] for place, code in enumerate(codes)}
    shares: dict[str, Figures] = {code: {} for code in codes}
    for indicator in known:
        if is_additive(indicator):
            for place, share in shares_of(indicator, by_place).items():
                shares[codes[place]][indicator.id] = share
    return shares


def _shares_of_unit(member: Member, unit_id: int) -> Figures:
    with member.open() as workspace:
        return {one: amount for (unit, one), amount in read_grid(workspace).shares.items() if unit == unit_id}


def _altered(data: bytes) -> bytes:
    """Do what somebody does who opens a return and changes a figure: another digit, under the same signature."""
    parts = read_package(data)
    sheet = parts["xl/worksheets/sheet1.xml"]
    at = sheet.rindex(b"<v>") + 3
    parts["xl/worksheets/sheet1.xml"] = sheet[:at] + b"9" + sheet[at + 1 :]
    return write_package(parts)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
