"""The queue: what is due first, its sums, its search, its cost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from gandan.doors.desk.tests.conftest import NOW, World
from gandan.matters.cases import actions as cases
from gandan.matters.cases.words import Channel, ImportedCase, Kind, Receipt, Sender


@pytest.fixture
def many(world: World) -> None:
    """Seventy petitions of different days, some of them late."""
    rows = [
        ImportedCase(
            kind=Kind.FEEDBACK if n % 3 else Kind.PETITION,
            text=f"Đèn đường số {n} không sáng",
            title=f"Đèn đường số {n} không sáng",
            full_name=f"Người thứ {n}",
            address="Ấp 1",
            body_id=world.body_id,
            unit_id=world.commune_id,
            received_on=NOW.date() - timedelta(days=n % 20),
        )
        for n in range(70)
    ]
    assert cases.import_register(rows, by=world["minh"], at=NOW).taken == 70


def test_the_most_pressing_stands_first(many: None, as_: Callable[[str], Client]) -> None:
    rows = as_("minh").get("/desk/").context["page"].rows
    assert len(rows) == 50
    dues = [row.due_on or date.max for row in rows]
    assert dues == sorted(dues)


def test_every_sum_opens_to_as_many_cases(many: None, as_: Callable[[str], Client]) -> None:
    client = as_("minh")
    sums = client.get("/desk/").context["sums"]
    assert sum(one.value for one in sums) > 0
    for one in sums:
        assert client.get(f"/desk/{one.address}").context["page"].total == one.value, one.name.vi


def test_the_second_page_holds_the_rest(many: None, as_: Callable[[str], Client]) -> None:
    page = as_("minh").get("/desk/?page=2").context["page"]
    assert (len(page.rows), page.total) == (20, 70)


@pytest.mark.parametrize("page", ["0", "-1", "999999999999", "x", "１", ""])
def test_a_page_that_is_none_is_still_a_page(many: None, as_: Callable[[str], Client], page: str) -> None:
    assert as_("minh").get("/desk/", {"page": page}).status_code == 200


def test_a_page_of_fifty_costs_few_queries(
    many: None, as_: Callable[[str], Client], django_assert_max_num_queries: Any
) -> None:
    client = as_("minh")
    client.get("/desk/")
    with django_assert_max_num_queries(15):
        client.get("/desk/")
    with django_assert_max_num_queries(15):
        client.get("/desk/search?q=den+duong")


@pytest.mark.parametrize("words", ["đèn đường số 7", "den duong so 7", "ĐÈN ĐƯỜNG SỐ 7", "đèn đường số 7"])
def test_words_are_found_with_or_without_marks(many: None, as_: Callable[[str], Client], words: str) -> None:
    page = as_("minh").get("/desk/search", {"q": words}).context["page"]
    assert "Đèn đường số 7 không sáng" in {row.title for row in page.rows}


def test_a_receipt_opens_its_case_however_it_is_typed(
    bring: Callable[..., Receipt], as_: Callable[[str], Client]
) -> None:
    receipt = bring()
    for typed in (receipt.receipt, receipt.receipt.lower(), receipt.receipt.replace("-", " ")):
        answer = as_("minh").get("/desk/search", {"q": typed})
        assert answer.headers["Location"] == f"/desk/case/{receipt.case_id}"


@pytest.mark.parametrize(
    "words",
    ["zzz không có", "'; DROP TABLE cases_case; --", '"', "*", "a" * 10_000, "😀", "<script>alert(1)</script>", "\x00"],
)
def test_a_search_that_finds_nothing_says_so(many: None, as_: Callable[[str], Client], words: str) -> None:
    answer = as_("minh").get("/desk/search", {"q": words})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_the_words_of_citizens_are_never_markup(bring: Callable[..., Receipt], as_: Callable[[str], Client]) -> None:
    bad = "<img src=x onerror=alert(1)>Cống nghẹt"
    receipt = bring(bad, title=bad, kind=Kind.FEEDBACK, channel=Channel.PHONE, senders=(Sender("<b>Lan</b>"),))
    client = as_("minh")
    for path in (
        "/desk/",
        f"/desk/case/{receipt.case_id}",
        f"/desk/case/{receipt.case_id}/classify",
        f"/desk/case/{receipt.case_id}/receipt",
    ):
        page = client.get(path).content.decode()
        assert "<img src=x" not in page
        assert "<b>Lan</b>" not in page
        assert "&lt;img src=x" in page


@pytest.mark.parametrize(
    "query", ["whose=x", "show=x", "kind=x", "state=x", "unit=x", "from=x", "due_from=31/02/2026", "late=9"]
)
def test_filters_that_mean_nothing_are_not_asked(many: None, as_: Callable[[str], Client], query: str) -> None:
    assert as_("minh").get(f"/desk/?{query}").context["page"].total == 70


def test_the_handler_sees_the_cases_of_her_office_only(
    accepted: Receipt, bring: Callable[..., Receipt], as_: Callable[[str], Client]
) -> None:
    bring("Xin xác nhận hộ cận nghèo.")
    assert [row.id for row in as_("hanh").get("/desk/").context["page"].rows] == [accepted.case_id]
    assert as_("minh").get("/desk/").context["page"].total == 2
    assert as_("la").get("/desk/").context["page"].total == 0


def test_the_page_speaks_english_too(accepted: Receipt, as_: Callable[[str], Client]) -> None:
    page = as_("minh").get("/desk/?lang=en").content.decode()
    assert "Today’s work" in page
    assert "Việc hôm nay" not in page
