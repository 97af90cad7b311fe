"""Who gets which answer at which address: one table."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from gandan.doors.desk.tests.conftest import World
from gandan.matters.cases.words import Receipt

OFFICERS = ("minh", "hanh", "phuong", "tam", "quan", "la", "khoa")
#                     minh hanh phuong tam quan la khoa:  reception, handler, head, reporter, administrator,
#                                                         the neighbour's reception, the province's reporter
TABLE = {
    "/desk/":                          (200, 200, 200, 200, 302, 200, 200),
    "/desk/search?q=ngap":             (302, 302, 302, 302, 422, 200, 302),
    "/desk/post":                      (200, 200, 200, 200, 200, 200, 200),
    "/desk/intake":                    (200, 200, 200, 422, 422, 200, 422),
    "/desk/visit":                     (200, 200, 200, 422, 422, 200, 422),
    "/desk/visits":                    (200, 200, 200, 200, 422, 200, 200),
    "/desk/sessions":                  (200, 200, 200, 200, 422, 200, 200),
    "/desk/sessions/new":              (200, 200, 200, 422, 422, 200, 422),
    "/desk/forms":                     (302, 422, 302, 302, 302, 302, 302),
    "/desk/calendar":                  (422, 422, 422, 422, 200, 422, 422),
    "/desk/form/01/TCD":               (200, 422, 200, 200, 200, 200, 200),
    "/desk/form/01/TCD?unit={commune}": (200, 422, 200, 200, 200, 404, 200),
    "/desk/form/99/XX":                (404, 422, 404, 404, 404, 404, 404),
    "/desk/case/{case}":               (200, 200, 200, 200, 422, 404, 200),
    "/desk/case/{case}/receipt":       (200, 200, 200, 422, 422, 404, 422),
    "/desk/case/{case}/add_word":      (200, 200, 200, 302, 422, 404, 302),
    "/desk/case/{case}/nonsense":      (404, 404, 404, 404, 422, 404, 404),
    "/desk/case/{case}/file/1":        (404, 404, 404, 404, 422, 404, 404),
    "/desk/case/999999":               (404, 404, 404, 404, 422, 404, 404),
    "/desk/visit/999999":              (404, 404, 404, 404, 422, 404, 404),
    "/desk/sessions/999999":           (404, 404, 404, 404, 422, 404, 404),
    "/desk/figure/cases.nothing":      (404, 422, 404, 404, 404, 404, 404),
}  # fmt: skip


@pytest.mark.parametrize("address", TABLE)
def test_each_post_gets_its_answer(address: str, accepted: Receipt, world: World, as_: Callable[[str], Client]) -> None:
    path = address.format(case=accepted.case_id, commune=world.commune_id)
    answers = {name: as_(name).get(path).status_code for name in OFFICERS}
    assert answers == dict(zip(OFFICERS, TABLE[address], strict=True))


@pytest.mark.parametrize("address", [address for address in TABLE if "{" not in address])
def test_who_has_not_signed_in_is_asked_to_and_led_back(
    address: str, world: World, as_: Callable[[str], Client]
) -> None:
    answer = as_("").get(address)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/desk/sign-in?next=/desk/")


def test_a_refusal_says_what_to_do_and_a_stranger_learns_nothing(
    accepted: Receipt, as_: Callable[[str], Client]
) -> None:
    refused = as_("tam").get("/desk/intake").content.decode()
    assert "Xin chuyển việc này cho người có thẩm quyền." in refused
    stranger = as_("la").get(f"/desk/case/{accepted.case_id}").content.decode()
    nobody = as_("la").get("/desk/case/999999").content.decode()
    assert "ngập" not in stranger
    assert _bare(stranger) == _bare(nobody)


def _bare(page: str) -> str:
    """A page without what changes on every drawing."""
    return "\n".join(
        line for line in page.splitlines() if "csrf" not in line and "?lang=" not in line and "lang" not in line
    )
