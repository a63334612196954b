"""Numbers of a clause that are amounts to be reached, told from the many that are not, and from those one must ask.

Every number is one of three, and none is passed over in silence:

1. ruled out by a rule of writing (``ruled_out``): in quotes or 《》, an ordinal, a date, a code, part of a name, what
   is there already, the ground or the measure of other work;
2. a figure: it has a value and a measure (所, 名, 元, %), whatever the words around it. ``unsure`` says where a clerk
   would ask all the same: 约, 近, 余, 左右; a range, of which the nearer end is taken; 半数; an average (生均);
3. a question without a figure: it is for each school or each week, whose number is not stated, stands in a bracket, is
   a ratio, the size of a project, or has no known measure.

A number in Chinese numerals below ten needs more, for such make names and set phrases (两案九制, 四种形态,
三个课堂): it stands directly behind a verb of work (新建三所), at the clause's end behind what it counts
(新建幼儿园三所), behind 不少于 and its like, in a rate (每月一次) or a share.

A rate for a stretch of time (每季度2次) is a figure, for its sum over the year is certain. Where a figure starts from
is kept beside it (从71%提高到80%). An increase is a figure of its own and no level: 提高3个百分点 has the target 3.
Words without a number (全覆盖, 清零) are none, whatever they promise.
"""

import re
from dataclasses import replace
from decimal import Decimal

from models.core.numbers import NotANumber, checked_amount
from models.core.vocabulary import Direction
from models.plan.aims import direction_of, per_of, starts_of, wants_less
from models.plan.lists_of_numbers import continues_figures, shared_in_lists
from models.plan.measures import NAMING, SHARES
from models.plan.model import Span
from models.plan.quantities import Form, quantities
from models.plan.questions import guessed_unit, head_level, question_about
from models.plan.ruled_out import Rule, rule_for
from models.plan.sentences import Enclosures
from models.plan.setting import Setting, opening_verbs
from models.plan.told import Figure, Told
from models.plan.unsure import Unsure

_NAMED_WORK = ("实施", "推进", "深化", "抓好", "做好", "抓实", "坚持", "突出", "强化", "完善", "健全", "夯实", "筑牢")
_LISTED = re.compile(r"等\s?$")
_UNFINISHED = re.compile(r"[0-9０-９][\-－–—~～]$")
_DEALT_NAMES = re.compile(r"(?P<names>[^，,。；;：:0-9０-９]{2,60}?)各(?:不(?:得)?(?:少|低)于|至少|约|近)?\s?$")
_AND = re.compile(r"、|以及|[和及与]|(?<=”)(?=“)|(?<=》)(?=《)")
_PLACES_NOT_THINGS = re.compile(r"各|每|全[市县区]|(?:[市县区镇乡街村旗]|单位|部门|科室)$")


def tell_numbers(source: str, enclosures: Enclosures, clause: Span) -> list[Told]:
    """Say of every number of a clause what it is, in the order of the text."""
    text = source[clause.start : clause.end]
    found = quantities(text)
    starts = starts_of(text, found)
    told: list[Told] = []
    verbs = opening_verbs(text) if found else (0, 0)
    for index, quantity in enumerate(found):
        at = Span(clause.start + quantity.start, clause.start + quantity.end)
        if enclosures.protects(at.start) and not enclosures.in_bracket_only(at.start):
            told.append(Told(at, rule=Rule.QUOTED))
            continue
        baseline = found[starts[index]].value if index in starts else None
        continues = bool(told) and continues_figures(source, told[-1], at, quantity.unit)
        setting = Setting(text, quantity, verbs, continues=continues)
        one = _tell(setting, at, baseline, is_start=index in starts.values())
        told.append(_aside(one, has_measure=bool(quantity.unit)) if enclosures.protects(at.start) else one)
    return shared_in_lists(source, told)


