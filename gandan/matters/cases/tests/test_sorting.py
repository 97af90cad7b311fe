"""The decision tree of TT 05/2021 and who is competent on a day: facts in, the lawful step and its reason out."""

from __future__ import annotations

from datetime import date

import pytest

from gandan.matters.cases.sorting import Against, Facts, competent, suggest
from gandan.matters.cases.terms import (
    Channel,
    Competence,
    Eligibility,
    Ineligible,
    Kind,
    NotAccepted,
    Verb,
)
from gandan.matters.cases.tracks import NEXT, State

P, F, C = Kind.PETITION, Kind.FEEDBACK, Kind.COMPLAINT
E, NOT = Eligibility.ELIGIBLE, Eligibility.INELIGIBLE
IN, OUT, WHO = Competence.WITHIN, Competence.OUTSIDE, Competence.UNKNOWN


@pytest.mark.parametrize(
    ("facts", "verb"),
    [
        (Facts(P, Eligibility.UNSORTED, WHO), Verb.CLASSIFY),
        (Facts(C, E, WHO), Verb.CLASSIFY),
        *[(Facts(kind, NOT, WHO, Ineligible.UNSIGNED), Verb.FILE) for kind in Kind],
        *[(Facts(kind, NOT, WHO, Ineligible.FINAL, originals=True), Verb.RETURN) for kind in Kind],
        (Facts(P, E, IN), Verb.ACCEPT),
        (Facts(F, E, IN), Verb.ACCEPT),
        (Facts(P, E, OUT), Verb.TRANSFER),
        (Facts(F, E, OUT), Verb.TRANSFER),
        (Facts(P, E, OUT, subordinate_late=True), Verb.URGE),
        (Facts(C, E, IN), Verb.ACCEPT),
        (Facts(C, E, IN, not_accepted=NotAccepted.COURT), Verb.REFUSE),
        (Facts(C, E, OUT), Verb.GUIDE),
        (Facts(C, E, OUT, guided_before=True), Verb.FILE),
        (Facts(C, E, OUT, channel=Channel.DEPUTY), Verb.RETURN),
        (Facts(C, E, OUT, channel=Channel.TRANSFER), Verb.RETURN),
        (Facts(C, E, OUT, subordinate_late=True, channel=Channel.DEPUTY), Verb.URGE),
    ],
)
def test_the_tree_says_what_to_do_why_and_by_which_law(facts: Facts, verb: Verb) -> None:
    advice = suggest(facts)
    assert advice.verb is verb
    assert advice.why.vi and advice.why.en and advice.law
    state = State.RECEIVED if verb is Verb.CLASSIFY and facts.eligibility is not E else State.SORTED
    assert verb in NEXT[facts.kind].table[state]


def test_the_advice_for_a_ground_names_it() -> None:
    assert "Tòa án" in suggest(Facts(C, E, IN, not_accepted=NotAccepted.COURT)).why.vi


BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


@pytest.mark.parametrize(
    ("against", "instance", "on", "who"),
    [
        (Against.COMMUNE_CHAIR, 1, BEFORE, "Chủ tịch UBND cấp xã"),
        (Against.COMMUNE_CHAIR, 1, AFTER, "Chủ tịch UBND cấp xã"),
        (Against.COMMUNE_CHAIR, 2, BEFORE, "Chủ tịch UBND cấp huyện"),
        (Against.COMMUNE_CHAIR, 2, AFTER, "Chủ tịch UBND cấp tỉnh"),
        (Against.DISTRICT_OFFICE, 2, BEFORE, "Chủ tịch UBND cấp huyện"),
        (Against.DISTRICT_CHAIR, 1, BEFORE, "Chủ tịch UBND cấp huyện"),
        (Against.DISTRICT_CHAIR, 1, AFTER, "Chủ tịch UBND cấp xã"),
        (Against.DISTRICT_CHAIR, 2, BEFORE, "Chủ tịch UBND cấp tỉnh"),
        (Against.DEPARTMENT_UNIT, 1, AFTER, "Thủ trưởng đơn vị thuộc sở"),
        (Against.DEPARTMENT_UNIT, 2, AFTER, "Giám đốc sở"),
        (Against.DEPARTMENT, 1, AFTER, "Giám đốc sở"),
        (Against.DEPARTMENT, 2, AFTER, "Chủ tịch UBND cấp tỉnh"),
        (Against.PROVINCE_CHAIR, 1, AFTER, "Chủ tịch UBND cấp tỉnh"),
        (Against.PROVINCE_CHAIR, 2, AFTER, "Bộ trưởng"),
    ],
)
def test_who_settles_depends_on_whom_it_is_against_the_instance_and_the_day(
    against: Against, instance: int, on: date, who: str
) -> None:
    assert competent(against, instance=instance, on=on).said.vi == who


def test_no_district_settles_anything_after_the_district_level_closed() -> None:
    for against in Against:
        for instance in (1, 2):
            assert "huyện" not in competent(against, instance=instance, on=AFTER).said.vi
