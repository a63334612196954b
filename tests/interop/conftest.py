"""The judges, started once for all tests that ask them; what they said is printed as a table at the end."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from tests.interop import apache_poi as poi
from tests.interop import libreoffice as office
from tests.interop import open_xml_sdk as sdk
from tests.interop import xmlsec
from tests.interop.judge import missing

SAID = pytest.StashKey[dict[str, dict[str, str]]]()
JUDGES = ("ours", "LibreOffice", "Apache POI")


@pytest.fixture(scope="session")
def said(request: pytest.FixtureRequest) -> dict[str, dict[str, str]]:
    """Where a test writes down what a judge said: said[way][judge]."""
    return request.config.stash.setdefault(SAID, defaultdict(dict))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table of judges for the tampered files that were judged in this run."""
    table = config.stash.get(SAID, {})
    if not table:
        return
    terminalreporter.section("what the judges say of tampered returns")
    width = max(map(len, table))
    terminalreporter.write_line("  ".join(["way".ljust(width), *(judge.ljust(24) for judge in JUDGES)]).rstrip())
    for way in sorted(table):
        words = [table[way].get(judge, "not asked").ljust(24) for judge in JUDGES]
        terminalreporter.write_line("  ".join([way.ljust(width), *words]).rstrip())


@pytest.fixture(scope="session")
def libreoffice() -> Iterator[office.LibreOffice]:
    """LibreOffice, running."""
    reason = office.what_is_missing()
    if reason:
        missing("LibreOffice", reason)
    with office.running() as running:
        yield running


@pytest.fixture(scope="session")
def open_xml_sdk() -> None:
    """The Open XML SDK, there to be asked."""
    reason = sdk.what_is_missing()
    if reason:
        missing("the Open XML SDK", reason)


@pytest.fixture(scope="session")
def xmlsec1() -> None:
    """xmlsec1, there to be asked."""
    reason = xmlsec.what_is_missing()
    if reason:
        missing("xmlsec1", reason)


@pytest.fixture(scope="session")
def apache_poi() -> Iterator[poi.ApachePoi]:
    """Apache POI, ready to be asked."""
    reason = poi.what_is_missing()
    if reason:
        missing("Apache POI", reason)
    with poi.ready() as ready:
        yield ready
