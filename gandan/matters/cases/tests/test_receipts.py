"""The receipt is typed on telephones: what is meant is found, what is mistyped is noticed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gandan.matters.cases.receipts import ALPHABET, BITS, LENGTH, compose, parse, printed

numbers = st.integers(0, 2**BITS - 1)


@given(numbers)
def test_it_is_read_however_it_is_typed(number: int) -> None:
    receipt = compose(number)
    shown = printed(receipt)
    for typed in (receipt, shown, shown.lower(), f"  {shown.replace('-', ' ')} ", shown.replace("-", "–")):
        assert parse(typed) == receipt
    assert parse(shown.replace("0", "O").replace("1", "l")) == receipt


@given(numbers, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(number: int, place: int, letter: str) -> None:
    receipt = compose(number)
    typed = receipt[:place] + letter + receipt[place + 1 :]
    assert parse(typed) == (receipt if typed == receipt else None)


@given(numbers, st.integers(0, LENGTH - 2))
def test_two_neighbours_swapped_are_noticed(number: int, place: int) -> None:
    receipt = compose(number)
    swapped = receipt[:place] + receipt[place + 1] + receipt[place] + receipt[place + 2 :]
    assert parse(swapped) == (receipt if swapped == receipt else None)


@given(st.text(max_size=40))
def test_anything_else_is_none_and_never_an_error(text: str) -> None:
    found = parse(text)
    assert found is None or (len(found) == LENGTH and set(found) <= set(ALPHABET))


def test_different_numbers_have_different_receipts() -> None:
    assert len({compose(number) for number in range(5000)}) == 5000
    assert compose(0) == "0" * LENGTH and compose(1) != compose(2**45)
