"""The enumerations of the room. Codes are stored, labels are shown."""

from __future__ import annotations

from gandan.pure.speech import Word


class Kind(Word):
    """The track a case runs on, by its content and not by its title (TT 05/2021/TT-TTCP Điều 6)."""

    PETITION = "petition", "Kiến nghị", "Petition"
    FEEDBACK = "feedback", "Phản ánh", "Feedback"
    COMPLAINT = "complaint", "Khiếu nại lần đầu", "Complaint, first instance"


class State(Word):
    """Where a case stands. How it ended is its `Outcome`."""

    RECEIVED = "received", "Mới tiếp nhận", "Received"
    SORTED = "sorted", "Đã phân loại", "Classified"
    TRANSFERRING = "transferring", "Đang chuyển, chờ nơi nhận", "Sent on, waiting for the receiver"
    ACCEPTED = "accepted", "Đã thụ lý", "Accepted"
    VERIFYING = "verifying", "Đang xác minh", "Being verified"
    DIALOGUE = "dialogue", "Đối thoại", "Dialogue"
    SUSPENDED = "suspended", "Tạm đình chỉ", "Suspended"
    DECIDED = "decided", "Đã có quyết định", "Decided"
    SENT = "sent", "Đã gửi quyết định", "Decision sent"
    ANSWERED = "answered", "Đã trả lời", "Answered"
    CLOSED = "closed", "Đã kết thúc", "Closed"


class Verb(Word):
    """What may be done with a case: the moves of the state tables, and what its journal calls them."""

    LODGE = "lodge", "Tiếp nhận", "Receive"
    IMPORT = "import", "Nhập từ sổ cũ", "Import from a register"
    CLASSIFY = "classify", "Phân loại", "Classify"
    ASSIGN = "assign", "Phân công", "Assign"
    ACCEPT = "accept", "Thụ lý", "Accept"
    REFUSE = "refuse", "Không thụ lý", "Decline to accept"
    TRANSFER = "transfer", "Chuyển đơn", "Transfer"
    TAKE_OVER = "take_over", "Nhận đơn chuyển đến", "Take over"
    DECLINE = "decline", "Không nhận, trả lại nơi chuyển", "Decline the transfer"
    RECALL = "recall", "Rút lại đơn đã chuyển", "Recall the transfer"
    GUIDE = "guide", "Hướng dẫn", "Guide"
    RETURN = "return", "Trả lại đơn", "Return"
    URGE = "urge", "Đôn đốc", "Urge"
    FILE = "file", "Lưu đơn", "File"
    VERIFY = "verify", "Xác minh", "Verify"
    DIALOGUE = "dialogue", "Đối thoại", "Hold a dialogue"
    REPLY = "reply", "Trả lời", "Reply"
    DECIDE = "decide", "Ra quyết định giải quyết", "Decide"
    SEND = "send", "Gửi quyết định", "Send the decision"
    EXTEND = "extend", "Gia hạn", "Extend"
    SUSPEND = "suspend", "Tạm đình chỉ", "Suspend"
    RESUME = "resume", "Tiếp tục giải quyết", "Resume"
    WITHDRAW = "withdraw", "Ghi nhận rút đơn", "Record a withdrawal"
    TERMINATE = "terminate", "Đình chỉ", "Terminate"
    CLOSE = "close", "Kết thúc", "Close"
    REOPEN = "reopen", "Mở lại", "Reopen"
    ADD_WORD = "add_word", "Bổ sung", "Add information"
    RATE = "rate", "Đánh giá", "Rate"
    JOIN = "join", "Ghép vào vụ việc", "Join to a matter"
    DEADLINE_MOVED = "deadline_moved", "Dời hạn theo lịch nghỉ", "Deadline moved by a calendar notice"


class Channel(Word):
    """How the words arrived (TT 05/2021/TT-TTCP Điều 5)."""

    PORTAL = "portal", "Cổng trực tuyến", "Online portal"
    COUNTER = "counter", "Nộp tại bộ phận một cửa", "One-stop counter"
    RECEPTION = "reception", "Tiếp công dân", "Citizen reception"
    POST = "post", "Bưu chính", "Post"
    LETTERBOX = "letterbox", "Hòm thư góp ý", "Letter box"
    PHONE = "phone", "Đường dây nóng", "Hotline"
    TRANSFER = "transfer", "Cơ quan khác chuyển đến", "Transferred by another body"
    DEPUTY = "deputy", "Đại biểu dân cử, Mặt trận, báo chí chuyển đến", "Forwarded by a deputy, the Front or the press"
    IMPORT = "import", "Nhập từ sổ cũ", "Imported register"


