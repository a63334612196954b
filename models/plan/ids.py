"""Short names for tasks that are the same on each machine: computed from the document's words, never counted up.

A task's id is its item's number and six characters of a SHA-256 over document number, item title and wording, such as
``06-7K3QXM``. The alphabet has no look-alikes (0 O, 1 I L), because ids are read out on the telephone. The same
wording in another place of the document, or two wordings with the same six characters, are told apart by an occurrence
number inside the digest, so ids are unique within a plan.
"""

import hashlib
from collections.abc import Iterable

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_LENGTH = 6


class TaskIds:
    """Gives each task of one document its id; ask in the order of the document."""

    def __init__(self, document_number: str, *, taken: Iterable[str] = ()) -> None:
        """Begin a document; ``taken`` are the ids that its tasks have already."""
        self._document_number = document_number
        self._next_occurrence: dict[tuple[str, str], int] = {}
        self._taken = set(taken)

    def next_id(self, item_number: int, *, item_title: str, wording: str) -> str:
        """Return the id of the next task with this wording under this item title."""
        words = (item_title, wording)
        while True:
            occurrence = self._next_occurrence.get(words, 1)
            self._next_occurrence[words] = occurrence + 1
            task_id = f"{item_number:02d}-{_digest(self._document_number, item_title, wording, str(occurrence))}"
            if task_id not in self._taken:
                self._taken.add(task_id)
                return task_id


def _digest(*facts: str) -> str:
    # Lengths go in as well, so that moving a character from one fact to the next gives another digest.
    joined = "".join(f"{len(fact)}:{fact}" for fact in facts)
    value = int.from_bytes(hashlib.sha256(joined.encode("utf-8", "surrogatepass")).digest(), "big")
    characters = []
    for _ in range(_LENGTH):
        value, index = divmod(value, len(ALPHABET))
        characters.append(ALPHABET[index])
    return "".join(characters)
