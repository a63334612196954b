"""Saving what became of the files of a collection, as a table that Excel and WPS open."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.core.safe_file import replace_file
from ui.operations.runner import Failed, Runner
from ui.operations.task import Task

if TYPE_CHECKING:
    from models.workbooks.collect import CollectReport

translate = QCoreApplication.translate


def save_report(
    runner: Runner, *, report: "CollectReport", path: Path, done: Callable[[Path], None], failed: Failed
) -> None:
    """Write the report as CSV."""
    from models.work.data_export import plain_cell
    from ui.messages.lots import lot_meaning, lot_word

    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(
        (
            translate("operations", "结果"),
            translate("operations", "单位"),
            translate("operations", "填报期"),
            translate("operations", "次数"),
            translate("operations", "数据校验码"),
            translate("operations", "签名指纹"),
            translate("operations", "文件"),
            translate("operations", "说明"),
        )
    )
    for filed in report.filed:
        candidate = filed.candidate
        cells = (
            lot_word(filed.lot),
            filed.unit.name if filed.unit else candidate.unit_name,
            candidate.period.official_name if candidate.period else "",
            candidate.sequence or "",
            candidate.check_code,
            candidate.signer.fingerprint if candidate.signer else "",
            candidate.source.where,
            lot_meaning(filed.lot)[0],
        )
        writer.writerow([plain_cell(cell) for cell in cells])
    data = text.getvalue().encode("utf-8-sig")

    def save(_: Task) -> Path:
        replace_file(path, data)
        return path

    runner.files(save, label=translate("operations", "正在保存…"), done=done, failed=failed)
