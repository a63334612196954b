"""Where the title of a numbered paragraph ends and its work begins, and whether there is a title at all.

Bureaus write the same thing in four ways: the title on its own line, ``1．加强学习。组织…`` on one, ``一、学前：…``,
``1.【强师工程】招聘…``; others give no titles, so that each paragraph is work from its first word. What is lost if a
sentence of work is taken for a title is a task that nobody is given; the other way round a title is told twice. So a
first sentence is a title only if

1. it states no target and no deadline, and is no longer than titles are,
2. and it stands on its line without a stop, or the paragraphs beside it are built so: more than half of them (rule 3
   apart) have such a sentence with more behind it.
3. What finishes something (召开…会议, 制定…办法) is work, unless nearly all paragraphs beside it have titles; what
   comes to a document with a name (制定《…》) always is.

What stands before a colon or in 【】 is a title by its form, if it names no work by itself.
"""

import re
from collections.abc import Sequence

from models.plan.clauses import Role, understand
from models.plan.deadlines import find_deadline
from models.plan.duties import read_statement
from models.plan.indicators import read_indicators
from models.plan.model import Span
from models.plan.sentences import Enclosures, begins_with_duties, clauses, sentences, without_duties

LONGEST_TITLE = 45  # characters; the longest titles of items met have 30
_LONGEST_CAPTION = 20  # before a colon
_HALF, _NEARLY_ALL = 0.5, 0.8
_ANY_YEAR = 2024  # whether a day is stated is asked, not which
_WIDE_BLANK = re.compile(r"\u3000+|[ \t]{2,}")
_COLON = re.compile(r"[:：]\s*(?!\d)")
_NO_CAPTION = re.compile(r"[，,。；;、]|(?:如下|包括|即|分别[是为]|要求|其中|做到)$")
_STOPS = "。；;.．！!"
_SPACE = " \t\n\u3000"


class Titles:
    """Tells titles from work in one document; ``learn`` first how the paragraphs are built that stand side by side."""

    def __init__(self, source: str, enclosures: Enclosures) -> None:
        """Begin with nothing known of any paragraph: a first sentence is a title then."""
        self._source = source
        self._enclosures = enclosures
        self._shares: dict[int, float] = {}

    def learn(self, groups: Sequence[Sequence[tuple[Span, Span]]]) -> None:
        """Look at groups of paragraphs side by side: the line of each and the whole, both from its first word.

        A paragraph that stands alone is judged by all the others.
        """
        titled = [[self._may_be_titled(line, whole) for line, whole in group] for group in groups]
        of_all = [each for group in titled for each in group]
        for group, told in zip(groups, titled, strict=True):
            among = told if len(told) > 1 else of_all
            share = sum(among) / len(among) if among else 1.0
            self._shares.update((line.start, share) for line, _ in group)

    def title_of(self, line: Span) -> Span:
        """Return what would be the title on a line: up to a colon or 】, a wide blank or the first stop."""
        end = self.caption_end(line)
        if end > line.start:
            return Span(line.start, end)
        first = sentences(self._source, self._enclosures, line)[0]
        blank = _WIDE_BLANK.search(self._source, first.start + 2, min(first.end, first.start + LONGEST_TITLE))
        return Span(first.start, blank.end()) if blank and blank.end() < line.end else first

    def is_title(self, title: Span, line: Span) -> bool:
        """Tell whether that is a title and no work, given that words stand behind it."""
        if not self._is_plain(title):
            return False
        if self.caption_end(line) == title.end or self._stands_alone(title, line):
            return True
        share = self._shares.get(line.start, 1.0)
        words = self._source[title.start : title.end]
        if understand(words).finishes:
            return share >= _NEARLY_ALL and "《" not in words
        return share >= _HALF

    def caption_end(self, line: Span) -> int:
        """Return where 【…】 or what stands before a colon ends that a line begins with; its start if there is none."""
        opener = line.start
        closer = self._enclosures.partner(opener) if opener < line.end and self._source[opener] in "【[〔" else None
        if closer is not None and closer < min(line.end, opener + LONGEST_TITLE) and self._has_words(closer, line.end):
            names_units = read_statement(self._source[opener + 1 : closer], _ANY_YEAR, bare=True) is not None
            return line.start if names_units else closer + 1
        colon = _COLON.search(self._source, line.start + 2, min(line.end, line.start + _LONGEST_CAPTION + 1))
        if not colon or self._enclosures.protects(colon.start()) or not self._has_words(colon.end(), line.end):
            return line.start
        words = self._source[line.start : colon.start()]
        if _NO_CAPTION.search(words) or begins_with_duties(f"{words.split()[-1]}：" if words.split() else ""):
            return line.start
        if not self._is_plain(Span(line.start, colon.start())):
            return line.start
        names_work = understand(words).role is Role.DEED
        return colon.end() if self._is_work(Span(colon.end(), line.end), at_once=names_work) else line.start

    def first_clause(self, span: Span) -> Span:
        """Return the words that name a paragraph without a title: before a colon, else before a comma."""
        first = clauses(self._source, self._enclosures, span)[0]
        colon = _COLON.search(self._source, first.start + 2, first.end)
        if colon and not self._enclosures.protects(colon.start()):
            return Span(first.start, colon.start())
        return first

    def _may_be_titled(self, line: Span, whole: Span) -> bool:
        title = self.title_of(line)
        behind = without_duties(self._source, Span(title.end, whole.end))
        return self._is_plain(title) and any(map(str.isalnum, behind))

    def _is_plain(self, title: Span) -> bool:
        """Tell whether words are as short as titles are and state neither a target nor a deadline."""
        words = self._source[title.start : title.end]
        if len(words.strip()) > LONGEST_TITLE or read_indicators(self._source, self._enclosures, title):
            return False
        return find_deadline(words, _ANY_YEAR) is None

    def _stands_alone(self, title: Span, line: Span) -> bool:
        words = self._source[title.start : title.end].rstrip(_SPACE)
        return title.end >= line.end and not words.endswith(tuple(_STOPS))

    def _is_work(self, span: Span, *, at_once: bool) -> bool:
        """Tell whether words can be work by themselves: 城东小学、城西小学 behind a colon are none.

        ``at_once``: what stands before them is work as well, so only a verb or a target right behind it makes them so.
        """
        parts = clauses(self._source, self._enclosures, span)
        verbs = [understand(self._source[part.start : part.end]).verbs for part in parts]
        if at_once:
            return bool(verbs[:1] and verbs[0]) or bool(read_indicators(self._source, self._enclosures, parts[0]))
        return any(verbs) or "、" not in self._source[span.start : span.end] or len(parts) > 1

    def _has_words(self, start: int, end: int) -> bool:
        return any(map(str.isalnum, self._source[start:end]))
