"""What lies beside a workspace file under its name. Light on purpose: it is asked at every start.

>>> review_path(Path("济宁.yaodian")).name
'济宁.review'
"""

from pathlib import Path


def review_path(workspace: Path) -> Path:
    """Return where the review of a plan is kept that is not finished yet."""
    return workspace.with_suffix(".review")


def left_open_path(workspace: Path) -> Path:
    """Return where it is kept what the adopted plan leaves open."""
    return workspace.with_suffix(".doubts")
