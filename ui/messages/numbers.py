"""Why a number in a plan is doubted, as a sentence: one for each reason, taken as a target or not."""

from models.plan.model import Doubt, DoubtKind
from models.plan.unsure import Unsure
from ui.messages.message import translate


def number_sentence(doubt: Doubt) -> str:
    """Say what is doubtful about a number, with ``{text}`` for its words."""
    taken = doubt.kind is DoubtKind.TARGET_UNCERTAIN
    sentences = _of_taken() if taken else _of_left()
    general = (
        translate("doubts", "“{text}”当作了指标，名称拿不准") if taken else translate("doubts", "“{text}”没有当作指标")
    )
    return sentences.get(doubt.fact("why"), general)


def _of_taken() -> dict[str, str]:
    return {
        Unsure.ABOUT: translate("doubts", "“{text}”当作了指标，但原文说的不是准数"),
        Unsure.RANGE: translate("doubts", "“{text}”是一个范围，目标值只取了一头"),
        Unsure.EACH: translate("doubts", "“{text}”是人均、校均一类的数，没有乘成总数"),
        Unsure.RATE: translate("doubts", "“{text}”是每个周期的数还是全年的数，拿不准"),
        Unsure.UNIT: translate("doubts", "“{text}”没写单位，单位是推断的"),
        Unsure.SHARE: translate("doubts", "“{text}”换算成了百分比"),
        Unsure.WHOLE: translate("doubts", "“{text}”是列举的总数，当作了指标"),
        Unsure.PHRASE: translate("doubts", "“{text}”当作了指标，也许只是名称里的数"),
        Unsure.SIDE: translate("doubts", "“{text}”当作了上限，原文没说要高还是要低"),
        Unsure.DIGITS: translate("doubts", "“{text}”写得不连贯，当作了一个数"),
    }


def _of_left() -> dict[str, str]:
    return {
        Unsure.EACH: translate("doubts", "“{text}”是每校、每人的数，没有当作指标"),
        Unsure.RATE: translate("doubts", "“{text}”的周期一年有几次说不准，没有当作指标"),
        Unsure.ASIDE: translate("doubts", "括号里的“{text}”没有当作指标"),
        Unsure.UNIT: translate("doubts", "“{text}”没有认得的单位，没有当作指标"),
        Unsure.RATIO: translate("doubts", "“{text}”是比，没有当作指标"),
        Unsure.SHARE: translate("doubts", "“{text}”化不成整齐的百分比，没有当作指标"),
        Unsure.GROWTH: translate("doubts", "“{text}”没说从多少算起，没有当作指标"),
        Unsure.EXTENT: translate("doubts", "“{text}”像是项目的规模，没有当作指标"),
        Unsure.BASIS: translate("doubts", "“{text}”像是依据的标准，没有当作指标"),
        Unsure.WHOLE: translate("doubts", "“{text}”像是原有的总数，没有当作指标"),
        Unsure.PHRASE: translate("doubts", "“{text}”也许只是名称里的数，没有当作指标"),
        Unsure.DIGITS: translate("doubts", "“{text}”看不出是多少，没有当作指标"),
    }
