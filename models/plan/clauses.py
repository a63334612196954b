"""What one clause of a sentence is to the job it stands in: a job of its own, or the how and what-for of another.

Knows the words of ``words`` and looks at one clause only; ``jobs`` puts clauses together. The roles:

- DEED: names a piece of work. 开展…, 做好…工作, 推进…建设 (an activity), 完善…办法 (a document comes of it),
  指导学校制定… (somebody is made to do it), 为学校更换… (the verb stands behind a preposition).
- DEGREE: demands more, stricter, deeper, without saying what is to be done: 加强…, 强化…, 优化…布局.
- RESULT: says what the work before should bring: 确保…, 提升…, 推进…均衡发展 (a state), 加大…力度.
- LEAD_IN: says on what ground or by what means the clause after it is done: 根据…, 依托…, 围绕….
- BARE: leans on the clause before: no verb (43个群组), no object of its own (及时拨付), keeping to a rule (落实…制度
  says how the work before is to be done), or a word that is not known here.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from enum import Enum, auto

from models.plan import words
from models.plan.deadlines import skip_time
from models.plan.words import ADVERBS, LEAD_INS, LONGEST_WORD, PREPOSITIONS, VERBS, Verb

SHORT_OBJECT = 4  # characters: two words; a pair of words names no piece of work of its own (推进精准资助)
_LAST_BRACKET = re.compile(r"[（(][^（()）]{1,200}[)）]$")  # what stands in it is no part of the object's last word
_MOST_VERBS = 4  # more than that in a row is no Chinese
# 一是…；二是…, ①…；②…: parts of an enumeration, each a job of its own; the number is no word of it.
ORDINAL = re.compile(
    r"(?:[①-⑳⑴-⒇]|[（(][0-9０-９]{1,2}[)）]|[0-9０-９]{1,2}[．.、)）](?![0-9０-９]))\s*"
    r"|(?:[一二三四五六七八九十]{1,2}[是要](?![一二三四五六七八九十])|首先|其次|再次|最后)[，,：:]?"
    r"|第[一二三四五六七八九十]{1,2}[，,：:]"
)
# 整改率达到100%, 培训合格率100%: a share that is named after work is none.
_WORK = "|".join(sorted(words.WORKING, key=len, reverse=True))
_SHARE = re.compile(
    rf"(?:{_WORK})[一-龥]{{0,4}}率(?=均|分别|稳定|保持|达|为|不|超|[0-9０-９]|$)|(?:巩固|控制|覆盖|保持)率"
)
_MARKS = " \t\n\u3000，,。；;！!？?：:.．"


class Role(Enum):
    """What a clause is to its job; the module says what each means."""

    DEED = auto()
    DEGREE = auto()
    RESULT = auto()
    LEAD_IN = auto()
    BARE = auto()


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause understood: its verbs in order, and ``object``, what stands after them."""

    role: Role
    verbs: tuple[str, ...]
    object: str

    @property
    def is_short(self) -> bool:
        """Tell whether the object is no longer than a pair of words."""
        return len(self.object) <= SHORT_OBJECT

    @property
    def finishes(self) -> bool:
        """Tell whether the clause promises something that is finished one day."""
        return self.role is Role.DEED and (
            any(verb in words.FINISHING for verb in self.verbs)
            or self.object.removesuffix("工作").endswith(words.EVENTS)
        )

    @property
    def names_programme(self) -> bool:
        """Tell whether the clause carries out a named programme, whose content may follow: 实施…行动."""
        return self.verbs[-1:] in (("实施",), ("制定实施",)) and self.object.rstrip("”」》").endswith(words.PROGRAMMES)


def understand(text: str) -> Clause:
    """Find the role of one clause."""
    text = _LAST_BRACKET.sub("", text.strip(_MARKS))
    start = skip_opening(text)
    if start == len(text):  # nothing but a time: 年底前，
        return Clause(Role.LEAD_IN, (), "")
    opening = text[start:]
    if _SHARE.match(opening):
        return Clause(Role.BARE, (), opening)
    lead_in = next((word for word in LEAD_INS if opening.startswith(word)), "")
    verbs, end = verbs_at(text, start)
    if lead_in and not (verbs and len(verbs[0]) > len(lead_in)):
        return _behind_preposition(opening, Role.LEAD_IN)
    if not verbs:
        preposed = opening.startswith(PREPOSITIONS)
        return _behind_preposition(opening, Role.BARE) if preposed else Clause(Role.BARE, (), opening)
    return _judge(verbs, text[end:])


