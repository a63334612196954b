"""The closed sets of words that a plan, an entry and a return share.

The values are what is stored in the workspace and printed by ``--json``; what a person reads stands in ``ui/`` (for the
window) and in ``models/workbooks`` (for the sheets, which are Chinese whatever the language of the window).
"""

from enum import StrEnum


class TaskKind(StrEnum):
    """What kind of promise a task is."""

    QUANTIFIED = "quantified"  # has at least one target
    MILESTONE = "milestone"  # something gets finished: 制定, 出台, 建成, 召开 …
    ONGOING = "ongoing"  # goes on all year


class Direction(StrEnum):
    """Which side of its target an indicator should end on."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Per(StrEnum):
    """The stretch of time that a rate is stated for: 每月1次, 每季度2次, 每学期1次, 每年4次."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"

    @property
    def times(self) -> int:
        """How many of them a year has."""
        return {Per.MONTH: 12, Per.QUARTER: 4, Per.HALF: 2, Per.YEAR: 1}[self]


class Status(StrEnum):
    """进展状态, as the unit states it."""

    NOT_STARTED = "not_started"  # 未启动
    IN_PROGRESS = "in_progress"  # 推进中
    COMPLETED = "completed"  # 已完成
    BEHIND = "behind"  # 滞后
    DEFERRED = "deferred"  # 暂缓


class Light(StrEnum):
    """红黄绿灯, as computed from the entry and the schedule; NONE where nothing has been reported."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    NONE = "none"


class Role(StrEnum):
    """签批: as what a person stands for a return, in the order in which they sign."""

    FILLER = "filler"  # 填报人
    REVIEWER = "reviewer"  # 审核人
    UNIT_HEAD = "unit_head"  # 单位负责人


class Duty(StrEnum):
    """A unit's part in a task."""

    LEAD = "lead"  # 牵头
    SUPPORT = "support"  # 配合


class Decision(StrEnum):
    """审核: what a superior decided of a return."""

    ACCEPTED = "accepted"  # 审核通过
    RETURNED = "returned"  # 退回修改


class RollUp(StrEnum):
    """How the figures of subordinates become a proposal for the superior's own."""

    SUM = "sum"  # the units' figures of the period added up
    LATEST = "latest"  # as SUM, where a unit without an accepted figure stands with its latest one of the year
    WEIGHTED = "weighted"  # the mean, each unit counting by a weight
    BY_HAND = "by_hand"  # none: a person types it
