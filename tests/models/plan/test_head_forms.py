"""The fields of the head in the forms and orders that offices write them."""

import pytest

from models.plan import parse_plan
from models.plan.model import DoubtKind, Plan
from tests.models.plan.tiling import assert_nothing_lost

BODY = "一、党建\n（一）学习\n召开会议。\n（二）廉政\n6月底前开展检查。\n"


def read(head: str, tail: str = "") -> Plan:
    """Read a plan with a head and a tail."""
    plan = parse_plan(f"{head}\n{BODY}{tail}")
    assert_nothing_lost(plan)
    return plan


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("云教字〔2024〕11号", "云教字〔2024〕11号"),
        ("云教字[2024]11号", "云教字[2024]11号"),
        ("云教字（2024）11号", "云教字（2024）11号"),
        ("云教字【2024】第11号", "云教字【2024】第11号"),
        ("云教字〔２０２４〕１１号", "云教字〔２０２４〕１１号"),
        ("（云教发〔2024〕 11 号）", "云教发〔2024〕11号"),
        ("云教字〔2024〕11号　　签发人：周明", "云教字〔2024〕11号"),
    ],
)
def test_document_numbers(line: str, number: str) -> None:
    plan = read(f"{line}\n云岭县教育局2024年工作要点")
    assert (plan.document_number, plan.title) == (number, "云岭县教育局2024年工作要点")


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("云岭县教育局2024年工作要点", 2024),
        ("云岭县教育局二〇二四年工作要点", 2024),
        ("云岭县教育局二○二四年工作要点", 2024),
        ("云岭县教育局二0二四年工作要点", 2024),
        ("云岭县教育局２０２４年工作要点", 2024),
        ("云岭县教育局2024年度工作计划", 2024),
        ("云岭小学2023—2024学年度第一学期工作计划", 2023),
        ("云岭小学2023-2024学年第二学期工作计划", 2024),
        ("云岭小学2023～2024学年下学期工作计划", 2024),
    ],
)
def test_years(title: str, year: int) -> None:
    plan = read(title)
    assert (plan.title, plan.year, list(plan.tasks)[-1].due is not None) == (title, year, True)
    assert plan.issuer in {"云岭县教育局", "云岭小学"}


def test_a_school_year_without_its_term_is_asked_about() -> None:
    plan = read("云岭小学2023—2024学年工作计划")
    assert (plan.year, plan.doubts[0].kind) == (0, DoubtKind.YEAR_MISSING)


@pytest.mark.parametrize(
    ("head", "tail", "issuer"),
    [
        ("云岭县教育局文件\n2024年全县教育工作要点", "", "云岭县教育局"),
        ("云 岭 县 教 育 局 文 件\n2024年全县教育工作要点", "", "云岭县教育局"),
        ("2024年全县教育工作要点", "云岭县教育局\n2024年3月1日\n", "云岭县教育局"),
        ("2024年全县教育工作要点", "云岭县教育局　　2024年3月1日\n", "云岭县教育局"),
        ("云岭县教育局关于2024年教育工作安排的意见", "", "云岭县教育局"),
        ("云岭县教育局关于做好2024年重点工作的实施意见", "", "云岭县教育局"),
        ("2024年云岭县教育局工作要点", "", "云岭县教育局"),
        ("云岭县教育局\n云教字〔2024〕1号\n2024年全县教育工作要点", "", "云岭县教育局"),
        ("中共云岭县委教育工委　云岭县教育局\n2024年工作要点", "", "中共云岭县委教育工委云岭县教育局"),
        ("白云区教育系统2024年工作要点", "", "白云区教育系统"),
        ("2024年全县教育工作要点", "", ""),
    ],
)
def test_issuers(head: str, tail: str, issuer: str) -> None:
    assert read(head, tail).issuer == issuer


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2024年3月1日", "2024-03-01"),
        ("二〇二四年三月一日", "2024-03-01"),
        ("二○二四年十二月三十一日", "2024-12-31"),
        ("（2024年3月1日）", "2024-03-01"),
        ("2024-03-01", "2024-03-01"),
        ("2024.3.1", "2024-03-01"),
        ("2024年3月", "2024-03-01"),
    ],
)
def test_dates(line: str, day: str) -> None:
    plan = read("云岭县教育局2024年工作要点", f"云岭县教育局\n{line}\n")
    assert str(plan.issued_on) == day
    assert len(list(plan.tasks)) == 2


@pytest.mark.parametrize(
    ("line", "addressees"),
    [
        ("各县（市、区）教育局，各开发区社会事业局：", ("各县（市、区）教育局", "各开发区社会事业局")),
        ("各乡镇（街道）中心学校、县直各学校：", ("各乡镇（街道）中心学校", "县直各学校")),
        ("主送：各中小学、幼儿园：", ("各中小学", "幼儿园")),
        ("局机关各科、室，各直属单位：", ("局机关各科、室", "各直属单位")),
        ("各部门、各二级学院:", ("各部门", "各二级学院")),
        ("各年级组、教研组，全体教职工：", ("各年级组", "教研组", "全体教职工")),
        ("各党总支（支部），各系（部）：", ("各党总支（支部）", "各系（部）")),
    ],
)
def test_addressees(line: str, addressees: tuple[str, ...]) -> None:
    assert read(f"云岭县教育局2024年工作要点\n{line}").addressees == addressees


@pytest.mark.parametrize(
    ("head", "title", "notice"),
    [
        (
            "关于印发《云岭县教育局2024年\n工作要点》的通知\n各学校：\n现将工作要点印发给你们，请贯彻执行。",
            "云岭县教育局2024年工作要点",
            "关于印发《云岭县教育局2024年\n工作要点》的通知\n现将工作要点印发给你们，请贯彻执行。",
        ),
        (
            "云岭县教育局关于印发2024年工作要点的通知\n各学校：\n现印发给你们，请遵照执行。\n特此通知。\n"
            "云岭县教育局\n2024年3月1日\n云岭县教育局2024年工作要点",
            "云岭县教育局2024年工作要点",
            "云岭县教育局关于印发2024年工作要点的通知\n现印发给你们，请遵照执行。\n特此通知。",
        ),
        (
            "云岭县教育局\n关于印发《2024年工作要点》的通知\n各学校：\n《2024年工作要点》已经局党组会议审议通过，现印发给你们。\n"
            "附件：2024年重点任务清单\n云岭县教育局\n2024年3月1日\n云岭县教育局2024年工作要点",
            "云岭县教育局2024年工作要点",
            "云岭县教育局\n关于印发《2024年工作要点》的通知\n《2024年工作要点》已经局党组会议审议通过，现印发给你们。",
        ),
        (
            "关于下达2024年度教育重点工作任务的通知\n各学校：\n经局党组研究同意，现将任务下达如下。",
            "2024年度教育重点工作任务",
            "关于下达2024年度教育重点工作任务的通知\n经局党组研究同意，现将任务下达如下。",
        ),
    ],
)
def test_notices(head: str, title: str, notice: str) -> None:
    plan = read(head)
    assert (plan.title, plan.notice, plan.addressees, plan.preamble) == (title, notice, ("各学校",), "")


def test_a_preamble_broken_by_the_page_is_no_title() -> None:
    plan = read("云岭县教育局2024年工作要点\n根据县委、县政府工作部署，结合我县教育工作安排\n实际，制定本要点。")
    assert plan.title == "云岭县教育局2024年工作要点"
    assert "".join(plan.preamble.split()) == "根据县委、县政府工作部署，结合我县教育工作安排实际，制定本要点。"
