"""Names as people of the lower Mekong delta bear them, Kinh, Khmer and Hoa; put together by chance, nobody's own."""

from __future__ import annotations

from random import Random

_KINH_FAMILY = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Phan", "Trương", "Bùi", "Đặng", "Đỗ", "Ngô", "Hồ", "Dương", "Cao",
)  # fmt: skip
_KINH_WOMEN = (
    "Thị Lan", "Thị Bé Sáu", "Thị Ngọc Hạnh", "Thị Tuyết Mai", "Thị Kim Loan", "Thị Hồng Gấm", "Thị Út", "Thị Mỹ Dung",
    "Thị Thu Hà", "Thị Cẩm Tú", "Thị Bích Thủy", "Thị Diễm", "Thị Phương Thảo", "Thị Nhanh", "Thị Năm", "Ngọc Trinh",
    "Thị Thanh Xuân", "Thị Ánh Nguyệt", "Thị Lệ", "Thị Huệ",
)  # fmt: skip
_KINH_MEN = (
    "Văn Hùng", "Văn Tám", "Thanh Tùng", "Minh Trí", "Văn Lượm", "Hoàng Phúc", "Văn Nghĩa", "Quốc Bảo", "Văn Út",
    "Thành Công", "Hữu Phước", "Văn Be", "Chí Thiện", "Văn Đực", "Trung Kiên", "Văn Sáng", "Tấn Lợi", "Văn Mười",
    "Đức Thịnh", "Phước Hậu",
)  # fmt: skip
_KHMER_FAMILY = ("Thạch", "Kim", "Sơn", "Kiên", "Danh", "Lâm", "Châu", "Diệp")
_KHMER_GIVEN = (
    "Sa Rết", "Thị Sa Thi", "Sóc Kha", "Sa Mết", "Thị Na Ry", "Chanh Thi", "Sô Phia", "Sà Vuông", "Thị Sơ Rây", "Ra",
    "Thị Hen", "Ngọc Sa", "Rết Thy", "Thị Sà Quên", "Sô Khon", "Thị Phol", "Đa Ra", "Thị Sâm Bô",
)  # fmt: skip
_HOA_FAMILY = ("Quách", "Mã", "Trịnh", "Lưu", "Tăng", "Vương", "Ong")
_HOA_GIVEN = ("Mỹ Phụng", "Vĩ Hùng", "Tú Anh", "Chấn Phát", "Lệ Quyên", "Vĩnh Phát", "Muội", "Kiến Hòa", "Bội Linh")


def full_name(chance: Random) -> str:
    """A name; about six in ten Kinh, a third Khmer, the rest Hoa, as in the province of the replay."""
    draw = chance.random()
    if draw < 0.62:
        return f"{chance.choice(_KINH_FAMILY)} {chance.choice(_KINH_WOMEN + _KINH_MEN)}"
    if draw < 0.94:
        return f"{chance.choice(_KHMER_FAMILY)} {chance.choice(_KHMER_GIVEN)}"
    return f"{chance.choice(_HOA_FAMILY)} {chance.choice(_HOA_GIVEN)}"


def telephone(chance: Random) -> str:
    """A made-up number of the form of a mobile one, with a row of noughts in it."""
    return f"09{chance.randint(0, 9)}000{chance.randint(0, 9999):04d}"
