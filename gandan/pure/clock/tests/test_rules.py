"""One case, worked out by hand, for every rule of the book and each of its variants.

July 2026 begins on a Wednesday and has no holiday; 31/08 to 02/09/2026 are off; 15/08/2026 is a Saturday.
"""

import itertools
from datetime import date, timedelta

import pytest

from gandan.pure.clock.calendar import national
from gandan.pure.clock.clock import due
from gandan.pure.clock.rules import rule, rule_ids, rules_on, versions_of
from gandan.pure.clock.words import Direction, Mark
from gandan.pure.refusal import Refused

JULY_1 = date(2026, 7, 1)  # a Wednesday, the first day of regime B
JULY_15 = date(2026, 7, 15)  # a Wednesday: events with a time before them

CASES = [
    # rule, event, flags, due
    ("TCD.POST_CALENDAR", JULY_15, "", date(2026, 7, 8)),  # 14, 13, 10, 9, 8
    ("TCD.REPLY", JULY_1, "", date(2026, 7, 15)),  # two weekends
    ("TCD.REPLY", date(2017, 3, 1), "", date(2017, 3, 15)),  # regime A, two weekends
    ("TCD.RESULT_TO_SENDER", JULY_1, "", date(2026, 7, 10)),
    ("TCD.SENDER_TO_CITIZEN", JULY_1, "", date(2026, 7, 8)),
    ("TCD.REFUSE_NOTICE", JULY_1, "", date(2026, 7, 6)),  # 2, 3, 6
    ("TCD.ONLINE_NOTICE", JULY_15, "", date(2026, 7, 8)),
    ("TCD.ONLINE_TEST", JULY_15, "", date(2026, 7, 14)),
    ("TCD.CHAIR_XA", date(2026, 6, 24), "", date(2026, 6, 26)),  # once a week: by the Friday of that week
    ("TCD.CHAIR_XA", JULY_1, "", date(2026, 7, 31)),  # twice a month: by the last working day of July
    ("TCD.CHAIR_TINH", date(2026, 5, 12), "", date(2026, 5, 29)),  # 30 and 31/05 are a weekend
    ("TCD.HEAD_AGENCY", date(2026, 4, 2), "", date(2026, 4, 29)),  # 30/04 is a holiday
    ("TCD.DISCIPLINE", JULY_1, "", date(2026, 8, 17)),  # Sat 15/08 rolls
    ("XLD.PROCESS", JULY_1, "", date(2026, 7, 15)),
    ("XLD.FEEDBACK", JULY_1, "", date(2026, 7, 10)),
    ("XLD.PETITION", JULY_1, "", date(2026, 7, 31)),
    ("KN.RIGHT", JULY_1, "", date(2026, 9, 29)),  # 30 + 31 + 29 days
    ("KN.ACCEPT", date(2026, 6, 30), "", date(2026, 7, 10)),  # old law: 10 days
    ("KN.ACCEPT", date(2026, 3, 2), "", date(2026, 3, 12)),
    ("KN.ACCEPT", JULY_1, "", date(2026, 7, 10)),  # new law: 7 working days
    ("KN.SETTLE1", JULY_1, "", date(2026, 7, 31)),
    ("KN.SETTLE1", JULY_1, "remote", date(2026, 8, 17)),  # 45: Sat 15/08 rolls
    ("KN.SETTLE1", JULY_1, "complex", date(2026, 8, 17)),
    ("KN.SETTLE1", JULY_1, "remote complex", date(2026, 9, 3)),  # 60: Sun 30/08, then the break of 02/09
    ("KN.SETTLE2", JULY_1, "", date(2026, 8, 17)),  # 45
    ("KN.SETTLE2", JULY_1, "remote", date(2026, 9, 3)),  # 60
    ("KN.SETTLE2", JULY_1, "complex", date(2026, 9, 3)),  # 60
    ("KN.SETTLE2", JULY_1, "remote complex", date(2026, 9, 9)),  # 70: 30 + 31 + 9
    ("KN.SETTLE_KL", JULY_1, "", date(2026, 7, 31)),
    ("KN.SETTLE_KL", JULY_1, "complex", date(2026, 8, 17)),
    ("KN.SETTLE_KL", JULY_1, "remote", date(2026, 7, 31)),  # no own time for remote areas
    ("KN.SEND1", JULY_1, "", date(2026, 7, 6)),
    ("KN.SEND2", JULY_1, "", date(2026, 7, 8)),
    ("KN.PUBLISH2", JULY_1, "", date(2026, 7, 16)),
    ("KN.PUBLISH2_KEEP", JULY_1, "", date(2026, 7, 16)),
    ("KN.NEXT", JULY_1, "", date(2026, 7, 31)),
    ("KN.NEXT", JULY_1, "remote", date(2026, 8, 17)),
    ("KN.EFFECT", JULY_1, "", date(2026, 7, 31)),
    ("KN.EFFECT", JULY_1, "remote", date(2026, 8, 17)),
    ("KN.DIALOGUE_NOTICE", JULY_15, "", date(2026, 7, 10)),
    ("KN.DIALOGUE_NOTICE", date(2026, 7, 17), "", date(2026, 7, 10)),  # Sun 12/07 rolls back
    ("KN.SUSPEND_SEND", JULY_1, "", date(2026, 7, 6)),
    ("TC.INITIAL", JULY_1, "", date(2026, 7, 10)),
    ("TC.INITIAL", JULY_1, "complex", date(2026, 7, 15)),  # 10 working days
    ("TC.TRANSFER", JULY_1, "", date(2026, 7, 8)),
    ("TC.NOTIFY", JULY_1, "", date(2026, 7, 8)),
    ("TC.SETTLE", JULY_1, "", date(2026, 7, 31)),
    ("TC.SETTLE", JULY_1, "complex", date(2026, 7, 31)),  # more only by a decision
    ("TC.CONCLUSION_SEND", JULY_1, "", date(2026, 7, 8)),
    ("TC.CONCLUSION_ACT", JULY_1, "", date(2026, 7, 10)),
    ("TC.CONCLUSION_PUBLISH", JULY_1, "", date(2026, 7, 10)),
    ("TC.AGAIN", JULY_1, "", date(2026, 7, 21)),
    ("TC.OVERDUE", JULY_1, "", date(2026, 7, 8)),
    ("TC.OVERDUE_ANSWER", JULY_1, "", date(2026, 7, 8)),
    ("TC.PRESS", JULY_1, "", date(2026, 7, 21)),
    ("PAKN.FORWARD", JULY_1, "", date(2026, 7, 8)),
    ("LUU.KEEP", JULY_1, "", date(2027, 7, 1)),
    ("LUU.KEEP", date(2018, 2, 28), "", date(2019, 2, 28)),  # the circular of 2014
    ("DC.PUBLISH", JULY_1, "", date(2026, 7, 8)),
    ("DC.POST", JULY_1, "", date(2026, 7, 31)),
    ("DC.RADIO", JULY_1, "", date(2026, 7, 6)),  # Sat 04/07 rolls
    ("DC.CONSULT", JULY_1, "", date(2026, 7, 21)),
    ("DC.RECOGNISE", JULY_1, "", date(2026, 7, 8)),
    ("DC.AGENCY_POST", JULY_1, "", date(2026, 7, 21)),
    ("DC.TTND_ANSWER", JULY_1, "", date(2026, 7, 16)),
    ("DC.DIALOGUE_XA", JULY_1, "", date(2026, 12, 31)),  # a Thursday
    ("HU.POST", JULY_1, "", date(2026, 7, 31)),
    ("HU.FILE", JULY_1, "", date(2026, 7, 8)),
    ("HU.RECOGNISE", JULY_1, "", date(2026, 7, 8)),
    ("HU.SEND", JULY_1, "", date(2026, 7, 3)),
    ("TXCT.OUTSIDE_DECIDE", JULY_1, "", date(2026, 7, 8)),
    ("TXCT.OUTSIDE_NOTIFY", JULY_15, "", date(2026, 7, 10)),  # 14, 13, 10
    ("DP.RESPOND", JULY_1, "", date(2026, 7, 3)),
    ("DVC.DOWNTIME", JULY_15, "", date(2026, 7, 6)),  # 14, 13, 10, 9, 8, 7, 6
    ("STAT.PERIODS", JULY_1, "", date(2026, 9, 14)),
    ("STAT.PERIODS", date(2026, 12, 15), "", date(2027, 3, 14)),  # a Sunday: a cut-off does not roll
]


