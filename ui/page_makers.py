"""How the pages beside the reporting page are made; each is imported when it is first turned to."""

from collections.abc import Callable, Mapping

from ui.page_stack import PageName
from ui.pages.workplace import Page, Workplace


def page_makers(place: Workplace) -> Mapping[PageName, Callable[[], Page]]:
    """Return how to make each page of a window."""

    def assign() -> Page:
        from ui.pages.assign_page import AssignPage

        return AssignPage(place)

    def outbox() -> Page:
        from ui.pages.outbox_page import OutboxPage

        return OutboxPage(place)

    def collect() -> Page:
        from ui.pages.collect_page import CollectPage

        return CollectPage(place)

    def summary() -> Page:
        from ui.pages.summary_page import SummaryPage

        return SummaryPage(place)

    return {
        PageName.ASSIGN: assign,
        PageName.COLLECT: collect,
        PageName.SUMMARY: summary,
        PageName.OUTBOX: outbox,
    }
