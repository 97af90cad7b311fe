"""A commune's small machine loads its province only; a load may be called again and grows."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gandan.foundation.territory import actions, queries
from gandan.foundation.territory.models import RegisterLoad, Unit, UnitVersion
from gandan.pure.refusal import Refused

FIRST_NEW_DAY = date(2025, 7, 1)


def test_one_province_alone_can_be_loaded_and_the_rest_later(db: None) -> None:
    small = actions.load_register(provinces=("12",))
    more = actions.load_register(provinces=("12", "14"))
    assert [province.name for province in queries.provinces(FIRST_NEW_DAY)] == ["Tỉnh Lai Châu", "Tỉnh Sơn La"]
    assert 0 < small.units < 200
    assert more.units > 0
    assert [scope for _, _, scope, _ in queries.loads()] == ["12", "12,14"]


def test_a_province_that_does_not_exist_is_refused(db: None) -> None:
    with pytest.raises(Refused, match=r"territory\.no_such_province"):
        actions.load_register(provinces=("84",))
    assert not Unit.objects.exists()


def test_a_load_is_recorded_with_its_source_its_version_and_its_moment(db: None) -> None:
    moment = datetime(2026, 7, 10, 1, 0, tzinfo=UTC)
    loaded = actions.load_register(provinces=("12",), at=moment)
    [record] = RegisterLoad.objects.all()
    assert (record.source, record.version, record.at) == ("vietnamadminunits", loaded.version, moment)
    assert (record.units, record.versions) == (Unit.objects.count(), UnitVersion.objects.count())


def test_a_later_edition_adds_its_new_versions_only(db: None) -> None:
    actions.load_register(provinces=("75",))
    dong_nai = queries.unit_by_key("p75")
    UnitVersion.objects.filter(unit_id=dong_nai, valid_from=date(2026, 4, 30)).delete()
    UnitVersion.objects.filter(unit_id=dong_nai).update(valid_to=None)
    again = actions.load_register(provinces=("75",))
    assert (again.units, again.versions) == (0, 1)
    assert queries.unit(dong_nai, date(2026, 4, 29)).name == "Tỉnh Đồng Nai"
    assert queries.unit(dong_nai, date(2026, 4, 30)).name == "Thành phố Đồng Nai"
    assert Unit.objects.get(id=dong_nai).name == "Thành phố Đồng Nai"
