"""The name of one figure after the other, with what earlier ones of the sentence said put back (see ``indicators``)."""

import re
from dataclasses import dataclass, replace
from typing import Self

from models.core.vocabulary import Direction, Per
from models.plan.aims import per_of_words
from models.plan.clauses import skip_opening, verbs_at
from models.plan.measures import SHARES
from models.plan.name_parts import (
    BEHIND_FIGURE,
    LEADS_TO_FIGURE,
    LESSENING,
    acts_itself,
    begins_own_case,
    label_of,
    name_of_level,
    name_of_stage,
    verbs_of,
    without_frame,
    without_wishes,
)
from models.plan.told import Figure
from models.plan.unsure import Unsure

# Another verb behind the counted people says where they come or go: 接收学生来我县支教 counts 学生.
_GOES_ON = re.compile(r"(?<=.{2})(?<![未本原历外近将往])(?:来|赴|前往)(?=[\u4e00-\u9fff]{2})")
_BRACKET = re.compile(r"[（(][^（()）]{0,200}[)）]")
_EDGE = " \t\n\u3000，,、。；;：:.．等"
_MARKS = ("、", "，", ",")
_THINGS = frozenset({"所", "家", "座", "间"})
_NEEDS_OBJECT = frozenset({"完成", "开展", "组织", "实施", "建设", "新建", "建成", "改建", "新增", "创建"})
_LONGEST_NAME = 60


@dataclass(slots=True)
class Said:
    """What a later member of a sentence may leave out."""

    verb: str = ""
    noun: str = ""
    whole: str = ""  # of a clause without a figure, whose figure is all that follows: 培训教师，不少于500名
    topic: str = ""  # the same with its verb, for as long as schools or pupils are told apart: 小学12次、初中6次
    name: str = ""  # of the last figure
    part_of: str = ""  # the name of the figure whose parts follow: 其中高中80名、初中120名
    per: Per | None = None  # a rate that such a clause states: 每季度开展检查，不少于2次
    unit: str = ""  # of the last figure
    leans: bool = False  # the figure tells only for whom or nothing, and no side of its own
    ceiling: bool = False  # the figure before ends on the side of less
    noun_first: bool = False  # the figure stood behind what it counts: 学校13所, not 13所学校

    @classmethod
    def of_clause(cls, text: str) -> Self:
        """Keep what a clause without a figure says for the next one."""
        start = skip_opening(text)
        verb_end = verbs_at(text, start)[1]
        whole = name_of_level(text[verb_end:].strip(_EDGE))
        return cls(text[start:verb_end], whole=whole, topic=text[start:verb_end] + whole, per=per_of_words(text))

    def name_next(self, before: str, after: str, figure: Figure, *, is_listed: bool) -> tuple[str, bool]:
        """Name the next figure of the sentence by the words around it, and tell whether that is a guess.

        Args:
            before: the words before it, from where its member of the sentence begins.
            after: those behind it, up to where the next one begins.
            figure: the figure; of several side by side the first.
            is_listed: whether a figure of the same clause stands before it.
        """
        self.topic = label_of(before) or self.topic
        self.part_of = self.name if "其中" in before else self.part_of
        before = without_wishes(without_frame(_BRACKET.sub("", before).strip(_EDGE), figure))
        noun_before = LEADS_TO_FIGURE.sub("", before)
        after = "" if noun_before and after[:1] in _MARKS else _words_behind(after)
        noun_before = noun_before if after else noun_before.removesuffix("的")
        verbs, verb_end = verbs_of(noun_before)
        verb, noun = noun_before[:verb_end], noun_before[verb_end:] + after
        leaning = "" if verb else self._leaning_name(noun, figure)
        self.leans = bool(leaning) and noun_before == before
        if leaning:
            self.name, self.per, self.whole, self.unit = leaning, None, "", figure.unit
            return leaning[:_LONGEST_NAME], not noun
        if len(verbs) > 1 and not noun:  # 开展督查: the last of two verbs is the object
            verb, noun = "".join(verbs[:-1]), verbs[-1]
        if not verb and not noun and self.whole:
            verb, noun = self.verb, self.whole
        is_stated = noun_before != before and bool(noun_before)
        if not verb and not is_stated and self._shares_verb(noun_before, after, figure, is_listed=is_listed):
            verb = self.verb
        if verb and not noun:
            says_nothing = not noun_before and not after
            noun = self.noun[-2:] if self.unit == figure.unit or says_nothing else ""
        self.topic = "" if verb else self.topic
        self.verb, self.noun, self.whole, self.noun_first = verb, noun, "", bool(noun_before) and not after
        self.per, self.name, self.unit = None, verb + noun, figure.unit
        return self.name[:_LONGEST_NAME], not noun and (not verb or verb in _NEEDS_OBJECT)

    def with_side(self, figure: Figure) -> Figure:
        """Give a figure that leans on the one before its side as well: 初中控制在60%以下、高中70%."""
        if self.leans and self.ceiling and figure.direction is Direction.AT_LEAST:
            figure = replace(figure, direction=Direction.AT_MOST, unsure=figure.unsure or Unsure.SIDE)
        self.ceiling = figure.direction is Direction.AT_MOST
        return figure

    def _leaning_name(self, noun: str, figure: Figure) -> str:
        """Return a name made of what was said before, where no more is said than for whom, or nothing at all."""
        if not noun and not self.whole and (self.unit == figure.unit or {self.unit, figure.unit} <= SHARES):
            return name_of_level(self.name)
        is_thing = figure.unit in _THINGS  # 新建小学2所、幼儿园3所 tells what is built, not for whom
        topic = self.topic or ("" if is_thing else self.part_of)
        return name_of_stage(noun, topic=topic, last="" if is_thing else self.name)

    def _shares_verb(self, noun_before: str, after: str, figure: Figure, *, is_listed: bool) -> bool:
        """Tell whether a member without a verb has that of the one before.

        Behind a comma a noun of its own shares it only where it is built alike: 新建学校13所，幼儿园20所, but not in
        举办30场讲座，受益家长2万人次.
        """
        if figure.unit in SHARES and self.verb not in LESSENING:
            return False
        alike = is_listed or not noun_before or (self.noun_first and self.unit == figure.unit)
        if not noun_before and not is_listed and acts_itself(after):
            return False
        return alike and not begins_own_case(noun_before or after)


def _words_behind(text: str) -> str:
    words = BEHIND_FIGURE.sub("", _BRACKET.sub("", text)).strip(_EDGE)
    goes_on = _GOES_ON.search(words)
    return words[: goes_on.start()] if goes_on else words