class Field(Word):
    """What the case is about. `statistical` is the column of the inspectorate's forms (TT 01/2024/TT-TTCP)."""

    POLICY = "policy", "Chế độ, chính sách", "Benefits and policy"
    LAND = "land", "Đất đai, nhà cửa", "Land and housing"
    OFFICIALS = "officials", "Công chức, công vụ", "Officials and public duty"
    CORRUPTION = "corruption", "Tham nhũng", "Corruption"
    JUSTICE = "justice", "Tư pháp", "Justice"
    PARTY = "party", "Đảng, đoàn thể", "Party and mass organisations"
    PROCEDURE = "procedure", "Thủ tục, quy định hành chính", "Administrative procedure"
    WORKS = "works", "Hạ tầng, giao thông, điện, nước", "Roads, power, water"
    ENVIRONMENT = "environment", "Môi trường, vệ sinh", "Environment and cleanliness"
    OTHER = "other", "Lĩnh vực khác", "Other"

    @property
    def statistical(self) -> Field:
        """The field under which the inspectorate's forms count it: those they do not name go to “khác”."""
        return self if self in _COUNTED_FIELDS else Field.OTHER


_COUNTED_FIELDS = frozenset(
    {Field.POLICY, Field.LAND, Field.OFFICIALS, Field.CORRUPTION, Field.JUSTICE, Field.PARTY, Field.OTHER}
)


class Eligibility(Word):
    """đủ điều kiện / không đủ điều kiện xử lý (TT 05/2021/TT-TTCP Điều 6 khoản 2)."""

    UNSORTED = "unsorted", "Chưa phân loại", "Not yet classified"
    ELIGIBLE = "eligible", "Đủ điều kiện xử lý", "Eligible"
    INELIGIBLE = "ineligible", "Không đủ điều kiện xử lý", "Not eligible"


class Ineligible(Word):
    """Why a petition is not eligible (TT 05/2021/TT-TTCP Điều 6; TT 07/2014/TT-TTCP Điều 6)."""

    MISSING_FORM = "missing_form", "Thiếu nội dung bắt buộc (ngày, họ tên, địa chỉ…)", "A required element is missing"
    UNSIGNED = "unsigned", "Không có chữ ký hoặc điểm chỉ", "Not signed"
    ANONYMOUS = "anonymous", "Nặc danh, không có căn cứ để kiểm tra", "Anonymous, nothing to check"
    IMPERSONATION = "impersonation", "Mạo danh người khác", "Written in another person's name"
    MULTI_ADDRESS = (
        "multi_address",
        "Gửi nhiều nơi, trong đó có nơi có thẩm quyền",
        "Sent to many, one of them competent",
    )
    GUIDED_ONCE = "guided_once", "Đã được hướng dẫn một lần về cùng nội dung", "Already guided once on this content"
    DUPLICATE = "duplicate", "Trùng với đơn đã nhận", "Duplicate of an earlier petition"
    EXPIRED = "expired", "Hết thời hiệu", "Time limit over"
    FINAL = "final", "Đã giải quyết có hiệu lực, không có tình tiết mới", "Finally settled, nothing new"
    ILLEGIBLE = "illegible", "Rách nát, tẩy xóa, không đọc được", "Torn, erased, illegible"
    NO_RIGHT = "no_right", "Người gửi không có quyền, không có người đại diện hợp pháp", "The sender has no standing"
    OTHER = "other", "Lý do khác theo quy định", "Another legal reason"


class Competence(Word):
    """thuộc / không thuộc thẩm quyền (TT 05/2021/TT-TTCP Điều 6 khoản 3)."""

    UNKNOWN = "unknown", "Chưa xác định", "Not yet determined"
    WITHIN = "within", "Thuộc thẩm quyền", "Within competence"
    OUTSIDE = "outside", "Không thuộc thẩm quyền", "Outside competence"


class Signatories(Word):
    """In how many names a petition stands (01/XLD columns 2 to 7, TT 01/2024/TT-TTCP)."""

    ONE = "one", "Một người đứng tên", "One person"
    MANY = "many", "Nhiều người đứng tên", "Many persons"
    OTHER = "other", "Khác (cơ quan, tổ chức, không rõ tên)", "Other (organisation, unnamed)"


