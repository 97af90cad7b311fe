"""Numbers of a book have no gap and no repeat (NĐ 30/2020 Điều 15), whoever asks at the same time."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from gandan.foundation.records import actions


@pytest.mark.django_db
def test_a_number_given_back_is_given_again(office: int) -> None:
    def take() -> int:
        return actions.next_number(office_id=office, kind="don", year=2026)

    assert [take(), take()] == [1, 2]
    with pytest.raises(RuntimeError, match="printer"), transaction.atomic():
        assert take() == 3
        raise RuntimeError("printer")
    assert take() == 3


@pytest.mark.django_db
def test_each_year_begins_at_one(office: int) -> None:
    actions.next_number(office_id=office, kind="don", year=2026)
    assert actions.next_number(office_id=office, kind="don", year=2027) == 1
    assert actions.next_number(office_id=office, kind="cv", year=2026) == 1


@pytest.mark.django_db
def test_a_whole_register_takes_its_numbers_at_once(office: int) -> None:
    actions.next_number(office_id=office, kind="don", year=2017)
    assert actions.skip_numbers(office_id=office, kind="don", year=2017, count=2070) == 2
    assert actions.next_number(office_id=office, kind="don", year=2017) == 2072


@pytest.mark.django_db(transaction=True)
def test_eight_counters_at_once_leave_no_gap(office: int) -> None:
    given: list[int] = []

    def counter() -> None:
        try:
            for _ in range(5):
                with transaction.atomic():
                    given.append(actions.next_number(office_id=office, kind="don", year=2026))
        finally:
            connection.close()

    threads = [threading.Thread(target=counter) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(given) == list(range(1, 41))
