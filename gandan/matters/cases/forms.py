"""What each move asks for, as data: the desk draws any move from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gandan.matters.cases.pages import MoveField
from gandan.matters.cases.terms import (
    Competence,
    Complexity,
    Eligibility,
    Field,
    Ineligible,
    Kind,
    NotAccepted,
    Result,
    Signatories,
    Verb,
)
from gandan.pure.clock.words import PauseReason
from gandan.pure.speech import Said, Word


def _choices(words: type[Word], *, without: tuple[Word, ...] = ()) -> tuple[tuple[str, Said], ...]:
    return tuple((word.value, word.said) for word in words if word not in without)


def _document(*, required: bool = False, label: Said | None = None) -> MoveField:
    return MoveField(
        "document",
        label or Said("Số, ký hiệu văn bản", "Document number"),
        "text",
        required,
        hint=Said("Ví dụ: 12/TB-UBND", "Example: 12/TB-UBND"),
        limit=60,
    )


def _reason(vi: str = "Lý do", en: str = "Reason", *, required: bool = True) -> MoveField:
    return MoveField("reason", Said(vi, en), "longtext", required, limit=500)


def _notice(vi: str, en: str) -> MoveField:
    return MoveField(
        "text",
        Said(vi, en),
        "longtext",
        True,
        hint=Said("Người dân đọc được nội dung này.", "The citizen reads this."),
        limit=5000,
    )


_NOTE = MoveField("note", Said("Ghi chú", "Note"), "text", limit=500)
_FILES = MoveField("files", Said("Tệp đính kèm", "Attachments"), "file")
_SIGNER = MoveField("signer", Said("Người ký", "Signed by"), "text", limit=160)
_PUBLISHED = MoveField("published", Said("Công khai nội dung trả lời", "Publish the answer"), "bool")
_COMPLEX_GROUND = MoveField(
    "complex_ground", Said("Căn cứ phức tạp", "Why it is complex"), "choice", choices=_choices(Complexity)
)
_TO_NAME = MoveField("to_name", Said("Cơ quan", "Body"), "text", True, limit=200)

_CLASSIFY = (
    MoveField(
        "kind",
        Said("Loại đơn, theo nội dung", "Kind, by content"),
        "choice",
        True,
        _choices(Kind),
        hint=Said("Theo nội dung, không theo tiêu đề.", "By its content, not by its title."),
    ),
    MoveField(
        "eligibility",
        Said("Điều kiện xử lý", "Eligibility"),
        "choice",
        True,
        _choices(Eligibility, without=(Eligibility.UNSORTED,)),
    ),
    MoveField(
        "ineligible_reason",
        Said("Lý do không đủ điều kiện", "Why not eligible"),
        "choice",
        choices=_choices(Ineligible),
        hint=Said("Bắt buộc khi không đủ điều kiện.", "Required when not eligible."),
    ),
    MoveField(
        "competence",
        Said("Thẩm quyền giải quyết", "Competence"),
        "choice",
        choices=_choices(Competence, without=(Competence.UNKNOWN,)),
        hint=Said("Bắt buộc khi đủ điều kiện.", "Required when eligible."),
    ),
    MoveField("field", Said("Lĩnh vực", "Field"), "choice", True, _choices(Field)),
    MoveField("signatories", Said("Người đứng tên", "Signatories"), "choice", choices=_choices(Signatories)),
    MoveField("legal_reason", Said("Căn cứ, giải thích", "Legal reason"), "longtext", limit=500),
)

_ACCEPT_WORDS = (
    MoveField("accepted_on", Said("Ngày thụ lý", "Accepted on"), "date"),
    _document(),
)
_ACCEPT_COMPLAINT = (
    MoveField("accepted_on", Said("Ngày thụ lý", "Accepted on"), "date"),
    _document(required=True, label=Said("Số thông báo thụ lý", "Number of the notice of acceptance")),
    MoveField("remote", Said("Vùng sâu, vùng xa, đi lại khó khăn", "Remote area"), "bool"),
    MoveField("complex", Said("Vụ việc phức tạp", "Complex matter"), "bool"),
    _COMPLEX_GROUND,
)
_EXTEND = (
    _document(required=True, label=Said("Số văn bản gia hạn", "Number of the extension")),
    MoveField("authority", Said("Người có thẩm quyền ký", "Signed by"), "text", True, limit=160),
    _reason(),
)

FORMS: Mapping[Verb, tuple[MoveField, ...]] = {
    Verb.CLASSIFY: _CLASSIFY,
    Verb.ASSIGN: (
        MoveField("office", Said("Phòng, đơn vị", "Office"), "office"),
        MoveField("post", Said("Người xử lý", "Officer"), "post"),
        _NOTE,
    ),
    Verb.ACCEPT: _ACCEPT_WORDS,
    Verb.REFUSE: (
        MoveField("ground", Said("Trường hợp không thụ lý", "Ground"), "choice", True, _choices(NotAccepted)),
        _notice("Thông báo cho người khiếu nại", "Notice to the complainant"),
        _document(required=True, label=Said("Số thông báo", "Number of the notice")),
    ),
    Verb.TRANSFER: (
        MoveField(
            "to_office",
            Said("Nơi nhận trong hệ thống", "Receiver in this system"),
            "office",
            hint=Said("Hồ sơ vẫn mở đến khi nơi nhận đồng ý nhận.", "It stays open until the receiver takes it over."),
        ),
        MoveField(
            "to_name",
            Said("Hoặc nơi nhận ngoài hệ thống", "Or a receiver outside"),
            "text",
            hint=Said("Cần số văn bản chuyển.", "Needs the document number."),
            limit=200,
        ),
        _document(),
        _reason("Lý do chuyển", "Why it is transferred"),
        MoveField("despite_loop", Said("Vẫn chuyển dù đã qua nơi này", "Send anyway though it passed there"), "bool"),
        _FILES,
    ),
    Verb.TAKE_OVER: (),
    Verb.DECLINE: (_reason("Lý do không nhận", "Why it is declined"),),
    Verb.RECALL: (_reason("Lý do rút lại", "Why it is recalled"),),
    Verb.GUIDE: (
        MoveField("to_name", Said("Cơ quan có thẩm quyền", "Competent body"), "text", True, limit=200),
        _notice("Nội dung hướng dẫn", "Guidance"),
        _document(),
        _FILES,
    ),
    Verb.RETURN: (
        _notice("Lý do trả lại", "Why it is returned"),
        MoveField("to_name", Said("Trả lại cho", "Returned to"), "text", limit=200),
        _document(),
    ),
    Verb.URGE: (
        _TO_NAME,
        _document(required=True, label=Said("Số văn bản đôn đốc", "Number of the order")),
        MoveField("text", Said("Nội dung", "Content"), "longtext", limit=5000),
    ),
    Verb.FILE: (_reason("Lý do lưu đơn", "Why it is filed"),),
    Verb.VERIFY: (_document(label=Said("Quyết định xác minh", "Order to verify")), _NOTE),
    Verb.DIALOGUE: (
        MoveField("held_on", Said("Ngày đối thoại", "Held on"), "date", True),
        MoveField("text", Said("Nội dung biên bản", "Minutes"), "longtext", True, limit=5000),
        _document(label=Said("Số biên bản", "Number of the minutes")),
        MoveField("absent", Said("Người khiếu nại vắng mặt", "The complainant was absent"), "bool"),
        _FILES,
    ),
    Verb.REPLY: (
        MoveField(
            "text",
            Said("Nội dung trả lời", "Answer"),
            "longtext",
            True,
            hint=Said("Người dân đọc được nội dung này.", "The citizen reads this."),
            limit=20_000,
        ),
        _document(),
        _SIGNER,
        _PUBLISHED,
        MoveField("close", Said("Kết thúc hồ sơ sau khi trả lời", "Close the case"), "bool", initial="1"),
        _FILES,
    ),
    Verb.DECIDE: (
        MoveField("outcome", Said("Kết quả giải quyết", "Result"), "choice", True, _choices(Result)),
        _document(required=True, label=Said("Số quyết định", "Number of the decision")),
        MoveField("decided_on", Said("Ngày ký", "Signed on"), "date"),
        MoveField("signer", Said("Người ký", "Signed by"), "text", True, limit=160),
        MoveField("text", Said("Nội dung quyết định", "Decision"), "longtext", True, limit=20_000),
        _PUBLISHED,
        _FILES,
    ),
    Verb.SEND: (
        MoveField("sent_on", Said("Ngày gửi", "Sent on"), "date"),
        MoveField("note", Said("Cách gửi", "How it was sent"), "text", limit=200),
    ),
    Verb.EXTEND: (
        *_EXTEND,
        MoveField("days", Said("Số ngày gia hạn", "Days added"), "text", True),
    ),
    Verb.SUSPEND: (
        MoveField("cause", Said("Căn cứ tạm đình chỉ", "Ground"), "choice", True, _choices(PauseReason)),
        _document(required=True, label=Said("Số quyết định", "Number of the decision")),
        _reason("Nội dung", "Content"),
    ),
    Verb.RESUME: (
        _document(required=True, label=Said("Số quyết định", "Number of the decision")),
        _reason("Nội dung", "Content", required=False),
    ),
    Verb.WITHDRAW: (
        MoveField("withdrawn_on", Said("Ngày rút", "Withdrawn on"), "date"),
        _reason("Nội dung đơn rút", "What the withdrawal says"),
        MoveField("explained", Said("Rút sau khi được giải thích, thuyết phục", "After explanation"), "bool"),
        _document(),
        _FILES,
    ),
    Verb.TERMINATE: (_document(required=True, label=Said("Số quyết định", "Number of the decision")), _reason()),
    Verb.CLOSE: (_NOTE,),
    Verb.REOPEN: (_reason("Lý do mở lại", "Why it is reopened"),),
    Verb.ADD_WORD: (
        MoveField("text", Said("Nội dung bổ sung", "What is added"), "longtext", True, limit=20_000),
        _FILES,
    ),
    Verb.JOIN: (MoveField("matter", Said("Vụ việc", "Matter"), "text", True),),
}

_OF_COMPLAINTS: Mapping[Verb, tuple[MoveField, ...]] = {
    Verb.ACCEPT: _ACCEPT_COMPLAINT,
    Verb.EXTEND: (*_EXTEND, replace(_COMPLEX_GROUND, required=True)),
}


def fields_of(kind: Kind, verb: Verb) -> tuple[MoveField, ...]:
    """What a move of this track asks for."""
    special = _OF_KIND.get(kind, {})
    return special.get(verb, FORMS[verb])


_OF_KIND: Mapping[Kind, Mapping[Verb, tuple[MoveField, ...]]] = {Kind.COMPLAINT: _OF_COMPLAINTS}