@pytest.mark.parametrize(("rule_id", "event", "flags", "expected"), CASES)
def test_rule(rule_id, event, flags, expected):
    reckoned = due(rule_id, event, calendar=national(), remote="remote" in flags, complex="complex" in flags)
    assert reckoned.on == expected
    assert reckoned.rule.id == rule_id


def test_every_rule_and_every_variant_has_a_case():
    assert {case[0] for case in CASES} == set(rule_ids())
    told = {(rule_id, flags) for rule_id, _, flags, _ in CASES}
    for version in rules_on(JULY_1):
        for flags in ("remote", "complex", "remote complex"):
            if getattr(version, flags.replace(" ", "_")) is not None:
                assert (version.id, flags) in told, (version.id, flags)


def test_a_version_is_chosen_by_the_day_of_the_event_not_by_the_day_of_the_case():
    last_day, first_day = date(2026, 6, 30), date(2026, 7, 1)
    assert rule("KN.ACCEPT", on=last_day).regime == "A"
    assert rule("KN.ACCEPT", on=first_day).regime == "B"
    # a complaint received in May and heard in July: old time to accept, new notice of the dialogue (NĐ 155/2026 Đ22)
    assert due("KN.ACCEPT", date(2026, 5, 20), calendar=national()).length.said.vi == "10 ngày"
    assert rule("KN.DIALOGUE_NOTICE", on=JULY_15).regime == "B"
    assert rule("TCD.CHAIR_XA", on=last_day).per.value == "week"
    assert rule("TCD.CHAIR_XA", on=first_day).times == 2