def _tell(setting: Setting, span: Span, baseline: Decimal | None, *, is_start: bool) -> Told:
    if is_start:
        return Told(span, rule=Rule.START)
    rule = rule_for(setting)
    if rule:
        return Told(span, rule=rule)
    question = question_about(setting)
    names = _dealt_names(setting) if question is Unsure.EACH else ()
    raised = baseline is not None and question in {Unsure.EACH, Unsure.RATE}
    if question and not names and not raised:
        return Told(span, unsure=question)
    figure = _figure(setting, span, baseline, names)
    if figure and raised:  # 补贴由每月200元提高到300元 is a standard, whoever gets it
        figure = replace(figure, per=None, value=setting.quantity.value or figure.value, unsure=question)
    return Told(span, figure, unsure=figure.unsure) if figure else Told(span, unsure=Unsure.DIGITS)


def _aside(told: Told, *, has_measure: bool) -> Told:
    """Ask about what stands in a bracket; without a measure it is no amount."""
    if not told.figure and not told.unsure:
        return told
    return Told(told.span, unsure=Unsure.ASIDE) if has_measure else Told(told.span, rule=Rule.ASIDE)


def _figure(setting: Setting, span: Span, baseline: Decimal | None, names: tuple[str, ...]) -> Figure | None:
    quantity = setting.quantity
    direction = direction_of(setting)
    per = None if head_level(setting) else per_of(setting)
    far = direction is Direction.AT_MOST and quantity.upper is not None
    value = quantity.upper if far else quantity.value
    unit = quantity.unit or guessed_unit(setting)
    each = head_level(setting) or ("" if per else quantity.each)
    if value is None:
        return None
    if wants_less(setting) or not value:
        direction = Direction.AT_MOST
    try:
        value = checked_amount(value * per.times) if per else value
    except NotANumber:
        return None
    return Figure(
        span=span,
        value=value,
        unit=f"{unit}/{each}" if each else unit,
        direction=direction,
        baseline=baseline,
        per=per,
        unsure=_why_unsure(setting),
        names=names,
    )


def _why_unsure(setting: Setting) -> Unsure | None:  # noqa: PLR0911 - one return a reason
    quantity = setting.quantity
    if quantity.upper is not None or _UNFINISHED.search(setting.near):
        return Unsure.RANGE
    if quantity.apart:
        return Unsure.DIGITS
    if quantity.about:
        return Unsure.ABOUT
    if quantity.form is Form.FRACTION:
        return Unsure.SHARE
    if not quantity.unit:
        return Unsure.UNIT
    if wants_less(setting) or not quantity.value:
        return Unsure.SIDE
    if setting.is_per_head and quantity.unit not in {*SHARES, "岁"}:
        return Unsure.EACH
    if head_level(setting) or (quantity.each and not per_of(setting)):
        return Unsure.EACH
    if _LISTED.search(setting.near):
        return Unsure.WHOLE
    value = quantity.value or 0
    may_be_name = (
        quantity.is_spelled
        and quantity.unit in NAMING
        and value < 100
        and not (setting.is_bound or setting.rate or setting.counts_what_stands_before)
    )
    if not quantity.is_spelled and setting.may_name and value < 20 and setting.near.endswith(_NAMED_WORK):
        return Unsure.PHRASE  # 实施8项工程
    return Unsure.PHRASE if may_be_name else None


def _dealt_names(setting: Setting) -> tuple[str, ...]:
    """Return the things before 各 that an amount holds for, if they are things and not places or people."""
    match = _DEALT_NAMES.search(setting.before) if setting.is_dealt else None
    if not match or not setting.has_verb_before:
        return ()
    start = setting.quantity.start - len(setting.before) + match.start()
    start = max(start, opening_verbs(setting.text)[1])
    names = tuple(
        filter(None, _AND.split(setting.text[start : setting.quantity.start - len(match[0]) + len(match["names"])]))
    )
    whole = all(2 <= len(name) <= 12 and not _PLACES_NOT_THINGS.search(name) for name in names)
    return names if whole and len(names) > 1 else ()
