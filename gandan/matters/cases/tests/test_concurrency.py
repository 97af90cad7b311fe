"""Several hands at once: one number each, one receipt per form, the second of two officers is told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connection

from gandan.matters.cases import actions, queries
from gandan.matters.cases.models import Case
from gandan.matters.cases.tests.conftest import NOW, World, build
from gandan.matters.cases.words import Receipt, Verb
from gandan.pure.refusal import Outdated

pytestmark = pytest.mark.django_db(transaction=True)
Result = TypeVar("Result")
HANDS = 6


def together(work: Callable[[int], Result]) -> list[Result]:
    """The same work by several hands that start at the same moment."""
    ready = Barrier(HANDS)

    def hand(number: int) -> Result:
        try:
            ready.wait(timeout=20)
            return work(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(HANDS) as pool:
        return list(pool.map(hand, range(HANDS)))


@pytest.fixture
def town() -> World:
    return build()


def test_numbers_given_at_once_have_no_gap_and_no_twin(town: World) -> None:
    receipts = together(lambda hand: town.lodge(text=f"Đơn của tay {hand}"))
    assert sorted(receipt.number for receipt in receipts) == list(range(1, HANDS + 1))
    assert len({receipt.receipt for receipt in receipts}) == HANDS


def test_one_form_sent_many_times_at_once_is_one_case(town: World) -> None:
    receipts: list[Receipt] = together(lambda hand: town.lodge(token="một biểu mẫu"))
    assert len({receipt.receipt for receipt in receipts}) == 1
    assert sum(not receipt.duplicate for receipt in receipts) == 1
    assert Case.objects.count() == 1
    assert town.lodge().number == 2


def test_of_many_officers_at_once_one_acts_and_the_others_are_told(town: World) -> None:
    case_id = town.lodge().case_id
    seen = queries.case(town.minh, case_id).seen

    def classify(hand: int) -> bool:
        given = {"eligibility": "eligible", "competence": "within", "field": "land" if hand else "works"}
        try:
            actions.take(case_id, Verb.CLASSIFY, by=town.minh, at=NOW, seen=seen, given=given)
        except Outdated:
            return False
        return True

    assert sum(together(classify)) == 1
    assert len(queries.case(town.minh, case_id).story) == 2