class Outcome(Word):
    """How a case ended. Only some of them are a settlement (`settled`): sending words on is none."""

    ANSWERED = "answered", "Đã trả lời", "Answered"
    RIGHT = "right", "Khiếu nại đúng", "Complaint justified"
    WRONG = "wrong", "Khiếu nại sai", "Complaint not justified"
    PARTLY = "partly", "Khiếu nại đúng một phần", "Complaint partly justified"
    WITHDRAWN = "withdrawn", "Người gửi rút đơn", "Withdrawn"
    TERMINATED = "terminated", "Đình chỉ giải quyết", "Terminated"
    REFUSED = "refused", "Không thụ lý", "Not accepted"
    TRANSFERRED_OUT = "transferred_out", "Đã chuyển, nơi khác thụ lý", "Transferred to another body"
    GUIDED = "guided", "Đã hướng dẫn đến nơi có thẩm quyền", "Guided to the competent body"
    URGED = "urged", "Đã đôn đốc cấp dưới giải quyết", "Subordinate urged to settle"
    RETURNED = "returned", "Đã trả lại đơn", "Returned"
    FILED = "filed", "Lưu đơn", "Filed"

    @property
    def settled(self) -> bool:
        """Whether the body itself gave the citizen an answer on the substance."""
        return self in (Outcome.ANSWERED, *DECISIONS)


DECISIONS = (Outcome.RIGHT, Outcome.WRONG, Outcome.PARTLY)
SETTLED = (Outcome.ANSWERED, *DECISIONS)


class NotAccepted(Word):
    """The nine grounds for not accepting a complaint (Luật Khiếu nại 02/2011/QH13 Điều 11)."""

    INTERNAL = (
        "internal",
        "Quyết định, hành vi nội bộ, chỉ đạo điều hành; văn bản quy phạm pháp luật; bí mật nhà nước",
        "Internal or steering, normative, or secret decision",
    )
    NOT_AFFECTED = (
        "not_affected",
        "Không liên quan trực tiếp đến quyền, lợi ích của người khiếu nại",
        "Does not directly affect the complainant",
    )
    NO_CAPACITY = (
        "no_capacity",
        "Không có năng lực hành vi dân sự đầy đủ và không có người đại diện hợp pháp",
        "No legal capacity and no lawful representative",
    )
    BAD_REPRESENTATIVE = "bad_representative", "Người đại diện không hợp pháp", "Representative not lawful"
    UNSIGNED = "unsigned", "Đơn không có chữ ký hoặc điểm chỉ", "Not signed"
    EXPIRED = (
        "expired",
        "Hết thời hiệu, thời hạn khiếu nại mà không có lý do chính đáng",
        "Time limit over without good reason",
    )
    DECIDED_TWICE = "decided_twice", "Đã có quyết định giải quyết lần hai", "Already decided in second instance"
    STOPPED = (
        "stopped",
        "Quá 30 ngày từ khi có văn bản đình chỉ mà không khiếu nại tiếp",
        "30 days after termination without resuming",
    )
    COURT = "court", "Tòa án đã thụ lý hoặc đã giải quyết", "Taken or decided by the court"


class PartyRole(Word):
    """In what capacity a person stands in a case."""

    PETITIONER = "petitioner", "Người gửi", "Petitioner"
    REPRESENTATIVE = "representative", "Người đại diện", "Representative"


class Whose(Word):
    """Whose cases a queue shows."""

    MINE = "mine", "Việc của tôi", "Mine"
    OFFICE = "office", "Của phòng tôi", "My office"
    BODY = "body", "Cả cơ quan", "The whole body"
    REACH = "reach", "Cả cấp dưới", "With subordinate bodies"


class Show(Word):
    """Which cases by state a queue shows."""

    OPEN = "open", "Đang giải quyết", "Open"
    CLOSED = "closed", "Đã kết thúc", "Closed"
    ALL = "all", "Tất cả", "All"


class Result(Word):
    """What a first decision on a complaint finds; the codes are those of `Outcome`."""

    RIGHT = "right", "Khiếu nại đúng", "Complaint justified"
    WRONG = "wrong", "Khiếu nại sai", "Complaint not justified"
    PARTLY = "partly", "Khiếu nại đúng một phần", "Complaint partly justified"


class Complexity(Word):
    """What makes a matter complex; any one of the seven, documented (Nghị định 155/2026/NĐ-CP Điều 3a)."""

    PLACES = "places", "Phải xác minh ở từ hai địa điểm", "Two or more places to verify"
    CONTENTS = "contents", "Có từ hai nội dung khiếu nại", "Two or more contents"
    PEOPLE = "people", "Nhiều người khiếu nại, liên quan nhiều lợi ích", "Many complainants or interests"
    FOREIGN = "foreign", "Có yếu tố nước ngoài", "A foreign element"
    AGENCIES = "agencies", "Thuộc trách nhiệm của nhiều cơ quan", "Several agencies responsible"
    VIEWS = "views", "Các cơ quan có ý kiến khác nhau", "Agencies disagree"
    EVIDENCE = "evidence", "Chứng cứ mâu thuẫn", "Contradictory evidence"
