"""Where no law gives a time, the locality's own act does, from its day on."""

from datetime import date

import pytest

from gandan.foundation.deadlines import actions, queries
from gandan.foundation.deadlines.tests.conftest import NOW, OPERATOR
from gandan.pure.refusal import Refused

ACT = "Quyết định 12/2026/QĐ-UBND tỉnh Vĩnh Long"


def test_a_province_gives_five_days_for_feedback(folder, other_folder, minh, province, province_admin, hoa_binh):
    assert actions.start(folder, "XLD.FEEDBACK", on=date(2026, 7, 1), by=minh, at=NOW).due == date(2026, 7, 10)
    actions.set_local_limit(
        "XLD.FEEDBACK",
        amount=5,
        basis=ACT,
        valid_from=date(2026, 7, 1),
        by=province_admin,
        at=NOW,
        unit_id=province,
    )
    clock = actions.start(other_folder, "XLD.FEEDBACK", on=date(2026, 7, 1), by=minh, at=NOW)
    assert clock.due == date(2026, 7, 8)
    assert ACT in clock.steps[-1].vi
    (kept,) = queries.of_folder(other_folder.pk)
    assert (kept.due, kept.steps) == (clock.due, clock.steps)
    (older,) = queries.of_folder(folder.pk)
    assert older.due == date(2026, 7, 10), "a clock that runs keeps the time it was started with"


def test_the_narrowest_unit_and_the_right_day_win(folder, minh, province, hoa_binh):
    given = {"by": OPERATOR, "at": NOW, "basis": ACT}
    actions.set_local_limit("XLD.FEEDBACK", amount=5, valid_from=date(2026, 7, 1), unit_id=province, **given)
    actions.set_local_limit("XLD.FEEDBACK", amount=3, valid_from=date(2026, 8, 3), unit_id=hoa_binh, **given)
    actions.set_local_limit("XLD.FEEDBACK", amount=2, valid_from=date(2026, 9, 7), unit_id=hoa_binh, **given)

    def due(on):
        clock = actions.start(folder, "XLD.FEEDBACK", on=on, by=minh, at=NOW)
        actions.cancel(clock, on=on)
        return clock.due

    assert due(date(2026, 7, 6)) == date(2026, 7, 13)  # five
    assert due(date(2026, 8, 3)) == date(2026, 8, 6)  # three
    assert due(date(2026, 9, 7)) == date(2026, 9, 9)  # two


def test_a_time_fixed_by_law_is_not_set_locally(hoa_binh):
    with pytest.raises(Refused) as refusal:
        actions.set_local_limit(
            "KN.SETTLE1", amount=90, basis=ACT, valid_from=date(2026, 7, 1), by=OPERATOR, at=NOW, unit_id=hoa_binh
        )
    assert refusal.value.code == "clock.fixed-by-law"


@pytest.mark.parametrize(("amount", "basis"), [(0, ACT), (366, ACT), (5, "  ")])
def test_a_local_limit_needs_a_time_and_an_act(hoa_binh, amount, basis):
    with pytest.raises(Refused):
        actions.set_local_limit(
            "XLD.FEEDBACK",
            amount=amount,
            basis=basis,
            valid_from=date(2026, 7, 1),
            by=OPERATOR,
            at=NOW,
            unit_id=hoa_binh,
        )


def test_limits_follow_one_another(hoa_binh):
    given = {"basis": ACT, "by": OPERATOR, "at": NOW, "unit_id": hoa_binh, "valid_from": date(2026, 7, 1)}
    actions.set_local_limit("XLD.FEEDBACK", amount=5, **given)
    with pytest.raises(Refused) as refusal:
        actions.set_local_limit("XLD.FEEDBACK", amount=4, **given)
    assert refusal.value.code == "deadlines.local-limit-order"
