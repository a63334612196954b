"""What went wrong, in the reader's language: what happened · what it means · what to do. For window and terminal alike.

One table names the sentence of every ``UserError`` and ``EnvironmentProblem`` by its class; a test walks all classes.
The rooms of the program carry facts only; here, and nowhere else, facts become sentences.

>>> explain(FileMissing(Path("a.txt"))).happened  # doctest: +SKIP
'找不到文件 “a.txt”'
"""

from ui.messages.explain import explain, print_error
from ui.messages.message import Message
from ui.messages.report import report

__all__ = ["Message", "explain", "print_error", "report"]
