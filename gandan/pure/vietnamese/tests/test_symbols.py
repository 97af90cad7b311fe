import pytest

from gandan.pure.vietnamese import find_symbols, parse_symbol


@pytest.mark.parametrize(
    ("written", "normal", "kind", "author", "ambiguous"),
    [
        ("31/KH-UBND", "31/KH-UBND", "KH", "UBND", False),
        ("số 22/KH-UBND", "22/KH-UBND", "KH", "UBND", False),
        ("125/UBND-NC", "125/UBND-NC", "", "UBND-NC", False),
        ("16/CT-TTg", "16/CT-TTg", "CT", "TTg", False),
        ("16-CT/TTg", "16/CT-TTg", "CT", "TTg", True),
        ("16-CT/TU", "16-CT/TU", "CT", "TU", False),
        ("25-NQ/TW", "25-NQ/TW", "NQ", "TW", False),
        ("31-HD/BTCTW", "31-HD/BTCTW", "HD", "BTCTW", False),
        ("11-QĐi/TW", "11-QĐi/TW", "QĐi", "TW", False),
        ("10-CT/ThU", "10-CT/ThU", "CT", "ThU", False),
        ("59/2023/NĐ-CP", "59/2023/NĐ-CP", "NĐ", "CP", False),
        ("10/2022/QH15", "10/2022/QH15", "", "QH15", False),
        ("36/2013/QĐ-UBND", "36/2013/QĐ-UBND", "QĐ", "UBND", False),
        ("16 - CT/TTg", "16/CT-TTg", "CT", "TTg", True),
        ("2061/QĐ-UBND", "2061/QĐ-UBND", "QĐ", "UBND", False),
        ("7/BC-UBND", "07/BC-UBND", "BC", "UBND", False),
    ],
)
def test_one_document_has_one_symbol(written, normal, kind, author, ambiguous):
    symbol = parse_symbol(written)
    assert (symbol.normal, symbol.kind, symbol.author, symbol.ambiguous) == (normal, kind, author, ambiguous)


@pytest.mark.parametrize(
    "text", ["24/85 xã", "02/63", "173,201/199,494 tỷ đồng", "26/3/2018", "2016-2020", "3 - Ban Chỉ đạo", "5-7 Ngày"]
)
def test_progress_ranks_dates_and_years_are_no_symbols(text):
    assert list(find_symbols(text)) == []


def test_symbols_are_found_where_they_stand():
    text = "Thực hiện Kế hoạch số 31/KH-UBND, ngày 26/3/2018 và Chỉ thị 06-CT/TU."
    found = list(find_symbols(text))
    assert [text[s.start : s.end] for s in found] == ["31/KH-UBND", "06-CT/TU"]
    assert [s.kind_name for s in found] == ["kế hoạch", "chỉ thị"]
