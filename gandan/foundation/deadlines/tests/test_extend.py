"""More time comes only by a decision, as often and as long as the article allows."""

from datetime import date

import pytest

from gandan.foundation.deadlines import actions, queries
from gandan.foundation.deadlines.models import Clock, Extension
from gandan.foundation.deadlines.tests.conftest import NOW
from gandan.pure.refusal import Refused


@pytest.fixture
def clock(folder, minh):
    return actions.start(folder, "TC.SETTLE", on=date(2026, 7, 1), by=minh, at=NOW, complex=True)  # due 31/07


def extended(clock, minh, **other):
    given = {
        "adds": 30,
        "document": "Quyết định số 21/QĐ-UBND",
        "decided_on": date(2026, 7, 28),
        "authority": "Chủ tịch UBND xã Hòa Bình",
    }
    return actions.extend(clock, **{**given, **other}, by=minh, at=NOW)


def test_a_decision_gives_thirty_days_more_and_is_told(clock, minh):
    assert extended(clock, minh).due == date(2026, 9, 3)
    (kept,) = queries.of_folder(clock.folder_id)
    assert any("Quyết định số 21/QĐ-UBND ngày 28/07/2026 của Chủ tịch UBND xã Hòa Bình" in s.vi for s in kept.steps)


def test_document_and_authority_are_required(clock, minh):
    with pytest.raises(Refused) as refusal:
        extended(clock, minh, document=" ", authority="")
    assert set(refusal.value.fields) == {"document", "authority"}
    assert not Extension.objects.exists()


@pytest.mark.parametrize("adds", [0, -5, 31])
def test_no_more_than_the_article_gives(clock, minh, adds):
    with pytest.raises(Refused):
        extended(clock, minh, adds=adds)
    assert Clock.objects.get().due_on == date(2026, 7, 31)


def test_a_third_extension_is_refused(clock, minh):
    extended(clock, minh)
    extended(clock, minh, document="Quyết định số 30/QĐ-UBND", decided_on=date(2026, 8, 28))
    with pytest.raises(Refused) as refusal:
        extended(clock, minh, document="Quyết định số 40/QĐ-UBND", decided_on=date(2026, 9, 28))
    assert refusal.value.code == "clock.extension-too-long"
    assert Clock.objects.get().due_on == date(2026, 9, 29)


def test_one_decision_counts_once(clock, minh):
    extended(clock, minh)
    with pytest.raises(Refused) as refusal:
        extended(clock, minh)
    assert refusal.value.code == "deadlines.extended-already"


def test_a_decision_signed_after_the_time_ran_out_is_refused(clock, minh):
    with pytest.raises(Refused) as refusal:
        extended(clock, minh, decided_on=date(2026, 8, 1))
    assert refusal.value.code == "deadlines.extension-out-of-time"


def test_a_complaint_cannot_be_extended(folder, minh):
    complaint = actions.start(folder, "KN.SETTLE1", on=date(2026, 7, 1), by=minh, at=NOW)
    with pytest.raises(Refused) as refusal:
        extended(complaint, minh)
    assert refusal.value.code == "clock.not-extendable"


def test_an_ended_clock_is_not_extended(clock, minh):
    actions.stop(clock, on=date(2026, 7, 20))
    with pytest.raises(Refused) as refusal:
        extended(clock, minh)
    assert refusal.value.code == "deadlines.clock-ended"
