"""The judges, started once for all tests that ask them."""

from collections.abc import Iterator

import pytest

from tests.interop import apache_poi as poi
from tests.interop import libreoffice as office
from tests.interop import open_xml_sdk as sdk
from tests.interop.judge import missing


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
def apache_poi() -> Iterator[poi.ApachePoi]:
    """Apache POI, ready to be asked."""
    reason = poi.what_is_missing()
    if reason:
        missing("Apache POI", reason)
    with poi.ready() as ready:
        yield ready
