"""What a newcomer and an operator see of the first command."""

from __future__ import annotations

import json

import pytest

from tests.journeys.conftest import Running

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_the_command_says_where_to_go_and_who_may_sign_in(running: Running) -> None:
    assert running.address in running.said
    assert {"minh", "hanh", "phuong", "dat"} <= set(running.said.split())


def test_a_second_start_finds_the_first(running: Running) -> None:
    told = running.console("up", "--demo", "--port", running.address.rsplit(":", 1)[1])
    assert told.returncode == 0
    assert "đang chạy" in told.stdout


def test_the_demo_province_is_whole(running: Running) -> None:
    """Every journal proves itself and every figure equals its records, after all that the other stories did to it."""
    told = running.console("doctor", "--journal", "--cells")
    assert told.returncode == 0, told.stdout


def test_the_form_of_a_former_province_is_the_published_one(running: Running) -> None:
    """Trà Vinh 2017: 4.101 lượt = 3.317 + 784; 3.770 vụ việc; 22 đoàn, 264 người."""
    told = running.console("form", "01/TCD", "--unit", "84", "--from", "2017-01-01", "--to", "2017-12-31", "--json")
    assert told.returncode == 0, told.stderr
    form = json.loads(told.stdout)
    total = dict(zip((column["number"] for column in form["columns"]), form["rows"][-1]["values"], strict=True))
    assert (total[1], total[4], total[13] + total[22]) == (4101, 3317, 784)
    assert total[3] == 3770 == (total[6] + total[7]) + (total[15] + total[16] + total[24] + total[25])
    assert (total[6] + total[7], total[8], total[9], total[10] + total[11]) == (3105, 22, 264, 20)
