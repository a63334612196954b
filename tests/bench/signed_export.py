"""A signed return from what stands in the workspace: against XlsxWriter writing the same cells, unsigned and bare."""

import dataclasses
import io
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from measure import Pair
from workspace import AT, PERIOD, make_workspace

from models.signing.identity import create_identity
from models.work.return_content import ReturnContent, SignOff, return_content
from models.workbooks.export import export_return


@contextmanager
def signed_export(folder: Path) -> Iterator[Pair]:
    """Export the whole plan with every field filled in; the key is there already."""
    with make_workspace(folder / "export.yaodian") as workspace:
        content = return_content(workspace, PERIOD, sign_off=SignOff(filled_by="张三"), at=AT)
    identity = create_identity(unit_name=content.head.unit_name, unit_code=content.head.unit_code, at=AT)
    rows = sum(len(group.rows) for group in content.groups)
    yield Pair(
        ours=lambda: export_return(content, identity, at=AT),
        reference=lambda: _bare(content),
        reference_name="XlsxWriter, the same table, bare",
        rounds=20,
        amount=rows,
        unit="rows",
    )


def _bare(content: ReturnContent) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        number = 0
        for group in content.groups:
            sheet.write_string(number, 0, f"{group.part_title} {group.item_number} {group.item_title}")
            number += 1
            for row in group.rows:
                for column, field in enumerate(dataclasses.fields(row)):
                    value = getattr(row, field.name)
                    if isinstance(value, int | Decimal):
                        sheet.write_number(number, column, value)
                    elif value:
                        sheet.write_string(number, column, str(value))
                number += 1
    return stream.getvalue()