def test_versions_of_a_rule_never_overlap_nor_leave_a_hole():
    for rule_id in rule_ids():
        versions = versions_of(rule_id)
        for older, newer in itertools.pairwise(versions):
            assert newer.valid_from == older.valid_to + timedelta(days=1)
        assert versions[-1].valid_to == date.max


def test_every_row_cites_its_article_and_speaks_both_languages():
    for rule_id in rule_ids():
        for version in versions_of(rule_id):
            assert version.citation.vi and version.citation.en
            assert version.title.vi != version.title.en
            assert version.group.vi != version.group.en
            assert (version.mark is Mark.UNSURE) == rule_id.startswith("XLD.")
            assert (version.length is None) == (version.direction in (Direction.QUOTA, Direction.CUTOFF))


def test_citations_are_written_as_officials_write_them():
    assert rule("KN.SEND2", on=JULY_1).citation.vi == "khoản 1 Điều 41 Luật Khiếu nại số 02/2011/QH13"
    assert rule("KN.ACCEPT", on=JULY_1).citation.vi == (
        "khoản 1 Điều 16 Nghị định số 124/2020/NĐ-CP, được sửa đổi, bổ sung bởi Điều 10 Nghị định số 155/2026/NĐ-CP"
    )
    assert rule("TCD.DISCIPLINE", on=JULY_1).citation.en == "Article 41(3)(b) of Decree 154/2026/NĐ-CP"


def test_an_unknown_rule_is_refused_with_the_nearest():
    with pytest.raises(Refused) as refusal:
        rule("KN.SETLE1", on=JULY_1)
    assert refusal.value.code == "clock.unknown-rule"
    assert "KN.SETTLE1" in refusal.value.said.vi
    with pytest.raises(Refused):
        rule("", on=JULY_1)


def test_a_rule_not_yet_in_force_is_refused_with_its_days():
    with pytest.raises(Refused) as refusal:
        rule("KN.DIALOGUE_NOTICE", on=date(2026, 6, 30))
    assert refusal.value.code == "clock.rule-not-in-force"
    assert "từ 01/07/2026" in refusal.value.said.vi


def test_ids_are_found_in_small_letters_and_by_their_short_names():
    assert rule(" kn.settle1 ", on=JULY_1).id == "KN.SETTLE1"
    assert rule("TC.ACT", on=JULY_1).id == "TC.CONCLUSION_ACT"


def test_the_book_of_a_day_leaves_out_what_is_not_in_force():
    ids_2017 = {version.id for version in rules_on(date(2017, 6, 1))}
    assert "KN.SETTLE1" in ids_2017
    assert not ids_2017 & {"TC.SETTLE", "DC.POST", "KN.SUSPEND_SEND"}