def skip_opening(text: str) -> int:
    """Return where a clause's first verb or noun begins, behind times and adverbs."""
    ordinal = ORDINAL.match(text)
    start = ordinal.end() if ordinal else 0
    start += skip_time(text[start : start + 40])
    while True:
        word = _longest_of(ADVERBS, text, start)
        if not word or (word in VERBS and not verbs_at(text, start + len(word))[0]):
            return start
        start += len(word)


def verbs_at(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """Return the verbs that follow one another at ``start`` (组织开展, 研究制定), and where they end."""
    verbs: list[str] = []
    while len(verbs) < _MOST_VERBS and (word := _longest_of(VERBS, text, start)):
        verbs.append(word)
        start += len(word)
        if VERBS[word] not in {Verb.DEED, Verb.PUSH}:
            break  # what follows is its object, even if it is a verb: 加强培训, 运用监督执纪
        if VERBS[word] is Verb.DEED and VERBS.get(_longest_of(VERBS, text, start)) is not Verb.DEED:
            break  # 开展防范欺凌行动: what is to be prevented names the campaign
    return tuple(verbs), start


def _longest_of(known: Container[str], text: str, start: int) -> str:
    if text.startswith(words.NOUNS, start):
        return ""
    for length in range(LONGEST_WORD, 0, -1):
        word = text[start : start + length]
        if len(word) == length and word in known:
            return word
    return ""


def _judge(verbs: tuple[str, ...], rest: str) -> Clause:
    if not rest and len(verbs) > 1:  # 开展培训: the last of two verbs is the object
        verbs, rest = verbs[:-1], verbs[-1]
    role = _role_of(verbs, rest)
    if role is Role.DEED and VERBS[verbs[-1]] in {Verb.PUSH, Verb.CAUSE} and (found := _find_deed(rest, 2)):
        verbs += verbs_at(rest, found)[0]  # what the others are to do is what can be finished
    return Clause(role, verbs, rest)


def _role_of(verbs: tuple[str, ...], rest: str) -> Role:  # noqa: PLR0911 - one return a kind of verb
    if not rest:
        return Role.BARE
    match VERBS[verbs[-1]]:
        case Verb.DEED:
            return Role.DEED
        case Verb.CARE:
            return Role.DEED if len(rest) > SHORT_OBJECT else Role.DEGREE
        case Verb.PUSH:
            return _role_of_push(rest)
        case Verb.CAUSE:
            return Role.DEED if _find_deed(rest, 2) else Role.BARE
        case Verb.IMPROVE:
            return Role.DEED if rest.rstrip("”」》").endswith(words.PRODUCTS) else Role.DEGREE
        case Verb.OBEY:
            return Role.BARE if rest.endswith(words.NORMS) else Role.DEED
        case Verb.DEGREE if verbs[-1] == "规范" and rest.endswith(words.CONDUCT):
            return Role.RESULT
        case Verb.DEGREE if verbs[-1] == "加大" and rest.endswith("力度"):
            return Role.RESULT
        case Verb.DEGREE:
            return Role.DEGREE
        case Verb.RESULT:
            return Role.RESULT


def _role_of_push(rest: str) -> Role:
    if len(rest) <= SHORT_OBJECT or rest.endswith((*words.STATES, "化")):
        return Role.RESULT
    if rest.endswith(words.ACTIVITIES) or _find_deed(rest, 2):
        return Role.DEED
    return Role.RESULT if any(state in rest for state in ("达到", "实现", "落地", "走深走实")) else Role.DEGREE


def _behind_preposition(opening: str, otherwise: Role) -> Clause:
    """Judge 为学校更换灯具 by the verb behind the preposition's noun; 为发展提供支撑 is what the work is for."""
    if opening.startswith("为") and any(aim in opening for aim in ("提供", "奠定", "作出", "贡献", "支撑", "保驾")):
        return Clause(Role.RESULT, (), opening)
    found = _find_deed(opening, 3, creating=otherwise is Role.LEAD_IN)
    if not found:
        return Clause(otherwise, (), opening)
    verbs, end = verbs_at(opening, found)
    return Clause(Role.DEED, verbs, opening[end:])


def _find_deed(text: str, start: int, *, creating: bool = False) -> int:
    """Return where a verb of work stands that has an object of at least two characters behind it; 0 if none."""
    wanted = words.CREATING if creating else words.WORKING
    inside = 0
    for index, c in enumerate(text):
        inside += (c in "“《（(「") - (c in "”》）)」")
        if index < start or inside:
            continue
        word = _longest_of(wanted, text, index)
        behind = text[index + len(word) : index + len(word) + 2]
        if word and len(behind) == 2 and behind[0] not in "、和与及或，":
            return index
    return 0
