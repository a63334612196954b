"""Why a person is asked about a number, in one word; ``ui`` has the sentence for each."""

from enum import StrEnum


class Unsure(StrEnum):
    """Why a number is doubted: the fact ``why`` beside NUMBER_MAY_BE_TARGET and TARGET_UNCERTAIN."""

    NAME = "name"  # what it counts is guessed
    ABOUT = "about"  # 约, 近, 余, 左右: the number is not exact
    RANGE = "range"  # 3至5名: the nearer end is taken
    EACH = "each"  # for each school or person, whose number is not stated
    RATE = "rate"  # 每周, 每两年: its sum over the year is not certain
    ASIDE = "aside"  # it stands in a bracket
    UNIT = "unit"  # what it measures is not stated or not known
    RATIO = "ratio"  # 1:19
    SHARE = "share"  # 半数, 三分之一
    GROWTH = "growth"  # 翻一番: from what?
    EXTENT = "extent"  # 占地120亩, 总投资3亿元: the size of a project, not the year's work
    BASIS = "basis"  # 按照3%的比例: a rule for other work
    WHOLE = "whole"  # 全市1200名, 其余3所, 等5所: how many there are
    PHRASE = "phrase"  # a small or round numeral that may belong to a name
    SIDE = "side"  # whether more or less is wanted is not said
    DIGITS = "digits"  # it cannot be read as a number
