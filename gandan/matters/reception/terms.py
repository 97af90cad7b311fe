"""The enumerations of the room. Codes are stored, labels are shown."""

from __future__ import annotations

from gandan.pure.speech import Said, Word


class ReceptionKind(Word):
    """How the reception came about (Luật Tiếp công dân 42/2013 Điều 2 khoản 1, Điều 18)."""

    REGULAR = "regular", "thường xuyên", "regular"
    SCHEDULED = "scheduled", "định kỳ", "scheduled"
    UNSCHEDULED = "unscheduled", "đột xuất", "unscheduled"


class ReceivedBy(Word):
    """Who actually received. Only HEAD counts towards the head's duty; the statistics keep the three apart."""

    PERMANENT = "permanent", "cán bộ tiếp thường xuyên", "the permanent officer"
    HEAD = "head", "thủ trưởng trực tiếp tiếp", "the head in person"
    DELEGATED = "delegated", "người được ủy quyền tiếp", "someone the head delegated"


class Purpose(Word):
    """What the visitor came for. Asking about a result is a visit (lượt), never another matter (vụ việc)."""

    PRESENT = "present", "trình bày vụ việc", "to present a matter"
    ENQUIRE = "enquire", "hỏi kết quả giải quyết", "to ask about the result"


class Handling(Word):
    """What was done with what the visitor said (Luật Tiếp công dân Điều 26, Điều 28)."""

    ANSWERED = "answered", "đã giải thích, trả lời ngay", "explained and answered at once"
    GUIDED = "guided", "đã hướng dẫn đến nơi có thẩm quyền", "guided to the competent body"
    NOTED = "noted", "đã ghi nhận, sẽ trả lời bằng văn bản", "noted, a written answer will follow"
    LODGED = "lodged", "đã tiếp nhận, lập hồ sơ giải quyết", "taken in as a case"


class SessionState(Word):
    """Where a head's session (kỳ) stands."""

    PLANNED = "planned", "theo lịch", "planned"
    HELD = "held", "đã tiếp", "held"
    POSTPONED = "postponed", "đã dời sang ngày khác", "moved to another day"
    CANCELLED = "cancelled", "không tổ chức", "cancelled"


class Ground(Word):
    """Why a visitor may be refused (Luật Tiếp công dân Điều 9; NĐ 154/2026 Điều 4 khoản 1 from 01/07/2026)."""

    INTOXICATED = (
        "intoxicated",
        "người đang say do dùng chất kích thích hoặc không làm chủ được hành vi",
        "under the influence of a stimulant or not in control of themselves",
    )
    DISORDER = (
        "disorder",
        "đe dọa, xúc phạm người khác hoặc vi phạm nội quy nơi tiếp công dân",
        "threatens or insults others or breaks the rules of the reception place",
    )
    SETTLED = (
        "settled",
        "vụ việc đã giải quyết đúng, đã rà soát, thông báo bằng văn bản, đã giải thích mà vẫn cố tình kéo dài",
        "rightly settled, reviewed, notified in writing and explained, and still pursued",
    )
    WEAPON = (
        "weapon",
        "mang vũ khí, vật liệu nổ, chất cấm, chất dễ cháy",
        "carries a weapon or banned matter",
    )
    NO_CHECK = "no_check", "không chấp hành kiểm tra an ninh", "refuses the security check"
    RECORDING = (
        "recording",
        "ghi âm, ghi hình khi không được đồng ý, đã được nhắc mà không dừng",
        "records without leave after being asked to stop",
    )
    INCITES = "incites", "kích động, lôi kéo gây mất trật tự", "incites disorder"
    NO_CAPACITY = (
        "no_capacity",
        "mất năng lực hành vi dân sự mà không có người đại diện",
        "without legal capacity and without a representative",
    )
    NO_MANDATE = "no_mandate", "không chứng minh được tư cách đại diện", "cannot prove to be the representative"
    OUT_OF_SCOPE = (
        "out_of_scope",
        "nội dung không thuộc phạm vi tiếp công dân",
        "outside the scope of reception",
    )
    ANSWERED_BEFORE = (
        "answered_before",
        "kiến nghị, phản ánh đã được trả lời và không có tình tiết mới",
        "a petition already answered, with nothing new",
    )
    JUDGMENT = "judgment", "vụ việc đã có bản án, quyết định của Tòa án có hiệu lực", "a court has given final judgment"
    IN_HAND = "in_hand", "vụ việc đang được cơ quan có thẩm quyền giải quyết", "a competent body is handling the matter"


class Regime(Word):
    """Which rhythm a head's reception days follow (Luật Tiếp công dân Điều 12, 13, 15, 18)."""

    PROVINCE_CHAIR = "province_chair", "Chủ tịch UBND cấp tỉnh", "chair of the provincial People's Committee"
    DISTRICT_CHAIR = "district_chair", "Chủ tịch UBND cấp huyện", "chair of the district People's Committee"
    COMMUNE_CHAIR = "commune_chair", "Chủ tịch UBND cấp xã", "chair of the commune People's Committee"
    AGENCY_HEAD = "agency_head", "Thủ trưởng cơ quan", "head of an agency"


LUOT = Said("lượt", "visits")
NGUOI = Said("người", "people")
DOAN = Said("đoàn", "groups")
KY = Said("kỳ", "sessions")
VU_VIEC = Said("vụ việc", "matters")
