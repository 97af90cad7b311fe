"""No input makes it fail, none makes it slow, and the library is light to load."""

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gandan.pure.claims import check

PIECES = (
    "12 hồ sơ, ", "1.234 ", "5,6% ", "(", ")", ";", ". ", ": ", "\n", "trong đó ", "gồm ", "còn lại ", "chiếm ",
    "tăng 5 ", "giảm 3% ", "24/85 xã ", "31/11/2023 ", "16-CT/TTg ", "1,2", "…", "“", "”", "Nguyễn Văn An ",
    "từ 5 đến ", "tỷ đồng", "\u0301", "\u00a0", "-", "/",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=60))
def test_nothing_makes_it_fail_and_spans_are_true(pieces):
    text = "".join(pieces)
    checked = check(text)
    assert checked.text == text
    for claim in checked.claims:
        assert text[claim.start : claim.end] == claim.text
    for relation in checked.relations:
        assert text[relation.start : relation.end] == relation.text
        for repair in relation.repairs:
            assert text[repair.start : repair.end] == repair.old


@pytest.mark.parametrize(
    "piece",
    [
        "12 hồ sơ, ", "100 đơn, trong đó ", "gồm 10 đơn (", "(", "(1)", "5 đơn; ", "chiếm 5% ", "giảm 5 đơn (3%), ",
        "1", "1.", "1/", "1,1", " ", "\n", "“", "Nguyễn Văn An ", "An, ", "còn lại 5 đơn, ", "e\u0301", "12 ",
        "từ ngày 1/1/2020 đến ngày 2/2/2020 ", "- 5 đơn\n", "nghìn ", "5/KH-UBND ", "5% - ", "A-",
        "hai mươi ", "3 x ", "12, ", "lần lượt 5, ", "cả hai 5 đơn ", "\n\n", "(5 đơn ",
    ],
)  # fmt: skip
def test_the_time_grows_with_the_length(piece):
    def spent(length):
        started = time.process_time()
        check("4 xã: 12 hồ sơ " + piece * (length // len(piece)))
        return time.process_time() - started

    short, long = spent(8_000), spent(32_000)
    assert long < 12 * max(short, 0.05), (short, long)


def test_it_loads_in_a_moment():
    code = "import time; t = time.process_time(); import gandan.pure.claims; print(time.process_time() - t)"
    fastest = min(float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(5))
    assert fastest < 0.15  # under a tenth of a second on a quiet machine; a busy one is allowed half as much again
    loaded = subprocess.check_output(
        [sys.executable, "-c", "import gandan.pure.claims, sys; print('django' in sys.modules)"]
    )
    assert loaded.strip() == b"False"
